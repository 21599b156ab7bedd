using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.ReadLog;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The board's sections and past days as pages, files and a list of people.</summary>
public sealed partial class PastBoardTests : IDisposable
{
    private static readonly string[] Sections = ["/board", "/board/groups", "/board/places", "/board/waits", "/board/forecast", "/board/trend"];
    private readonly WebApp _app = new(county: Engines.Sqlite);

    private LocalDate Today => FinnishTime.Day(_app.Clock.Now);

    private OrganisationQueries Organisation => _app.Services.GetRequiredService<OrganisationQueries>();

    /// <summary>Names of the units that the manager leads.</summary>
    private List<string> Led => [.. Organisation.Professional(DemoIds.Of("unit_manager"))!.Roles.Where(r => r.Role == Roles.UnitManager).Select(r => Organisation.Unit(r.Unit)!.Name.Fi)];

    private string Own => Organisation.Unit(DemoIds.Unit("health_centre"))!.Name.Fi;

    private LocalDate First => FinnishTime.Day(_app.Journal.Read(0, 1).First().RecordedAt);

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("fi", "Mennyt päivä", "Palaa tilanteeseen nyt")]
    [InlineData("sv", "En tidigare dag", "Tillbaka till läget nu")]
    [InlineData("en", "A past day", "Back to the situation now")]
    public async Task A_past_day_says_loudly_that_it_is_one_and_keeps_the_day_from_section_to_section(string language, string says, string back)
    {
        await CaughtUp();
        using var director = await _app.SignedIn("county_director", language);
        foreach (var section in Sections)
            foreach (var known in (string[])["then", "now"])
            {
                var page = await director.Get($"{section}?on={Today.PlusDays(-4).Iso()}&known={known}");
                page.Status.ShouldBe(200);
                var banner = page.Document.QuerySelector("#past-day")!.TextContent;
                banner.ShouldContain(says);
                banner.ShouldContain(back);
                page.Document.QuerySelectorAll(".tabs a").Select(a => a.GetAttribute("href")).ShouldBe(Sections.Select(s => $"{s}?on={Today.PlusDays(-4).Iso()}&known={known}"));
                // A picture of the past does not move.
                page.Document.QuerySelector("main [data-live]").ShouldBeNull();
                page.Main.ShouldNotContain("_");
            }
    }

    [Fact]
    public async Task The_switch_and_the_way_back_are_links()
    {
        await CaughtUp();
        using var director = await _app.SignedIn("county_director");
        var then = await director.Get($"/board/waits?on={Today.PlusDays(-3).Iso()}");
        var links = then.Document.QuerySelectorAll("#past-day a").Select(a => a.GetAttribute("href")).ToList();

        links.ShouldBe([$"/board/waits?on={Today.PlusDays(-3).Iso()}&known=now", "/board/waits"]);
        (await director.Get(links[1]!)).Document.QuerySelector("#past-day").ShouldBeNull();
        then.Document.QuerySelector("#on")!.GetAttribute("value").ShouldBe(Fi.Date(Today.PlusDays(-3)));
    }

    [Fact]
    public async Task A_day_that_has_not_been_or_was_before_the_journal_or_is_no_day_is_refused_with_its_sentence()
    {
        using var director = await _app.SignedIn("county_director");
        foreach (var (on, sentence) in new[]
        {
            (Today.PlusDays(1).Iso(), $"{Fi.Date(Today.PlusDays(1))} on tulevaisuudessa."), (First.PlusDays(-1).Iso(), $"Kirjaukset alkavat {Fi.Date(First)}."), ("eilen", "Kirjoita päivä muodossa"),
            ("<b>🙂", "Kirjoita päivä muodossa"), ("31.2.2026", "Kirjoita päivä muodossa"),
        })
            foreach (var path in (string[])["/board", "/board/groups"])
            {
                var page = await director.Get($"{path}?on={Uri.EscapeDataString(on)}&known=then");
                page.Status.ShouldBe(422, on);
                page.Document.QuerySelector(".error-summary")!.TextContent.ShouldContain(sentence);
                page.Document.QuerySelector("#on")!.GetAttribute("value").ShouldBe(on);
                page.Document.QuerySelector("#on")!.GetAttribute("aria-invalid").ShouldBe("true");
                (await director.Get($"{path}.csv?on={Uri.EscapeDataString(on)}")).Status.ShouldBe(422, on);
            }

        using var manager = await _app.SignedIn("unit_manager");
        (await manager.Get($"/board/list?on={Today.PlusDays(1).Iso()}")).Status.ShouldBe(422);
        (await director.Get($"/board?on={First.Iso()}")).Status.ShouldBe(200);
        // Today is the live board.
        (await director.Get($"/board?on={Today.Iso()}&known=now")).Document.QuerySelector("#past-day").ShouldBeNull();
    }

    [Fact]
    public async Task The_file_of_a_past_day_says_the_same_as_its_page()
    {
        await CaughtUp();
        using var director = await _app.SignedIn("county_director");
        foreach (var known in (string[])["then", "now"])
        {
            var query = $"?on={Today.PlusDays(-2).Iso()}&known={known}";
            var open = (await director.Get("/board" + query)).Document.QuerySelectorAll("#board-lines ~ tfoot td").First().TextContent.Trim();
            var csv = await director.Get("/board.csv" + query);
            var rows = Lines(csv);
            rows.Skip(1).ShouldAllBe(r => r[0] == Today.PlusDays(-2).Iso());
            rows.Skip(1).Sum(r => int.Parse(r[3], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture).ShouldBe(open);
            csv.Header("Content-Disposition")!.ShouldContain($"yhteys-board-{Today.PlusDays(-2).Iso()}{(known == "now" ? "-known-now" : "")}.csv");
        }

        var trend = Lines(await director.Get("/board/trend.csv"));
        var table = (await director.Get("/board/trend")).Document.QuerySelectorAll("#board-trend ~ tbody tr").First().QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        trend[0][5..8].ShouldBe(["Arviosta hoitoon, mediaani (vrk)", "Arviosta hoitoon, 90 % (vrk)", "Yhteydenotosta hoitoon, mediaani (vrk)"]);
        (trend[^1][5], trend[^1][7]).ShouldBe((table[4].Replace("–", "", StringComparison.Ordinal), table[5].Replace("–", "", StringComparison.Ordinal)));
        trend.ShouldAllBe(row => row.Length == 11);
        (table[6].StartsWith('–'), table[7]).ShouldBe((trend[^1][9] == "0", trend[^1][9]));

        foreach (var section in Sections)
        {
            // Each file that the page offers has one table: every row has the cells of its heads.
            var files = (await director.Get(section)).Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(href => href.EndsWith(".csv", StringComparison.Ordinal)).ToList();
            files.ShouldContain($"{section}.csv");
            files.Count.ShouldBe(section is "/board/waits" or "/board/groups" ? 2 : 1, section);
            foreach (var file in files)
            {
                var rows = (await director.Get(file)).Html.Trim('\ufeff').Split("\r\n").SkipLast(1).ToList();
                rows.Count.ShouldBeGreaterThan(0, file);
                rows.ShouldAllBe(row => row.Length > 0, file);
                Lines(await director.Get(file)).Select(row => row.Length).Distinct().ShouldHaveSingleItem(file);
            }
        }
    }

    [Theory]
    [InlineData("fi", "Kirjaukset alkavat", "kirjauksia")]
    [InlineData("sv", "Anteckningarna börjar", "anteckningar från")]
    [InlineData("en", "Records begin", "records from")]
    public async Task The_trend_says_where_the_records_begin_and_which_figures_rest_on_less_than_thirty_days_of_them(string language, string begins, string days)
    {
        await CaughtUp();
        using var director = await _app.SignedIn("county_director", language);
        var page = await director.Get("/board/trend");
        var first = _app.Journal.Read().First(r => r.Event is Access.IClockSubject).RecordedAt;
        page.Document.QuerySelector("#trend-changes li")!.TextContent.ShouldEndWith($": {begins}");
        if (language == "fi")
            page.Document.QuerySelector("#trend-changes li")!.TextContent.ShouldStartWith(Fi.Date(FinnishTime.Day(first)));
        page.Document.QuerySelectorAll("figure.lines").ShouldAllBe(figure => figure.QuerySelectorAll(".mark-line").Length >= 1);

        var told = page.Document.QuerySelectorAll("#board-trend ~ tbody th").Reverse().Select(h => h.TextContent.Contains(days, StringComparison.Ordinal)).ToList();
        var rows = (await director.Get("/board/trend.csv")).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => int.Parse(row.Split(language == "en" ? ',' : ';')[10], CultureInfo.InvariantCulture)).ToList();
        told.ShouldBe(rows.Select(n => n < 30));
        told.ShouldContain(true);
        page.Document.QuerySelectorAll("#board-trend ~ tbody tr").Length.ShouldBe(rows.Count);
        page.Document.QuerySelectorAll("figure.lines")[1].QuerySelectorAll(".hollow").Length.ShouldBeLessThanOrEqualTo(told.Count(t => t));
    }

    [Fact]
    public async Task The_file_of_municipalities_tells_the_same_rows_as_the_page()
    {
        await CaughtUp();
        using var director = await _app.SignedIn("county_director");
        var table = (await director.Get("/board/places")).Document.QuerySelectorAll("#board-places ~ tbody tr").Select(row => (row.QuerySelector("th")!.TextContent.Trim(), row.QuerySelector("td")!.TextContent.Trim())).ToList();
        table.ShouldContain(row => row.Item1 == "Muut kunnat");
        Lines(await director.Get("/board/places.csv")).Skip(1).Select(row => (row[2], row[3])).ShouldBe(table);
    }

    private static List<string[]> Lines(Page csv) => [.. csv.Html.Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';').Select(cell => cell.Trim('"')).ToArray())];

    [Fact]
    public async Task The_manager_sees_the_units_led_and_the_people_behind_a_figure_with_one_row_in_the_read_log()
    {
        await CaughtUp();
        using var manager = await _app.SignedIn("unit_manager");
        var day = Today.PlusDays(-1);
        var board = await manager.Get($"/board?on={day.Iso()}&known=then");
        var units = board.Document.QuerySelectorAll("#board-lines ~ tbody .band").Select(band => band.TextContent.Trim()).ToList();
        units.ShouldBeSubsetOf(Led);
        units.ShouldContain(Own);
        units.Count.ShouldBeGreaterThan(1);
        var link = $"/board/list?on={day.Iso()}&known=then&unit={DemoIds.Unit("health_centre")}&line=primary_care";
        var row = board.Document.QuerySelector($"#board-lines ~ tbody a[href='{link}']")!.Closest("tr")!;
        var before = Log().Count;

        var list = await manager.Get(link);

        list.Status.ShouldBe(200);
        list.Document.QuerySelector("#past-day").ShouldNotBeNull();
        var shown = list.Document.QuerySelectorAll("tbody tr").Length;
        shown.ShouldBeGreaterThan(0);
        shown.ShouldBe(Math.Min(50, int.Parse(row.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)));
        var rows = Log();
        rows.Count.ShouldBe(before + 1);
        rows[0].Screen.ShouldBe("board_list");
        rows[0].People.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_list_behind_a_figure_as_a_file_has_the_rows_of_all_its_pages_and_is_logged_once()
    {
        await CaughtUp();
        using var manager = await _app.SignedIn("unit_manager");
        var unit = $"unit={DemoIds.Unit("health_centre")}";
        foreach (var query in (string[])[$"?{unit}", $"?on={Today.PlusDays(-1).Iso()}&known=then&{unit}"])
        {
            var list = await manager.Get("/board/list" + query);
            var link = list.Document.QuerySelectorAll("a").Single(a => a.TextContent.Trim() == "Lataa taulukkona (CSV)").GetAttribute("href")!;
            link.ShouldBe("/board/list.csv" + query);
            var shown = new List<string>();
            for (var page = list; ;)
            {
                shown.AddRange(page.Document.QuerySelectorAll("tbody th").Where(h => h.QuerySelector(".badge") is null).Select(h => Number().Match(h.TextContent).Value));
                if (page.Document.QuerySelector("a[rel=next]") is not { } next)
                    break;
                page = await manager.Get(next.GetAttribute("href")!);
            }

            var before = Log().Count;

            var file = await manager.Get(link);

            file.Status.ShouldBe(200);
            file.Header("Content-Type").ShouldBe("text/csv; charset=utf-8");
            var day = query.Contains("on=", StringComparison.Ordinal) ? Today.PlusDays(-1) : Today;
            file.Header("Content-Disposition")!.ShouldContain($"yhteys-matters-{day.Iso()}.csv");
            var rows = file.Html.Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';')).ToList();
            rows[0].ShouldBe(["Päivä", "Asian numero", "Asiakas", "Viimeinen päivä", "Odottanut (vrk)", "Yhteydenotto", "Palvelu", "Yksikkö"]);
            rows.Skip(1).Select(r => r[1]).ShouldBe(shown);
            rows.Skip(1).ShouldAllBe(r => r[0] == day.Iso());
            var log = Log();
            log.Count.ShouldBe(before + 1);
            (log[0].Screen, log[0].People.Count > 0).ShouldBe(("board_list_file", true));
        }

        (await manager.Get($"/board/list.csv?on={Today.PlusDays(1).Iso()}")).Status.ShouldBe(422);
        (await manager.Get("/board/list.csv?unit=all&line=child_welfare")).Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_live_board_leads_to_exactly_the_matters_that_it_counts_and_says_how_the_worklist_differs()
    {
        await CaughtUp();
        using var manager = await _app.SignedIn("unit_manager", "en");
        var board = await manager.Get("/board");
        var cells = board.Document.QuerySelectorAll("#board-lines ~ tbody tr:not(.band)").Select(row => (Href: row.QuerySelector("th a")!.GetAttribute("href")!, Open: row.QuerySelector("td")!.TextContent)).ToList();
        cells.ShouldNotBeEmpty();
        foreach (var (href, count) in cells)
        {
            var list = await manager.Get(href);
            list.Document.QuerySelector("#past-day").ShouldBeNull();
            list.Document.QuerySelector(".worklist-count")!.TextContent.ShouldBe($"Matters: {count}");
        }

        var beside = board.Document.QuerySelector("#board-beside")!.TextContent;
        var (undated, closed) = (Told("also has (\\d+) open"), Told("include (\\d+) matters"));
        var open = cells.Sum(cell => int.Parse(cell.Open, CultureInfo.InvariantCulture));
        var listed = 0;
        foreach (var unit in Organisation.Units().Where(u => Led.Contains(u.Name.Fi)))
            listed += int.Parse([.. (await manager.Get($"/worklist?unit={unit.Unit}")).Document.QuerySelector(".worklist-count")!.TextContent.Where(char.IsAsciiDigit)], CultureInfo.InvariantCulture);
        listed.ShouldBe(open + undated - closed);

        int Told(string what) => Regex.Match(beside, what, RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [Theory]
    [InlineData("")]
    [InlineData("&on=past&known=then")]
    public async Task The_list_behind_a_figure_of_the_units_led_and_its_file_have_none_of_another(string past)
    {
        await CaughtUp();
        past = past.Replace("past", Today.PlusDays(-1).Iso(), StringComparison.Ordinal);
        using var manager = await _app.SignedIn("unit_manager");
        foreach (var unit in (string[])["all", DemoIds.Unit("social_centre").ToString()])
        {
            var list = await manager.Get($"/board/list?unit={unit}{past}");
            list.Document.QuerySelectorAll("#unit option").Select(option => option.TextContent).ShouldBe(["Kaikki yksiköt", .. Led], ignoreOrder: true);
            var file = Lines(await manager.Get($"/board/list.csv?unit={unit}{past}")).Skip(1).Select(row => row[^1]).Distinct().ToList();
            file.ShouldBeSubsetOf(unit == "all" ? Led : [Own]);
            file.ShouldContain(Own);
            list.Document.QuerySelectorAll("td[data-label='Yksikkö']").Select(cell => cell.TextContent.Trim()).Distinct().ShouldBeSubsetOf(file);
        }

        // Who has a worklist and no board sees what the worklist has.
        using var nurse = await _app.SignedIn("guidance_nurse");
        (await nurse.Get("/board/list?unit=all")).Document.QuerySelectorAll("#unit option").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_breaches_to_come_lead_to_their_matters()
    {
        await CaughtUp();
        using var manager = await _app.SignedIn("unit_manager");
        var forecast = await manager.Get("/board/forecast");
        foreach (var cell in forecast.Document.QuerySelectorAll("#board-forecast ~ tbody td a").ToList())
        {
            var list = await manager.Get(cell.GetAttribute("href")!);
            list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(int.Parse(cell.TextContent, CultureInfo.InvariantCulture));
        }

        forecast.Document.QuerySelectorAll("#past-day").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_is_turned_away()
    {
        using var director = await _app.SignedIn("county_director");
        (await director.Get("/board/list")).Status.ShouldBe(403);
        (await director.Get("/board/list.csv")).Status.ShouldBe(403);
        using var nurse = await _app.SignedIn("guidance_nurse");
        foreach (var section in Sections)
            (await nurse.Get($"{section}?on={Today.PlusDays(-1).Iso()}")).Status.ShouldBe(403);
        using var resident = await _app.SignedIn("resident");
        (await resident.Get("/board/list")).Status.ShouldBe(403);
    }

    private Task CaughtUp() => _app.Journal.CaughtUp();

    private IReadOnlyList<ReadRow> Log() => _app.Services.GetRequiredService<ReadLogQueries>().Audit(new(From: _app.Clock.Now));

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{5}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
