using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Testing;

namespace Yhteys.Web.Tests.Desk;

/// <summary>No page of every day reads a whole table or sorts one: what is quick in a small county must be quick in a big one.</summary>
public sealed class QueryPlanTests
{
    // Small whatever the county does, or asked once for all readers.
    private static readonly string[] Small = ["organisation_", "content_", "views", "matters_worklistcountrow", "access_tasks_inboxcountrow", "sqlite_master"];

    // Asked by the county's own timers now and then (tasks, publishing, keeping of views), not by pages.
    private static readonly string[] OfTimers = ["view_use", "access_tasks_", "access_publications_"];

    // The sixteen widths that rows of a past day are looked for by; what is found of one day is grouped, and kept.
    private const string Widths = "widths", OfOneDay = "access_past_";

    // Read at most once a second, whoever looks.
    private static readonly string[] SharedByAll = ["access_clocks_"];

    // The few rows of one person or one matter may be sorted.
    private static readonly string[] OfOne = ["(Matter=?)", "(Person=?)", "(matter = ", "(person = "];

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Hot_pages_walk_indexes(string engine)
    {
        if (Engines.Missing(engine) is { } reason)
            Assert.Skip(reason);
        using var app = new WebApp(county: engine);
        using var asked = new AskedQueries(app.Services.GetRequiredService<Database>());

        await Open(app, "guidance_nurse", [
            "/worklist", "/worklist/rows", "/worklist?unit=all", "/worklist?whose=mine", "/worklist?whose=free&unit=all", "/worklist?line=primary_care",
            "/worklist?channel=phone&page=2", "/worklist?unit=all&line=oral_health&channel=web&whose=free",
        ]);
        using (var nurse = await app.SignedIn("guidance_nurse"))
        {
            var list = await nurse.Get("/worklist");
            await nurse.Get(list.Document.QuerySelector("main a[href^='/matters/']")!.GetAttribute("href")!);
        }

        await Open(app, "resident", ["/", "/contact", "/my-matters", "/my-appointments"]);
        await Open(app, "county_director", ["/board", $"/board?on={Yesterday(app)}&known=then", $"/board?on={Yesterday(app)}&known=now", $"/board/waits?on={Yesterday(app)}"]);

        var plans = asked.Plans();
        plans.Count.ShouldBeGreaterThan(15);
        plans.Where(p => p.Scanned.Any(t => t != Widths && !SharedByAll.Concat(Small).Concat(OfTimers).Any(t.StartsWith))).Select(p => p.ToString()).ShouldBeEmpty("reads a whole table");
        plans.Where(p => p.Sorts && !p.Sql.Contains(OfOneDay, StringComparison.Ordinal) && !OfOne.Any(one => p.Steps.Any(step => step.Contains(one, StringComparison.Ordinal)))
            && !SharedByAll.Concat(Small).Concat(OfTimers).Any(t => p.Sql.Contains($"from {t}", StringComparison.Ordinal))).Select(p => p.ToString()).ShouldBeEmpty("sorts");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Watches_of_each_minute_walk_indexes(string engine)
    {
        if (Engines.Missing(engine) is { } reason)
            Assert.Skip(reason);
        using var app = new WebApp(county: engine);
        using var asked = new AskedQueries(app.Services.GetRequiredService<Database>());
        var watches = app.Services.GetServices<IHostedService>().OfType<PeriodicWatch>().Where(w => w is not Access.Publish.OnTime.PublishOnTime).ToList();

        foreach (var watch in watches)
            await watch.LookOnce(TestContext.Current.CancellationToken);

        watches.Count.ShouldBe(7);
        app.Log.Lines.ShouldBeEmpty();
        asked.Plans().Where(p => p.Scanned.Any(t => !Small.Any(t.StartsWith))).Select(p => p.ToString()).ShouldBeEmpty("reads a whole table");
    }

    [Fact]
    public void A_scan_and_a_sort_are_seen()
    {
        using var app = new WebApp(county: Engines.Sqlite);
        using var asked = new AskedQueries(app.Services.GetRequiredService<Database>());
        var people = app.Journal.Views.Table<Residents.Vault.PersonRow>();

        app.Journal.Database.Query<Guid>($"select person from {people} order by language limit 5");
        app.Journal.Database.Query<Guid>($"select person from {people} where language = 'sv'");
        app.Journal.Database.Query<Guid>($"select person from {people} where birthdate = 1 order by person limit 5");

        // The watches of the background may ask meanwhile.
        var plans = asked.Plans().Where(p => p.Sql.Contains(people, StringComparison.Ordinal)).ToList();
        plans.Count(p => p.Sorts).ShouldBe(1);
        plans.Count(p => p.Scanned.Any()).ShouldBe(2);
    }

    private static string Yesterday(WebApp app) => FinnishTime.Day(app.Clock.Now).PlusDays(-1).Iso();

    private static async Task Open(WebApp app, string persona, string[] paths)
    {
        using var browser = await app.SignedIn(persona);
        foreach (var path in paths)
            (await browser.Get(path)).Status.ShouldBe(200, path);
    }
}
