using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;
using Yhteys.Ui;
using Yhteys.Web.Cli;
using Yhteys.Web.Host;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// A tale of people in a county, told through the real web pages: units and staff, and nothing has happened yet. The clock stands still
/// until the story moves it.
/// </summary>
public abstract class Story : IDisposable
{
    protected static readonly Guid Aino = DemoIds.Person("resident"), Eetu = DemoIds.Person("young_person"), Goran = DemoIds.Person("older_resident");

    // Made once; each story has a copy of its own.
    private static readonly Lazy<Settings> Template = new(Make);
    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private long _told;

    private static readonly Instant Beginning = Instant.FromUtc(2026, 3, 2, 5, 0);

    /// <param name="lived">The county has two weeks of life behind it, and it is Tuesday 10.3. at nine; else nothing has happened, and it is the 2nd.</param>
    protected Story(bool lived = false)
    {
        App = lived ? new(county: Engines.Sqlite) : new(Copy);
        if (!lived)
            App.Clock.Now = Beginning;
    }

    protected WebApp App { get; }

    protected Journal Journal => App.Journal;

    protected LocalDate Today => Fi.Day(App.Clock.Now);

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
            _browsers[key] = browser = await App.SignedIn(persona, language);
        return browser;
    }

    /// <summary>Opens a page, which must be there.</summary>
    protected async Task<Page> Open(string persona, string path, string language = "fi")
    {
        var page = await (await As(persona, language)).Get(path);
        page.Status.ShouldBe(200, $"{persona} opens {path}: {page.Heading}");
        return page;
    }

    /// <summary>Fills the form of a page and sends it; it must be accepted. Gives the page that follows.</summary>
    protected async Task<Page> Send(string persona, Page from, string action, params (string Name, string Value)[] fields)
    {
        var browser = await As(persona);
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

    private static void Copy(Settings settings)
    {
        (settings.MasterKey, settings.ChainKey) = (Template.Value.MasterKey, Template.Value.ChainKey);
        foreach (var file in Directory.EnumerateFiles(Template.Value.DataFolder))
            File.Copy(file, Path.Combine(settings.DataFolder, Path.GetFileName(file)));
    }

    private static Settings Make()
    {
        var settings = new Settings { DataFolder = Directory.CreateTempSubdirectory("yhteys-stories-").FullName, ContentFolder = Repository.PathOf("content"), Demo = true };
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(settings.DataFolder, recursive: true);
        DemoFilling.Fill(settings, new DemoOptions(20, 0, 1, Beginning), _ => { }).Problem.ShouldBeNull();
        return settings;
    }
}
