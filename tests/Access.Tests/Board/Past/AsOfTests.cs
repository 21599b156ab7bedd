using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Board.Waits;
using Yhteys.Access.Clocks;
using Yhteys.Access.Tests.Publish;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board.Past;

/// <summary>Any board of any past day against a naive refold, over a history with late and corrected facts.</summary>
public sealed class AsOfTests
{
    private const int Steps = 170;

    [Theory]
    [InlineData(Engines.Sqlite, 1)]
    [InlineData(Engines.Sqlite, 2)]
    [InlineData(Engines.Postgres, 1)]
    public async Task Every_cell_of_every_past_day_is_what_a_naive_refold_gives(string engine, int seed)
    {
        using var county = new County(engine);
        await new History(county, seed).Happen(Steps);
        var (journal, law, differ) = (county.Journal.Read().ToList(), county.Services.GetRequiredService<RulesInForce>().Current, 0);
        var (first, last) = (FinnishTime.Day(journal[0].RecordedAt), FinnishTime.Day(county.Clock.Now));
        Period.DaysBetween(first, last).ShouldBeGreaterThan(40);

        for (var day = first; day < last; day = day.PlusDays(1))
        {
            var (then, now) = (Compare(county, journal, new(day, BoardKnowledge.Then), law), Compare(county, journal, new(day, BoardKnowledge.Now), law));
            differ += then.SequenceEqual(now) ? 0 : 1;
        }

        // Otherwise the history had nothing that was recorded late, and the switch would be proven by nothing.
        differ.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_past_as_recorded_is_what_the_board_showed(string engine)
    {
        using var county = new County(engine);
        var history = new History(county, 7);
        var shown = new List<(LocalDate Day, List<string> Cells)>();
        for (var i = 0; i < 12; i++)
        {
            await history.Happen(8);
            var day = FinnishTime.Day(county.Clock.Now);
            // The end of the day, live.
            shown.Add((day, NaivePast.Cells(county.Board(day))));
            county.Clock.Advance(Duration.FromDays(1));
        }

        foreach (var (day, cells) in shown)
            Cells(county, new(day, BoardKnowledge.Then)).ShouldBe(cells, $"{day}");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_was_folded_as_it_came_is_what_a_rebuild_derives(string engine)
    {
        using var county = new County(engine);
        await new History(county, 3).Happen(Steps);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
        var before = Rows(county);
        before.Count.ShouldBeGreaterThan(100);

        await county.Journal.Rebuild(county.Journal.Views.Find(AccessPast.ViewName)!);

        Rows(county).ShouldBe(before);
    }

    [Fact]
    public async Task A_late_fact_changes_what_is_known_now_and_not_what_was_known_then()
    {
        using var county = new County(Engines.Sqlite);
        var matter = new Reported(Guid.NewGuid(), Guid.NewGuid(), County.North, "primary_care", County.Today);
        await county.Record(matter);
        county.Clock.Advance(Duration.FromDays(5));
        await county.Record(new FactRecorded(matter.Matter, "need_assessed", County.Today, "nurse"), new FactRecorded(matter.Matter, "visit", County.Today.PlusDays(1), "nurse"));
        await county.Record(new FactCorrected(matter.Matter, "visit", County.Today.PlusDays(1), County.Today.PlusDays(2), "nurse"));

        var (then, now) = (On(2, BoardKnowledge.Then), On(2, BoardKnowledge.Now));
        (then.Open, then.Overdue, then.Helped).ShouldBe((1, 1, 0));
        (now.Open, now.Overdue, now.Helped, now.FromContact.Median).ShouldBe((0, 0, 1, 2.0));
        (On(1, BoardKnowledge.Now).Helped, On(5, BoardKnowledge.Then).Helped).ShouldBe((0, 1));

        Tally On(int days, BoardKnowledge known) => Board(county, new(County.Today.PlusDays(days), known)).Total();
    }

    private static List<string> Compare(County county, List<Recorded> journal, BoardMoment moment, Law law)
    {
        var matters = NaivePast.Matters(journal, moment, law);
        var (cells, naive) = (Cells(county, moment), new NaiveSections(journal, matters, moment.Day));
        cells.ShouldBe(NaivePast.Cells(matters, moment.Day, law), moment.ToString());

        var plan = county.Services.GetRequiredService<BoardPlanInForce>().Plan;
        var groups = county.Services.GetRequiredService<GroupCount>().On(moment);
        groups.Groups.ShouldBe(naive.Groups(plan), ignoreOrder: true, moment.ToString());
        groups.Waiting.ShouldBe(naive.Waiting(plan), ignoreOrder: true, moment.ToString());
        groups.Handled.ShouldBe(naive.Handled(plan), ignoreOrder: true, moment.ToString());
        county.Services.GetRequiredService<PlaceCount>().On(moment).Cells.ShouldBe(naive.Places(), ignoreOrder: true, moment.ToString());
        county.Services.GetRequiredService<WaitCount>().On(moment).Cells.ShouldBe(naive.Waits(), ignoreOrder: true, moment.ToString());
        county.Services.GetRequiredService<ForecastCount>().On(moment).Cells.ShouldBe(naive.Forecast(), ignoreOrder: true, moment.ToString());
        Listed(county, moment, unbooked: false).ShouldBe(matters.Where(m => m.Open).Select(m => m.Matter), ignoreOrder: true, moment.ToString());
        Listed(county, moment, unbooked: true).ShouldBe(naive.ToCome().Select(m => m.Matter), ignoreOrder: true, moment.ToString());
        return cells;
    }

    private static List<Guid> Listed(County county, BoardMoment moment, bool unbooked)
    {
        var (list, filter) = (county.Services.GetRequiredService<BoardMatters>(), new BoardFilter(["health", "social"], null, null, null, unbooked));
        List<Guid> all = [.. Enumerable.Range(1, 10).SelectMany(page => list.Page(moment, filter, page).Take(BoardMatters.PageSize)).Select(m => m.Matter)];
        list.Count(moment, filter).ShouldBe(all.Count);
        return all;
    }

    private static BoardState Board(County county, BoardMoment moment) => county.Services.GetRequiredService<BoardCount>().On(moment, 0, county.Clock.Now);

    private static List<string> Cells(County county, BoardMoment moment) => NaivePast.Cells(Board(county, moment));

    private static List<string> Rows(County county) => [.. Rows<PastWaitRow>(county), .. Rows<PastCareRow>(county), .. Rows<PastSettledRow>(county)];

    private static IEnumerable<string> Rows<T>(County county) where T : class =>
        county.Journal.Query<T>(v => $"select * from {v.Table<T>()}").Select(r => r.ToString()!).Order(StringComparer.Ordinal);
}
