using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Board.Trend;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Content;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board;

/// <summary>What content/boards may say, and what the pictures make of figures.</summary>
public sealed class PlanTests
{
    private static readonly string Sound = File.ReadAllText(Repository.PathOf("content/boards/county.json"));

    [Fact]
    public void The_county_s_own_file_is_sound() => Problems(Sound).ShouldBeEmpty();

    [Theory]
    [InlineData("\"lines\": [\"oral_health\"]", "\"lines\": [\"oral_helth\"]", "There is no service line \"oral_helth\"")]
    [InlineData("\"toothache\"", "\"tooth_ache\"", "There is no topic \"tooth_ache\"")]
    [InlineData("\"worry_notice\"], \"lines\"", "\"pigeon\"], \"lines\"", "There is no channel \"pigeon\"")]
    [InlineData("\"id\": \"high_need\"", "\"id\": \"child_welfare\"", "already used")]
    [InlineData("[0, 1, 3, 7", "[0, 3, 1, 7", "ascending")]
    [InlineData("\"openMatters\": 3", "\"from\": 18, \"under\": 18, \"openMatters\": 3", "Nobody is of that age")]
    public void A_fault_names_file_line_and_what_to_do(string right, string wrong, string says)
    {
        Sound.ShouldContain(right);
        var problem = Problems(Sound.Replace(right, wrong, StringComparison.Ordinal)).ShouldHaveSingleItem();
        (problem.File, problem.Reason.Contains(says, StringComparison.Ordinal), problem.Line > 1).ShouldBe(("boards/county.json", true, true), problem.ToString());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(10, 0, 0)]
    [InlineData(100, 9, 1)]
    [InlineData(10, 1, 2)]
    [InlineData(4, 1, 3)]
    [InlineData(2, 1, 4)]
    [InlineData(1, 1, 4)]
    public void The_shade_follows_the_share_that_is_late(int open, int late, int shade) => Heat.Of(open, late).ShouldBe(shade);

    [Fact]
    public void Services_stand_by_the_share_that_is_late_and_alike_ones_in_their_own_order() =>
        Heat.ByLateShare([("a", new() { DueLater = 9, Overdue = 1 }), ("c", new() { Overdue = 1, Immediate = 1 }), ("d", new()), ("b", new() { DueLater = 9, Immediate = 1 })], name => -name[0])
            .ShouldBe(["c", "b", "a", "d"]);

    [Fact]
    public void Bubbles_grow_by_area_and_stand_where_the_municipalities_are()
    {
        List<PlaceFigures> figures = [new("272", 400, 0, 100, County.Today), new("217", 100, 0, 0, County.Today), new(null, 50, 0, 0, County.Today)];
        var bubbles = MapBubble.Of(figures, ["272", "217", "584"]);

        bubbles.Select(b => b.Figures.Municipality).ShouldBe(["272", "217", "584"]);
        (bubbles[0].Radius / bubbles[1].Radius).ShouldBe(2, 0.01);
        (bubbles[0].LateRadius / bubbles[0].Radius).ShouldBe(0.5, 0.01);
        // Kannus lies east of Kokkola, Perho south of both.
        bubbles[1].X.ShouldBeGreaterThan(bubbles[0].X);
        bubbles[2].Y.ShouldBeGreaterThan(bubbles[0].Y);
        bubbles.ShouldAllBe(b => b.X > 0 && b.X < MapBubble.Width && b.Y > 0 && b.Y < MapBubble.Height);
        MapBubble.Of(figures, []).ShouldBeEmpty();
    }

    [Fact]
    public void The_changes_of_law_between_two_days_are_those_of_the_rules()
    {
        var marks = TrendCount.Marks(Given.Rules, new(2024, 12, 2), new(2025, 6, 1)).ToList();

        marks.Select(m => m.Day).ShouldBe([new LocalDate(2025, 1, 1), new LocalDate(2025, 5, 1)]);
        marks[0].Laws.ShouldContain(law => law.StartsWith("TervHL 51 a §", StringComparison.Ordinal));
        TrendCount.Marks(Given.Rules, new(2025, 1, 1), new(2025, 1, 1)).Select(m => m.Day).ShouldBe([new LocalDate(2025, 1, 1)], "the first point is of that day");
        TrendCount.Marks(Given.Rules, new(2025, 1, 2), new(2025, 1, 3)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_trend_has_a_point_for_each_sunday_since_the_journal_began_and_one_for_the_day()
    {
        using var county = new County(Engines.Sqlite);
        await county.Matter(County.North, County.Today);
        county.Clock.Advance(Duration.FromDays(6));
        await county.Matter(County.North, County.Today.PlusDays(6));
        county.Clock.Advance(Duration.FromDays(6));
        await county.Journal.CaughtUp();

        var trend = county.Services.GetRequiredService<TrendCount>().On(County.Live(County.Today.PlusDays(12)), County.Scope("health"));

        // Tuesday 10.3. until Sunday 22.3.: the Sunday between, and the day itself.
        trend.Weeks.Select(w => (w.Day, w.Total.Open)).ShouldBe([(new(2026, 3, 15), 1), (new(2026, 3, 22), 2)]);
        trend.Begins.ShouldBe(County.Today);
        trend.Weeks.Select(w => (w.Recorded, w.IsShort)).ShouldBe([(6, true), (13, true)]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(28, 29)]
    [InlineData(29, 30)]
    [InlineData(400, 30)]
    [InlineData(-1, 0)]
    public void A_window_has_the_days_that_are_in_the_records(int days, int recorded)
    {
        TrendCount.Recorded(County.Today.PlusDays(days), County.Today).ShouldBe(recorded);
        new TrendPoint(County.Today.PlusDays(days), new(), recorded).IsShort.ShouldBe(days < 29);
    }

    [Fact]
    public void Versions_that_took_the_place_of_others_between_two_days_are_told()
    {
        var taken = TrendCount.Taken(
            [Version("rules", 3, 20), Version("rules", 2, 5), Version("settings", 2, 4), Version("rules", 1, 3), Version("texts", 2, 4), Version("promises", 2, 2)],
            County.Today.PlusDays(3), County.Today.PlusDays(19));

        taken.Select(v => (v.Kind, v.Number)).ShouldBe([("settings", 2), ("rules", 2)]);

        static ContentVersionRow Version(string kind, int number, int day) =>
            new($"{kind}/{number}", kind, number, "", 1, Fi.Helsinki.AtStartOfDay(County.Today.PlusDays(day)).ToInstant(), null, null);
    }

    private static List<ContentProblem> Problems(string json)
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return [.. new BoardPlanCheck().Check([ContentFile.Of(ContentKinds.Boards, "boards/county.json", json)], store.Current)];
    }
}
