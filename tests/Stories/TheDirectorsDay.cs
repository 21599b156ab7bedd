using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>Dan steers the county by figures: he sees them move, sends them on, publishes last month's, and never meets a resident's data.</summary>
public abstract class TheDirectorsDay(string engine) : Story(engine, lived: true)
{
    private long _open, _helped;

    [Fact]
    public async Task Is_a_day_of_figures_and_of_nobodys_data()
    {
        await Given_the_board_is_where_he_lands();
        await When_a_nurse_helps_somebody_the_board_moves();
        await Then_the_file_says_the_same_as_the_page();
        await When_he_wants_to_look_at_people_the_doors_are_shut();
        await Then_the_unit_manager_goes_from_the_figure_to_the_list();
        await When_he_publishes_last_month_everybody_may_read_it();
        Then_he_has_read_of_nobody();
        Then_the_journal_is_sound();
    }

    private async Task Given_the_board_is_where_he_lands()
    {
        var director = await As("county_director");
        var signedIn = await director.SignIn("county_director");
        signedIn.Location.ShouldBe("/board");
        await Journal.CaughtUp();
        var board = await Open("county_director", "/board");
        Says(board, "Hoitoon ja palveluun pääsy nyt", "Määräaika kesken tai ylitetty", "Määräaika ylitetty");
        Said(board).Open.ShouldBeGreaterThanOrEqualTo(Journal.Query<long>(v => $"select count(*) from {v.Table<MatterRow>()} where open = 1 and handler is not null")[0]);
        Happened();
    }

    private async Task When_a_nurse_helps_somebody_the_board_moves()
    {
        // What the county does by itself when it starts has been done by now.
        await Journal.CaughtUp();
        var board = await Open("county_director", "/board");
        (_open, _helped) = Said(board);
        await Send("older_resident", await Open("older_resident", "/contact"), "/contact",
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", "Esimerkki: olkapää on kipeä."), ("HelpWanted", "days"), ("ReplyBy", "web"));
        var matter = Happened<ContactReceived>().Matter;
        await Journal.CaughtUp();
        await BoardSays(_open + 1, _helped);

        await Send("guidance_nurse", await Open("guidance_nurse", $"/matters/{matter}"), $"/matters/{matter}/help", ("Text", "Esimerkki: näin sinua autetaan."));
        Happened<HelpedAtFirstContact>().Matter.ShouldBe(matter);
        await Journal.CaughtUp();
        await BoardSays(_open, _helped + 1);
    }

    private async Task BoardSays(long open, long helped)
    {
        var board = await Until("county_director", "/board", page => Said(page) == (open, helped));
        Said(board).ShouldBe((open, helped));
    }

    private static (long Open, long Helped) Said(Page page) => (Number(Figure(page, "Määräaika kesken tai ylitetty")), Number(Figure(page, "Autettu 30 vrk:ssa")));

    private async Task Then_the_file_says_the_same_as_the_page()
    {
        var csv = await (await As("county_director")).Get("/board.csv");
        var rows = csv.Html.Trim('\ufeff').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(';')).ToList();
        var open = Array.IndexOf(rows[0], "Määräaika kesken tai ylitetty");
        rows.Skip(1).Sum(r => long.Parse(r[open], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(_open);
    }

    private async Task When_he_wants_to_look_at_people_the_doors_are_shut()
    {
        var director = await As("county_director");
        var matter = Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} limit 1")[0].Matter;
        foreach (var path in new[] { $"/matters/{matter}", "/people", "/appointments/day", "/schedule", "/read-log", $"/matters/{matter}/offer" })
            (await director.Get(path)).Status.ShouldBe(403, path);
    }

    private async Task Then_the_unit_manager_goes_from_the_figure_to_the_list()
    {
        var board = await Open("unit_manager", "/board");
        var link = board.Document.QuerySelectorAll("a[href^='/board/list?unit=']").First(a => a.GetAttribute("href")!.Contains(DemoIds.Unit("health_centre").ToString(), StringComparison.Ordinal));
        var list = await Open("unit_manager", link.GetAttribute("href")!);
        var (unit, line) = (DemoIds.Unit("health_centre"), "primary_care");
        link.GetAttribute("href")!.ShouldBe($"/board/list?unit={unit}&line={line}");
        var open = Journal.Query<MatterRow>(v => $"""
            select * from {v.Table<MatterRow>()} where unit = @unit and serviceline = @line
            and matter in (select matter from {v.Table<Access.Views.ContactRow>()} where open = 1)
            """, new { unit, line });
        open.ShouldNotBeEmpty();
        Says(list, [.. open.Select(m => m.Number)]);
        list.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(open.Count);
    }

    private async Task When_he_publishes_last_month_everybody_may_read_it()
    {
        // The figures of a preview are published only as they were seen.
        await Journal.CaughtUp();
        var list = await Open("county_director", "/publish");
        var month = list.Document.QuerySelectorAll("main a[href^='/publish/']").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("2026-02", StringComparison.Ordinal));
        await Send("county_director", await Open("county_director", month), month);
        Happened().Select(e => e.GetType().Name).ShouldContain("FiguresPublished");
        using var anybody = App.Browser();
        var published = await anybody.Get("/published");
        published.Status.ShouldBe(200);
        Says(published, "helmikuu 2026");
    }

    private void Then_he_has_read_of_nobody() =>
        App.Services.GetRequiredService<ReadLogQueries>().Audit(new AuditSearch(Who: DemoIds.Of("county_director"))).ShouldBeEmpty();
}

public sealed class TheDirectorsDayOnSqlite() : TheDirectorsDay(Engines.Sqlite);

public sealed class TheDirectorsDayOnPostgres() : TheDirectorsDay(Engines.Postgres);
