using Yhteys.Testing;

namespace Yhteys.Web.Tests.Host;

public sealed class RateLimitsTests
{
    [Fact]
    public async Task The_fourth_form_of_a_minute_is_told_to_wait_when_three_are_allowed()
    {
        using var app = new WebApp(s => s.FormsPerMinute = 3);
        var browser = app.Browser();
        var form = await browser.Get("/sign-in");
        for (var i = 0; i < 3; i++)
            (await browser.Post("/sign-in", form, ("persona", "nobody"))).Status.ShouldBe(422);

        var page = await browser.Post("/sign-in", form, ("persona", "nobody"));

        page.Status.ShouldBe(429);
        page.Heading.ShouldBe("Liian monta lähetystä lyhyessä ajassa");
        int.Parse(page.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        (await browser.Get("/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_fourth_form_of_a_resident_is_told_to_wait_and_nobody_else_is()
    {
        using var app = new WebApp(s => s.FormsPerMinute = 3, county: Engines.Sqlite);
        var (browser, other) = (await app.SignedIn("resident"), await app.SignedIn("older_resident"));
        var form = await browser.Get("/contact");
        for (var i = 0; i < 5; i++)
            (await browser.Post("/contact/topics", form, ("About", "polvi"))).Status.ShouldNotBe(429, "it is asked while one types");
        for (var i = 0; i < 3; i++)
            (await browser.Post(i == 0 ? "/worry" : "/contact", form)).Status.ShouldBe(422);

        var page = await browser.Post("/contact", form, ("Text", "Esimerkki: polvi on kipeä."));

        (page.Status, page.Heading).ShouldBe((429, "Liian monta lähetystä lyhyessä ajassa"));
        page.Main.ShouldContain("palaa selaimen takaisin-painikkeella");
        (await other.Post("/contact", await other.Get("/contact"))).Status.ShouldBe(422);
        (await browser.Post("/sign-out", form)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Professionals_are_not_limited()
    {
        using var app = new WebApp(s => s.FormsPerMinute = 1);
        var browser = await app.SignedIn("doctor");
        for (var i = 0; i < 5; i++)
            (await browser.Post("/people", await browser.Get("/people"))).Status.ShouldNotBe(429);
    }
}
