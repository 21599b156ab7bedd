using Microsoft.Extensions.DependencyInjection;
using Yhteys.Calendar;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Live;
using Yhteys.Web.SignIn;
using Yhteys.Web.Tests.KeepTyped;

namespace Yhteys.Web.Tests.SignIn;

/// <summary>When access ends: on signing out, after a long day and with the role, whatever cookie somebody still has.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly MovableTime _time = new();
    private readonly WebApp _app;

    public SessionTests() => _app = new(adjust: b => b.Services.AddSingleton<TimeProvider>(_time), county: Engines.Sqlite);

    [Fact]
    public async Task A_cookie_that_was_kept_opens_nothing_after_signing_out_also_after_a_restart()
    {
        using var browser = await _app.SignedIn("resident");
        using var copy = CopyOf(browser);
        var page = await copy.Get("/my-matters");
        page.Status.ShouldBe(200);

        (await browser.Post("/sign-out", page)).Location.ShouldBe("/");

        (await copy.Get("/my-matters")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        (await copy.Get("/")).Document.QuerySelector(".person").ShouldBeNull();
        Directory.EnumerateFiles(Path.Combine(_app.Settings.DataFolder, "sign-in-keys", "ended")).ShouldHaveSingleItem();
        using var other = await _app.SignedIn("resident");
        (await other.Get("/my-matters")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_signs_in_over_a_session_leaves_it()
    {
        using var browser = await _app.SignedIn("doctor");
        using var copy = CopyOf(browser);

        await browser.SignIn("resident");

        (await copy.Get("/people")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        (await browser.Get("/my-matters")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_busy_session_ends_after_a_long_day_and_what_was_typed_is_kept()
    {
        using var browser = await _app.SignedIn("doctor");
        Page page;
        var hours = 0d;
        while ((page = await browser.Get("/people")).Status == 200 && hours < 24)
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            hours += 0.5;
        }

        hours.ShouldBe(Session.Longest.TotalHours);
        page.Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        using var again = await _app.SignedIn("doctor");
        var form = await again.Get("/people");
        for (; hours > 0; hours -= 0.5)
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await again.Get("/people");
        }

        var ended = await again.Post("/people", form, ("Name", "Esimerkki Äyrämö"), ("BirthDate", "1.2.1980"));
        ended.Status.ShouldBe(401);
        (await again.Send("/sign-in", [.. ended.Fields("/sign-in"), ("persona", "doctor")])).Main.ShouldContain("Esimerkki Äyrämö");
    }

    [Fact]
    public async Task A_professional_whose_role_has_ended_sees_nothing_more()
    {
        using var doctor = await _app.SignedIn("doctor");
        (await doctor.Get("/worklist")).Status.ShouldBe(200);

        await EndRoleToday();
        (await doctor.Get("/worklist")).Status.ShouldBe(200);
        _app.Clock.Advance(NodaTime.Duration.FromDays(1));

        (await doctor.Get("/worklist")).Location.ShouldNotBeNull().ShouldStartWith("/sign-in");
        var refused = await doctor.SignIn("doctor");
        refused.Status.ShouldBe(422);
        refused.Main.ShouldContain("Rooli, jossa kirjautuisit, on päättynyt");
    }

    [Fact]
    public async Task News_end_with_the_session()
    {
        using var browser = await _app.SignedIn("doctor");
        using var copy = CopyOf(browser);
        using var response = await copy.Http.GetAsync(new Uri("/live?topics=cases", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        (await reader.ReadLineAsync(Cancel)).ShouldBe(": open");
        await reader.ReadLineAsync(Cancel);

        await browser.Post("/sign-out", await browser.Get("/people"));
        _app.Services.GetRequiredService<LiveFeed>().Publish("cases", 7);

        (await reader.ReadLineAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task News_end_when_nobody_has_done_anything_for_as_long_as_a_session_lasts_and_go_on_for_who_has()
    {
        using var idle = await _app.SignedIn("doctor");
        using var busy = await _app.SignedIn("doctor");
        var (idleNews, busyNews) = (await News(idle), await News(busy));
        var half = TimeSpan.FromMinutes(_app.Settings.SessionMinutes / 2d);

        _time.Advance(half + TimeSpan.FromMinutes(1));
        _app.Services.GetRequiredService<LiveFeed>().Publish("cases", 7);
        await idleNews.ReadLineAsync(Cancel);
        (await idleNews.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        await busyNews.ReadLineAsync(Cancel);
        (await busyNews.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await busy.Get("/people")).Status.ShouldBe(200);
        // The list that the news are about is fetched by the page itself.
        (await idle.Refresh("/worklist/rows")).Status.ShouldBe(200);
        _time.Advance(half);
        _app.Services.GetRequiredService<LiveFeed>().Publish("cases", 8);

        (await idleNews.ReadToEndAsync(Cancel)).ShouldNotContain("cases 8");
        (await busyNews.ReadToEndAsync(Cancel)).ShouldNotContain("cases 8");
        (await idle.Get("/live?topics=cases")).Status.ShouldBe(401);
        (await (await News(busy)).ReadLineAsync(Cancel)).ShouldBe("");
    }

    [Fact]
    public void What_could_not_be_valid_any_more_is_forgotten()
    {
        var ended = _app.Services.GetRequiredService<EndedSessions>();
        var (first, second) = (new Session(Guid.NewGuid(), _time.GetUtcNow()), new Session(Guid.NewGuid(), _time.GetUtcNow()));
        ended.End(first);
        ended.Has(first).ShouldBeTrue();
        ActivatorUtilities.CreateInstance<EndedSessions>(_app.Services).Has(first).ShouldBeTrue();

        _time.Advance(Session.Longest + TimeSpan.FromMinutes(1));
        ended.End(second);

        (ended.Has(first), ended.Has(second)).ShouldBe((false, true));
    }

    public void Dispose() => _app.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The news of a browser after their opening.</summary>
    private static async Task<StreamReader> News(Browser browser)
    {
        var response = await browser.Http.GetAsync(new Uri("/live?topics=cases", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        (await reader.ReadLineAsync(Cancel)).ShouldBe(": open");
        return reader;
    }

    private async Task EndRoleToday()
    {
        var (doctor, unit, today) = (DemoIds.Of("doctor"), DemoIds.Unit("health_centre"), _app.Clock.Today());
        (await _app.Journal.Handle(new Envelope(Guid.NewGuid(), Actor.System, "test"), work => Organisation.EndRole.Decide(
            work.State<ProfessionalState>(doctor), new(doctor, unit, Roles.Doctor, today), [], [], today))).Accepted.ShouldBeTrue();
    }

    private Browser CopyOf(Browser browser)
    {
        var copy = _app.Browser();
        copy.Cookies.Add(browser.Cookies.GetCookies(new Uri(Browser.Origin)));
        return copy;
    }
}
