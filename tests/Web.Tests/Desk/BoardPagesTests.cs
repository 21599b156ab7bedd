using System.Globalization;
using AngleSharp.Dom;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What the eye and the ear get of the board's tables and pictures.</summary>
public sealed class BoardPagesTests : IDisposable
{
    private readonly WebApp _app = new(county: Engines.Sqlite);

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("fi", "Yli", "yli tai heti")]
    [InlineData("sv", "Över", "över eller genast")]
    [InlineData("en", "Over", "over or at once")]
    public async Task Those_over_the_limit_stand_right_after_all_open_ones_and_a_unit_has_only_its_own_services(string language, string over, string late)
    {
        using var director = await Director(language);
        var board = await director.Get("/board");
        var lines = board.Document.QuerySelector("table:has(#board-lines)")!;
        lines.QuerySelectorAll("thead tr:last-child th")[0].TextContent.ShouldStartWith(over);
        var total = lines.QuerySelectorAll("tfoot td").Select(td => Number(td.TextContent)).ToList();
        var overdue = board.Document.QuerySelectorAll(".stat-value").Select(v => Number(v.TextContent)).ToList()[2];
        (total[1], board.Document.QuerySelectorAll(".stats > *").Length).ShouldBe((overdue, 9));

        var places = await director.Get("/board/places");
        var heat = places.Document.QuerySelector("table:has(#board-heat)")!;
        heat.ParentElement!.HasAttribute("tabindex").ShouldBeFalse("it does not scroll");
        heat.QuerySelectorAll("td").ShouldAllBe(td => td.TextContent.Trim() != "–" && td.TextContent.Trim().Length > 0);
        heat.TextContent.ShouldContain(late);
        var rows = heat.QuerySelectorAll("tbody tr").ToList();
        rows.Count.ShouldBeGreaterThan(2);
        foreach (var row in rows)
        {
            var cells = row.QuerySelectorAll(".heat-cells .heat-cell").ToList();
            cells.Count.ShouldBeGreaterThan(0);
            cells.ShouldAllBe(cell => cell.QuerySelector(".heat-name") != null);
            var shares = cells.ConvertAll(Share);
            shares.ShouldBe(shares.OrderByDescending(s => s));
        }

        var units = rows.SkipLast(1).Select(row => Share(row.QuerySelector("td > .heat-cell")!)).ToList();
        units.ShouldBe(units.OrderByDescending(s => s));
        Number(rows[^1].QuerySelector("td > .heat-cell")!.ChildNodes.OfType<IText>().Select(t => t.Text).First(t => t.Any(char.IsDigit))).ShouldBe(total[0]);
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_map_says_how_many_it_does_not_show(string language)
    {
        using var director = await Director(language);
        var page = await director.Get("/board/places");
        var drawn = page.Document.QuerySelectorAll(".map svg text").Sum(text => Number(text.TextContent[^4..]));
        var rows = page.Document.QuerySelectorAll("table:has(#board-places) tbody tr td:nth-child(2)").Select(td => Number(td.TextContent)).ToList();

        var said = System.Text.RegularExpressions.Regex.Matches(page.Document.QuerySelector("#map-beside")!.TextContent.Replace("\u00a0", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), "[0-9]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();

        said.Count.ShouldBe(4);
        said[0].ShouldBe(drawn);
        said[1].ShouldBe(rows.Sum());
        (said[0] + said[2] + said[3]).ShouldBe(said[1]);
    }

    [Fact]
    public async Task Both_sides_of_the_distribution_of_waits_have_one_scale()
    {
        using var director = await Director("fi");
        var rows = (await director.Get("/board/waits")).Document.QuerySelectorAll("table:has(#board-waits) tbody tr").ToList();
        var bars = rows.SelectMany(row => row.QuerySelectorAll("td.num").Zip(row.QuerySelectorAll("rect"), (td, rect) => (Of: Number(td.TextContent), Width: int.Parse(rect.GetAttribute("width")!, CultureInfo.InvariantCulture)))).ToList();

        var most = bars.Max(b => b.Of);
        most.ShouldBeGreaterThan(0);
        bars.ShouldAllBe(b => b.Width == 1000 * b.Of / most);
    }

    private async Task<Browser> Director(string language)
    {
        await _app.Journal.CaughtUp();
        return await _app.SignedIn("county_director", language);
    }

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsDigit)), CultureInfo.InvariantCulture);

    // The share stands in brackets after those late; a cell without has none late.
    private static int Share(IElement cell) => cell.QuerySelector(".heat-late") is { } late ? Number(late.TextContent[late.TextContent.LastIndexOf('(')..]) : 0;
}
