using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>Which matters another law can give other rows: only those are written when it is taken into use.</summary>
public abstract class LawReachTests(string engine)
{
    private const string Primary = "rules/primary-care.json", Adult = "THL51A-ADULT";

    [Theory]
    [InlineData("2026-12-01", 13)]
    [InlineData("2026-03-05", 16)]
    [InlineData("2026-01-15", 25)]
    [InlineData("2025-11-01", 39)]
    public async Task A_law_that_begins_on_a_day_reaches_what_begins_from_then_on_and_what_has_not_begun(string from, int count)
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = county.WithSuccessor(Adult, from, 7);
        var (before, pasts) = (Derived(county), county.Journal.Query<PastFileRow>(v => $"select * from {v.Table<PastFileRow>()}"));

        var reach = LawReach.Between(county.Law, Law.Of(next)).ShouldNotBeNull();
        var reached = pasts.Where(row => reach.Reaches(row.Past)).Select(row => row.Matter).ToHashSet();
        (await county.Take(next, "Seven days")).Accepted.ShouldBeTrue();

        county.Tables().ShouldBe(1);
        var after = Derived(county);
        var changed = before.Keys.Union(after.Keys).Where(matter => !before.GetValueOrDefault(matter, []).SetEquals(after.GetValueOrDefault(matter, []))).ToList();
        // Where the rule begins later, only those whose need nobody has assessed: what they wait for may come under it.
        changed.Count.ShouldBe(count);
        reached.ShouldBe(changed, ignoreOrder: true);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_words_and_another_target_reach_nobody()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var pasts = county.Journal.Query<PastFileRow>(v => $"select * from {v.Table<PastFileRow>()}");
        foreach (var next in new[]
        {
            county.With(Primary, Adult, "\"en\": \"", "\"en\": \"New words: "),
            county.With("promises/county.json", "PROMISE-CARE-7D", "\"target\": 80", "\"target\": 85"),
        })
        {
            LawReach.Between(county.Law, Law.Of(next)).ShouldNotBeNull().ShouldSatisfyAllConditions(reach => pasts.ShouldAllBe(row => !reach.Reaches(row.Past)));
            var clocks = county.Clocks();
            (await county.Take(next, "Words")).Accepted.ShouldBeTrue();
            (county.Tables(), county.Law.Hash).ShouldBe((1, Law.Of(next).Hash));
            county.Clocks().ShouldBe(clocks);
        }

        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_answer_to_an_open_question_or_another_order_may_reach_any()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var (rules, settings) = (county.Law.Rules, county.Law.Settings);

        LawReach.Between(county.Law, Law.Of(county.With("settings/county.json", "clocks", "\"strict_and_latest\"", "\"strict_only\""))).ShouldBeNull();
        LawReach.Between(county.Law, new(new RuleSet([.. rules.All.Reverse()], "other"), settings)).ShouldBeNull();
        LawReach.Between(county.Law, new(new RuleSet([.. rules.All.Select(rule => rule.Id == Adult ? rule with { Replaces = [] } : rule)], "other"), settings)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_recorded_after_the_matters_were_looked_at_is_written_too()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = county.WithSuccessor(Adult, "2026-03-05", 7);
        var reached = (await ReachedMatters.Find(county.Journal, county.Law, Law.Of(next), 1_000, null, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await ReachedMatters.Find(county.Journal, county.Law, Law.Of(next), 3, null, TestContext.Current.CancellationToken)).ShouldBeNull();

        var late = await county.Matter(County.North, new(2026, 3, 9), new LocalDate(2026, 3, 9));
        await county.Journal.CaughtUp();

        reached.Matters.ShouldNotContain(late);
        ReachedMatters.Of(county.Journal.Read(reached.Position)).ShouldBe([late]);

        // And while a law is taken: one that the law reaches comes when the matters are being looked at.
        var later = Guid.Empty;
        void Progress(long done, long all)
        {
            if (later == Guid.Empty)
                later = Task.Run(() => county.Matter(County.North, new(2026, 3, 6), new LocalDate(2026, 3, 6))).GetAwaiter().GetResult();
        }

        (await county.Take(next, "Seven days", progress: Progress)).Accepted.ShouldBeTrue();
        county.Tables().ShouldBe(1);
        county.Clocks().Where(row => row.Matter == later || row.Matter == late).Select(row => row.Rule).ShouldContain($"{Adult}-NEXT");
        county.Clocks().Single(row => row.Matter == later && row.Rule == $"{Adult}-NEXT").LastInTime.ShouldBe(new LocalDate(2026, 3, 13));
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_ends_the_looking_and_is_told()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = Law.Of(county.WithSuccessor(Adult, "2026-03-05", 7));
        county.Test.Execute($"update {county.Journal.Views.Table<PastFileRow>()} set past = {(engine == Engines.Sqlite ? "x'ff'" : "'\\xff'")}");

        (await Record.ExceptionAsync(() => ReachedMatters.Find(county.Journal, county.Law, next, 1_000, null, TestContext.Current.CancellationToken))).ShouldNotBeNull().ShouldNotBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task Beside_another_node_the_rows_are_made_anew()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        using var other = county.Node();
        other.GetRequiredService<Journal>().Start();

        (await county.Take(county.WithSuccessor(Adult, "2026-03-05", 7), "Seven days")).Accepted.ShouldBeTrue();

        county.Tables().ShouldBe(2);
        other.GetRequiredService<Journal>().Dispose();
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changes_no_clock_is_taken_without_looking_at_any_matter()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var (views, clocks, looked) = (county.Journal.Views.Views, county.Clocks(), false);

        (await county.Take(county.With("settings/county.json", "booking", "\"answerDays\": 7", "\"answerDays\": 5"), "Five days", progress: (_, _) => looked = true)).Accepted.ShouldBeTrue();

        looked.ShouldBeFalse();

        county.Store.Current.County.Booking.AnswerDays.ShouldBe(5);
        county.Journal.Views.Views.ShouldBe(views);
        county.Clocks().ShouldBe(clocks);
    }

    [Fact]
    public async Task A_right_that_ends_or_comes_back_is_not_a_thing_of_clocks_alone()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var first = county.Store.Current;
        (await county.Take(county.WithSuccessor(Adult, "2026-03-05", 7), "It comes")).Accepted.ShouldBeTrue();
        county.Tables().ShouldBe(1);
        LawReach.Between(county.Law, Law.Of(first)).ShouldBeNull();

        // Residents may have been told of it, so all is made anew: the tables before stay for a while.
        (await county.Take(first, "It goes")).Accepted.ShouldBeTrue();
        county.Tables().ShouldBe(2);
        (await county.Take(county.WithSuccessor(Adult, "2026-03-05", 9), "It comes back")).Accepted.ShouldBeTrue();
        county.Tables().ShouldBe(3);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_done_in_place_is_done_the_longer_way()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = county.WithSuccessor(Adult, "2026-03-05", 7);
        // A table of the same name that no register knows, as a crash may leave it.
        county.Test.Execute($"create table {new ViewSet([new AccessClocks(Law.Of(next))]).Table<ClockRow>()}(id text)");

        (await county.Take(next, "Seven days")).Accepted.ShouldBeTrue();

        county.Law.Hash.ShouldBe(Law.Of(next).Hash);
        county.Tables().ShouldBe(2);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    /// <summary>All rows of each matter that follow from the law.</summary>
    private static Dictionary<Guid, HashSet<string>> Derived(LawCounty county)
    {
        var rows = county.Clocks().Select(row => (row.Matter, Text: row.ToString()))
            .Concat(county.Journal.Query<ContactRow>(v => $"select * from {v.Table<ContactRow>()}").Select(row => (row.Matter, Text: row.ToString())))
            .Concat(county.Journal.Query<PastWaitRow>(v => $"select * from {v.Table<PastWaitRow>()}").Select(row => (row.Matter, Text: row.ToString())))
            .Concat(county.Journal.Query<PastCareRow>(v => $"select * from {v.Table<PastCareRow>()}").Select(row => (row.Matter, Text: row.ToString())))
            .Concat(county.Journal.Query<PastSettledRow>(v => $"select * from {v.Table<PastSettledRow>()}").Select(row => (row.Matter, Text: row.ToString())));
        return rows.GroupBy(row => row.Matter).ToDictionary(g => g.Key, g => g.Select(row => row.Text).ToHashSet(StringComparer.Ordinal));
    }
}

public sealed class LawReachOnSqliteTests() : LawReachTests(Engines.Sqlite);

public sealed class LawReachOnPostgresTests() : LawReachTests(Engines.Postgres);
