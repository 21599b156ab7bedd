namespace Yhteys.Web.Tests.Host;

public sealed class SecureHeadersTests(SharedApp shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/health/ready")]
    [InlineData("/_content/Yhteys.Ui/app.css")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        var page = await shared.App.Browser().Get(path);

        page.Header("Content-Security-Policy").ShouldNotBeNull().ShouldContain("script-src 'self'; style-src 'self'");
        page.Header("Content-Security-Policy")!.ShouldNotContain("unsafe");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("X-Frame-Options").ShouldBe("DENY");
        page.Header("Referrer-Policy").ShouldBe("same-origin");
        page.Header("Permissions-Policy").ShouldNotBeNull();
        page.Header("Server").ShouldBeNull();
    }

    [Fact]
    public async Task Pages_are_not_kept_by_browsers_but_files_are()
    {
        (await shared.App.Browser().Get("/")).Header("Cache-Control").ShouldBe("no-store");
        var css = (await shared.App.Browser().Get("/")).Document.QuerySelectorAll("link[rel=stylesheet]")[0].GetAttribute("href")!;
        (await shared.App.Browser().Get(css)).Header("Cache-Control").ShouldNotBeNull().ShouldContain("max-age");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    public async Task No_page_has_inline_script_or_style(string path)
    {
        var document = (await shared.App.Browser().Get(path)).Document;

        document.QuerySelectorAll("script:not([src]), style, [style]").ShouldBeEmpty();
        document.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cookies_are_closed_to_scripts_and_other_sites()
    {
        var browser = shared.App.Browser();
        var form = await browser.Get("/sign-in");
        var signedIn = await browser.Post("/sign-in", form, ("persona", "doctor"));

        form.Header("Set-Cookie").ShouldNotBeNull().ShouldContain("httponly");
        form.Header("Set-Cookie")!.ShouldContain("samesite=strict");
        signedIn.Header("Set-Cookie").ShouldNotBeNull().ShouldContain("httponly");
        signedIn.Header("Set-Cookie")!.ShouldContain("samesite=lax");
    }

    [Fact]
    public async Task Over_https_cookies_are_secure_and_the_browser_stays_on_https()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://yhteys.example/sign-in");
        var page = await Page.Of(await shared.App.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Header("Strict-Transport-Security").ShouldNotBeNull().ShouldContain("max-age=");
        page.Header("Set-Cookie").ShouldNotBeNull().ShouldContain("secure");
    }

    [Fact]
    public async Task The_first_page_is_small()
    {
        var browser = shared.App.Browser();
        var page = await browser.Get("/");
        var bytes = page.Html.Length;
        foreach (var href in page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            bytes += (await browser.Get(href)).Html.Length;

        bytes.ShouldBeLessThan(60_000);
    }
}
