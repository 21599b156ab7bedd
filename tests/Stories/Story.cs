using System.Diagnostics;
using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Organisation;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// A tale of people in a county, told through the real web pages: units and staff, and nothing has happened yet. The clock stands still
/// until the story moves it.
/// </summary>
public abstract class Story : IDisposable
{
    protected static readonly Guid Aino = DemoIds.Person("resident"), Eetu = DemoIds.Person("young_person"), Goran = DemoIds.Person("older_resident");

    private static readonly Instant Beginning = Instant.FromUtc(2026, 3, 2, 5, 0);
    private static readonly DemoOptions Quiet = new(20, 0, 1, Beginning);

    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CurrentUser> _others = new(StringComparer.Ordinal);
    private long _told;

    /// <param name="engine">The database that the county lies on.</param>
    /// <param name="lived">The county has two weeks of life behind it, and it is Tuesday 10.3. at nine; else nothing has happened, and it is the 2nd.</param>
    protected Story(string engine, bool lived = false)
    {
        if (Engines.Missing(engine) is { } why)
            Assert.Skip(why);
        App = new(county: engine, lived: lived ? null : Quiet);
        if (!lived)
            App.Clock.Now = Beginning;
    }

    protected WebApp App { get; }

    protected Journal Journal => App.Journal;

    protected LocalDate Today => FinnishTime.Day(App.Clock.Now);

    /// <summary>It is now this moment of 2026 in Finland; never earlier than before.</summary>
    protected void Now(int day, int month, int hour, int minute = 0)
    {
        var at = new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(Fi.Helsinki).ToInstant();
        (at >= App.Clock.Now).ShouldBeTrue("A story goes forward in time.");
        App.Clock.Now = at;
    }

    protected async Task<Browser> As(string persona, string language = "fi")
    {
        var key = $"{persona} {language}";
        if (!_browsers.TryGetValue(key, out var browser))
            _browsers[key] = browser = _others.TryGetValue(persona, out var other) ? App.SignedIn(other, language) : await App.SignedIn(persona, language);
        return browser;
    }

    /// <summary>Somebody who is no persona of the sign-in takes part.</summary>
    protected void TakesPart(string called, CurrentUser user) => _others[called] = user;

    /// <summary>Opens a page, which must be there.</summary>
    protected async Task<Page> Open(string persona, string path, string language = "fi")
    {
        var page = await (await As(persona, language)).Get(path);
        page.Status.ShouldBe(200, $"{persona} opens {path}: {page.Heading}");
        return page;
    }

    /// <summary>The address of a page.</summary>
    protected static string Address(Page page) => page.Response.RequestMessage!.RequestUri!.AbsolutePath;

    /// <summary>Opens a page until it is as it should be: what goes on behind the pages is there in a second or two. Gives the last one.</summary>
    protected async Task<Page> Until(string persona, string path, Func<Page, bool> ready)
    {
        var end = Stopwatch.GetTimestamp() + 10 * Stopwatch.Frequency;
        while (true)
        {
            var page = await Open(persona, path);
            if (ready(page) || Stopwatch.GetTimestamp() > end)
                return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The status of a page that somebody may be kept from.</summary>
    protected async Task<int> Tries(string persona, string path) => (await (await As(persona)).Get(path)).Status;

    /// <summary>Fills the form of a page and sends it; it must be refused beside a field, with the sentence. Gives the page shown again.</summary>
    protected async Task<Page> Refused(string persona, Page from, string action, string sentence, params (string Name, string Value)[] fields)
    {
        var page = await (await As(persona)).Submit(from, action, fields);
        page.Status.ShouldBe(422, $"{persona} sends {action}");
        page.Errors().ShouldContain(sentence);
        return page;
    }

    /// <summary>Fills the form of a page and sends it; it must be accepted. Gives the page that follows.</summary>
    protected Task<Page> Send(string persona, Page from, string action, params (string Name, string Value)[] fields) => Send(persona, "fi", from, action, fields);

    protected async Task<Page> Send(string persona, string language, Page from, string action, (string Name, string Value)[] fields)
    {
        var browser = await As(persona, language);
        var answer = await browser.Submit(from, action, fields);
        answer.Status.ShouldBe(302, $"{persona} sends {action}: {string.Join(' ', answer.Errors())}");
        var page = await browser.Follow(answer);
        page.Status.ShouldBe(200);
        return page;
    }

    protected MatterRow Matter(Guid matter) => Journal.Find<MatterRow>(matter).ShouldNotBeNull();

    /// <summary>The events since this was last asked.</summary>
    protected IReadOnlyList<IEvent> Happened()
    {
        var events = Journal.Read(_told).ToList();
        _told = Journal.Head.Position;
        return [.. events.Select(r => r.Event)];
    }

    /// <summary>The only event of its kind since the events were last asked for.</summary>
    protected T Happened<T>() where T : IEvent => Happened().OfType<T>().ShouldHaveSingleItem();

    /// <summary>A clock of a matter by the rules in force.</summary>
    protected ClockResult Clock(Guid matter, string rule)
    {
        var content = App.Services.GetRequiredService<ContentStore>().Current;
        return StatutoryClocks.Compute(Matter(matter).Clock.ToFacts(), RuleSet.Of(content), CountySettings.Of(content.County.Clocks))
            .Where(c => c.Rule.Id == rule).ShouldHaveSingleItem();
    }

    /// <summary>The state of a clock today, and its last day by the count.</summary>
    protected (ClockState State, LocalDate? Strict) ClockNow(Guid matter, string rule) =>
        Clock(matter, rule) is var clock ? (clock.StateOn(Today), clock.Strict) : default;

    /// <summary>The county tells what is due: tasks to professionals, times to residents. The server does it each minute.</summary>
    protected async Task Tells()
    {
        await Journal.CaughtUp();
        await App.Services.GetRequiredService<EscalationRounds>().Run();
        await Journal.CaughtUp();
    }

    /// <summary>A figure of a board, by its label.</summary>
    protected static string Figure(Page page, string label) => page.Document.QuerySelectorAll(".stat")
        .First(s => s.QuerySelector(".stat-label")!.TextContent.Trim() == label).QuerySelector(".stat-value")!.TextContent.Trim();

    protected static long Number(string figure) => long.Parse(string.Concat(figure.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    protected static void Says(Page page, params string[] texts)
    {
        var main = page.Main.Replace('\u00a0', ' ');
        foreach (var text in texts)
            main.ShouldContain(text);
    }

    protected static void DoesNotSay(Page page, params string[] texts)
    {
        var main = page.Main.Replace('\u00a0', ' ');
        foreach (var text in texts)
            main.ShouldNotContain(text);
    }

    /// <summary>Nothing in the journal or its views is other than it should be.</summary>
    protected void Then_the_journal_is_sound() => App.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        App.Dispose();
    }
}
