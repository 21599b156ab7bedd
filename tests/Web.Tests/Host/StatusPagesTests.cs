using System.Net.Http.Json;

namespace Yhteys.Web.Tests.Host;

public sealed class StatusPagesTests(SharedApp shared)
{
    [Theory]
    [InlineData("fi", "Sivua ei löydy")]
    [InlineData("sv", "Sidan hittas inte")]
    [InlineData("en", "The page was not found")]
    public async Task An_unknown_address_has_a_page_in_each_language(string language, string heading)
    {
        var page = await shared.App.Browser(language).Get("/no-such-page");

        page.Status.ShouldBe(404);
        page.Heading.ShouldBe(heading);
        page.Document.Title.ShouldBe($"{heading} – Yhteys");
    }

    [Fact]
    public async Task A_form_sent_to_a_page_that_takes_none_is_answered_405()
    {
        var page = await shared.App.Browser().Send("/", []);

        page.Status.ShouldBe(405);
        page.Heading.ShouldBe("Tätä osoitetta ei voi käyttää näin");
    }

    [Theory]
    [InlineData("/matters/ID/write", "/matters/ID")]
    [InlineData("/matters/ID/take?refused=1", "/matters/ID")]
    [InlineData("/rules/drafts/ID/discard", "/rules/drafts/ID")]
    [InlineData("/alarms/ID/acknowledge", "/alarms")]
    [InlineData("/contact/topics", "/contact")]
    [InlineData("/my-appointments/ID/cancel", "/my-appointments")]
    [InlineData("/appointments/ID/attended", "/")]
    [InlineData("/sign-out", "/")]
    public async Task An_address_that_takes_only_a_form_leads_to_the_page_that_has_it(string path, string page)
    {
        var id = Guid.NewGuid().ToString();
        path = path.Replace("ID", id, StringComparison.Ordinal);
        (await (await shared.App.SignedIn("county_director")).Get(path)).Location.ShouldBe(page.Replace("ID", id, StringComparison.Ordinal));

        using var asks = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "application/json" } } };
        using var program = shared.App.Browser();
        program.Http.DefaultRequestHeaders.Accept.Clear();
        ((int)(await program.Http.SendAsync(asks, TestContext.Current.CancellationToken)).StatusCode).ShouldBeOneOf(401, 405);
    }

    [Fact]
    public async Task Who_signs_in_after_a_refused_form_comes_to_the_page_of_the_form()
    {
        using var browser = shared.App.Browser();
        var signedIn = await browser.SignIn("resident", "/contact/topics");

        var page = await browser.Follow(signedIn);
        page.Status.ShouldBe(200);
        page.Document.QuerySelector("form[action='/contact']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_answered_413()
    {
        var browser = shared.App.Browser();
        var page = await browser.Post("/sign-in", await browser.Get("/sign-in"), ("persona", new string('ä', 600_000)));

        page.Status.ShouldBe(413);
        page.Heading.ShouldBe("Lähetit liian paljon kerralla");
    }

    [Fact]
    public async Task A_body_of_untold_length_over_a_megabyte_is_answered_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StreamContent(new MemoryStream([.. "persona="u8, .. new byte[1_200_000].Select(_ => (byte)'a')])) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Content.Headers.ContentLength = null;
        request.Headers.TransferEncodingChunked = true;
        var page = await Page.Of(await shared.App.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Status.ShouldBe(413);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Browser.Origin)]
    public async Task Many_fields_of_untold_length_are_not_read_and_not_given_back(string? origin)
    {
        var body = Enumerable.Range(0, 8).SelectMany(i => (byte[])[.. System.Text.Encoding.ASCII.GetBytes($"&k{i}="), .. Enumerable.Repeat((byte)'a', 900_000)]).ToArray();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StreamContent(new MemoryStream(body)) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Content.Headers.ContentLength = null;
        request.Headers.TransferEncodingChunked = true;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var page = await Page.Of(await shared.App.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Status.ShouldBe(413);
        page.Heading.ShouldBe("Lähetit liian paljon kerralla");
    }

    [Fact]
    public async Task More_than_anybody_writes_is_not_given_back()
    {
        var page = await shared.App.Browser().Send("/sign-in", [("persona", new string('a', 110_000))]);

        page.Status.ShouldBe(400);
        page.Heading.ShouldBe("Pyyntöä ei voitu käsitellä");
        page.Html.Length.ShouldBeLessThan(50_000);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("--other\r\n\r\nno part of it")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends")]
    public async Task A_form_in_broken_parts_is_a_bad_request(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        request.Headers.Add("Origin", Browser.Origin);
        var page = await Page.Of(await shared.App.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_body_in_another_form_is_refused_with_a_page()
    {
        using var content = JsonContent.Create(new { persona = "doctor" });
        var page = await Page.Of(await shared.App.Browser().Http.PostAsync(new Uri("/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken));

        page.Status.ShouldBeOneOf(400, 415);
        page.Heading.ShouldNotBeNullOrEmpty();
        page.Header("Set-Cookie")?.ShouldNotContain("yhteys-session");
    }

    [Fact]
    public async Task A_page_of_another_role_is_answered_403()
    {
        var page = await (await shared.App.SignedIn("auditor")).Get("/people");

        page.Status.ShouldBe(403);
        page.Heading.ShouldBe("Sinulla ei ole oikeutta tähän sivuun");
    }

    [Fact]
    public async Task A_page_for_the_signed_in_asks_to_sign_in_and_then_opens()
    {
        var browser = shared.App.Browser();
        var asked = await browser.Get("/people?q=1");
        asked.Location.ShouldBe("/sign-in?back=%2Fpeople%3Fq%3D1");

        (await browser.SignIn("doctor", "/people?q=1")).Location.ShouldBe("/people?q=1");
    }

    [Fact]
    public async Task A_failure_has_a_page_without_a_word_of_the_program()
    {
        using var app = new WebApp(adjust: ExtraPage.At("/boom", _ => throw new InvalidOperationException("secret")));
        var page = await app.Browser("en").Get("/boom");

        page.Status.ShouldBe(500);
        page.Heading.ShouldBe("Something is wrong with the service");
        page.Html.ShouldNotContain("Exception");
        page.Html.ShouldNotContain("secret");
        app.Log.Lines.ShouldHaveSingleItem().ShouldContain("InvalidOperationException");
    }

    [Fact]
    public async Task A_program_gets_problem_details()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        var http = shared.App.Browser().Http;
        http.DefaultRequestHeaders.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(404);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
