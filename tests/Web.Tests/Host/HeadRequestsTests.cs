namespace Yhteys.Web.Tests.Host;

public sealed class HeadRequestsTests(SharedApp shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/rules")]
    [InlineData("/sign-in")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/troubles")]
    [InlineData("/worklist")]
    [InlineData("/no-such-page")]
    [InlineData("/sign-out")]
    public async Task It_answers_as_get_does_without_a_body(string path)
    {
        using var browser = shared.App.Browser();
        await ShouldAnswerAlike(browser, path);
    }

    [Fact]
    public async Task Also_for_files_and_for_the_signed_in()
    {
        using var nurse = await shared.App.SignedIn("guidance_nurse");
        await ShouldAnswerAlike(nurse, "/worklist");
        var style = (await nurse.Get("/worklist")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        await ShouldAnswerAlike(nurse, style);
    }

    [Theory]
    [InlineData("/live?topics=cases")]
    [InlineData("/live/?topics=cases")]
    public async Task The_live_stream_never_ends_so_it_takes_only_get(string path)
    {
        using var nurse = await shared.App.SignedIn("guidance_nurse");
        using var head = await Head(nurse, path).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        ((int)head.StatusCode).ShouldBe(405);
        head.Content.Headers.Allow.ShouldBe(["GET"]);
    }

    private static async Task ShouldAnswerAlike(Browser browser, string path)
    {
        var get = await browser.Get(path);
        using var head = await Head(browser, path);

        ((int)head.StatusCode).ShouldBe(get.Status);
        head.Headers.Location.ShouldBe(get.Response.Headers.Location);
        head.Content.Headers.ContentType.ShouldBe(get.Response.Content.Headers.ContentType);
        head.Headers.CacheControl.ShouldBe(get.Response.Headers.CacheControl);
        head.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static Task<HttpResponseMessage> Head(Browser browser, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.RelativeOrAbsolute));
        return browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
