using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Testing;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.KeepTyped;

/// <summary>Somebody wrote for longer than the session lasts: the text waits half an hour, for them alone.</summary>
public sealed class EndedSessionTests : IDisposable
{
    private const string Text = "Esimerkki: polvi on kipeä <b>eilisestä</b> asti & yöt ovat pitkiä 😀.";

    private readonly MovableTime _time = new();
    private readonly WebApp _app;

    public EndedSessionTests() => _app = new(adjust: b => b.Services.AddSingleton<TimeProvider>(_time), county: Engines.Sqlite);

    [Fact]
    public async Task A_long_contact_arrives_once_the_resident_has_signed_in_again()
    {
        var (browser, ended) = await WriteTooLong("resident");
        ended.Status.ShouldBe(401);
        ended.Html.ShouldNotContain("polvi");
        var before = _app.Journal.Head.Position;

        var back = await SignIn(browser, ended, "resident");
        back.Main.ShouldContain(Text);
        var kept = WebForm.On(back, "/sign-in").Single(f => f.Action == "/contact");
        var sent = await kept.Send(browser, kept.Filled());

        sent.Location.ShouldNotBeNull().ShouldStartWith("/receipt/");
        _app.Journal.Head.Position.ShouldBeGreaterThan(before);
        (await browser.Get(sent.Location!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task After_half_an_hour_the_text_is_gone_and_the_page_says_so()
    {
        var (browser, ended) = await WriteTooLong("resident");
        _time.Advance(TimeSpan.FromMinutes(31));

        var back = await SignIn(browser, ended, "resident");

        back.Heading.ShouldBe("Tallessa ollutta tekstiä ei voi avata");
        back.Html.ShouldNotContain("polvi");
    }

    [Fact]
    public async Task Just_before_it_is_still_there()
    {
        var (browser, ended) = await WriteTooLong("resident");
        _time.Advance(TimeSpan.FromMinutes(29));

        (await SignIn(browser, ended, "resident")).Main.ShouldContain(Text);
    }

    [Theory]
    [InlineData("young_person")]
    [InlineData("guidance_nurse")]
    public async Task Nobody_else_gets_it(string other)
    {
        var (browser, ended) = await WriteTooLong("resident");

        var back = await SignIn(browser, ended, other);

        back.Heading.ShouldBe("Tallessa ollutta tekstiä ei voi avata");
        back.Html.ShouldNotContain("polvi");
    }

    [Theory]
    [InlineData("resident", true)]
    [InlineData("older_resident", false)]
    public async Task The_text_is_kept_also_when_one_has_signed_out_in_another_tab_and_for_the_same_person_only(string next, bool given)
    {
        var browser = await _app.SignedIn("resident");
        var page = await browser.Get("/contact");
        var form = WebForm.On(page, "/contact").Single(f => f.Posts && f.Typed.Any(t => t.Name == "Text"));
        await browser.Post("/sign-out", page);

        var ended = await form.Send(browser, form.Filled("Text", Text));
        ended.Status.ShouldBe(401);
        ended.Html.ShouldNotContain("polvi");
        var back = await SignIn(browser, ended, next);

        if (given)
            back.Main.ShouldContain(Text);
        else
            back.Html.ShouldNotContain("polvi");
    }

    [Fact]
    public async Task What_another_site_sends_with_a_mark_that_it_has_seen_is_not_kept()
    {
        var browser = await _app.SignedIn("resident");
        var page = await browser.Get("/contact");
        var form = WebForm.On(page, "/contact").Single(f => f.Posts && f.Typed.Any(t => t.Name == "Text"));
        await browser.Post("/sign-out", page);

        var refused = await browser.Send("/contact", form.Filled("Text", Text), "https://elsewhere.example");

        refused.Status.ShouldBe(401);
        refused.Document.QuerySelectorAll("input[name=kept]").ShouldBeEmpty();
        (await browser.Send("/contact", form.Filled("Text", Text))).Document.QuerySelectorAll("input[name=kept]").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("http://localhost/contact?about=1", "/sign-in?back=%2Fcontact%3Fabout%3D1")]
    [InlineData("https://elsewhere.example/contact", "/sign-in")]
    [InlineData(null, "/sign-in")]
    public async Task The_page_that_asks_to_sign_in_leads_back_to_the_form(string? referer, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contact") { Content = new FormUrlEncodedContent([KeyValuePair.Create("Text", Text)]) };
        request.Headers.Referrer = referer is null ? null : new Uri(referer);
        var page = await Page.Of(await _app.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Status.ShouldBe(401);
        page.Document.QuerySelectorAll("a[href^='/sign-in']").Select(a => a.GetAttribute("href")).ShouldBe([expected, expected]);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Browser Browser, Page Ended)> WriteTooLong(string persona)
    {
        var browser = await _app.SignedIn(persona);
        var form = WebForm.On(await browser.Get("/contact"), "/contact").Single(f => f.Posts && f.Typed.Any(t => t.Name == "Text"));
        _time.Advance(TimeSpan.FromMinutes(61));
        return (browser, await form.Send(browser, form.Filled("Text", Text)));
    }

    private static Task<Page> SignIn(Browser browser, Page ended, string persona) => browser.Send("/sign-in", [.. ended.Fields("/sign-in"), ("persona", persona)]);
}
