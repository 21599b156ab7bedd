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
    public async Task The_signed_in_are_not_limited()
    {
        using var app = new WebApp(s => s.FormsPerMinute = 1);
        var browser = await app.SignedIn("doctor");
        for (var i = 0; i < 5; i++)
            (await browser.Post("/people", await browser.Get("/people"))).Status.ShouldNotBe(429);
    }
}
