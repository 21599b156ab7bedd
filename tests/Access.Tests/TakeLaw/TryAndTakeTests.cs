using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Testing;

using ClockRow = Yhteys.Access.Views.ClockRow;
using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>What is shown before a law is taken into use is what changes when it is.</summary>
public abstract class TryAndTakeTests(string engine)
{
    [Theory]
    [InlineData(true, "A shorter time for adults", "rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\"")]
    [InlineData(false, "A shorter time for adults", "rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\"")]
    [InlineData(true, "A longer time for adults", "rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 9, \"unit\": \"months\"")]
    [InlineData(false, "A longer time for adults", "rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 9, \"unit\": \"months\"")]
    [InlineData(true, "The assessment in three working days", "rules/primary-care.json", "THL51-HTA", "\"n\": 0, \"unit\": \"same_day\"", "\"n\": 3, \"unit\": \"working_days\"")]
    [InlineData(false, "The assessment in three working days", "rules/primary-care.json", "THL51-HTA", "\"n\": 0, \"unit\": \"same_day\"", "\"n\": 3, \"unit\": \"working_days\"")]
    [InlineData(true, "In force only from March", "rules/primary-care.json rules/students-and-families.json", "THL51-HTA", "\"from\": \"2023-09-01\"", "\"from\": \"2026-03-03\"", "THL51-HTA-OLD", "\"to\": \"2023-08-31\"", "\"to\": \"2026-03-02\"", "OHL17-CONTACT", "\"from\": \"2023-09-01\"", "\"from\": \"2026-03-03\"")]
    [InlineData(false, "In force only from March", "rules/primary-care.json rules/students-and-families.json", "THL51-HTA", "\"from\": \"2023-09-01\"", "\"from\": \"2026-03-03\"", "THL51-HTA-OLD", "\"to\": \"2023-08-31\"", "\"to\": \"2026-03-02\"", "OHL17-CONTACT", "\"from\": \"2023-09-01\"", "\"from\": \"2026-03-03\"")]
    [InlineData(true, "A rule of another age", "rules/primary-care.json", "THL51A-ADULT", "\"atLeast\": 23", "\"atLeast\": 50")]
    [InlineData(false, "A rule of another age", "rules/primary-care.json", "THL51A-ADULT", "\"atLeast\": 23", "\"atLeast\": 50")]
    [InlineData(true, "A promise of two days", "promises/county.json", "PROMISE-CARE-7D", "\"n\": 7, \"unit\": \"days\"", "\"n\": 2, \"unit\": \"days\"")]
    [InlineData(false, "A promise of two days", "promises/county.json", "PROMISE-CARE-7D", "\"n\": 7, \"unit\": \"days\"", "\"n\": 2, \"unit\": \"days\"")]
    [InlineData(true, "Late after the count alone", "settings/county.json", "clocks", "\"strict_and_latest\"", "\"strict_only\"")]
    public async Task The_counts_shown_before_are_those_that_change(bool beside, string what, string file, params string[] edits)
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = county.With(file, edits);
        var before = county.Clocks();

        var trial = await LawTrial.Run(county.Journal, county.Law, Law.Of(next), new(County.Today, new(2025, 10, 1), new(2026, 3, 10)), cancel: TestContext.Current.CancellationToken);
        if (beside)
            county.Services.GetRequiredService<LawTaking>().InPlaceAtMost = 0;
        (await county.Take(next, what)).Accepted.ShouldBeTrue();

        var changed = RowChanges.Between(before, county.Clocks(), County.Today, ("THL51-HTA-OLD", "THL51-HTA"));
        changed.Count.ShouldBeGreaterThan(0, what);
        trial.Total.Clocks.ShouldBe(changed.Count);
        foreach (var kind in ClockChanges.Kinds)
            trial.Total[kind].ShouldBe(changed.Values.Count(change => change.Kind.HasFlag(kind)), $"{what}: {kind}");
        trial.Rules.ToDictionary(rule => rule.Rule, rule => rule.Counts.Clocks, StringComparer.Ordinal)
            .ShouldBe(changed.Values.GroupBy(change => change.Rule, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), ignoreOrder: true);
        trial.Places.ToDictionary(place => (place.Unit, place.ServiceLine), place => place.Counts.Clocks).Where(pair => pair.Value > 0)
            .ShouldBe(changed.Values.GroupBy(change => change.Place).Select(g => KeyValuePair.Create(g.Key, g.Count())), ignoreOrder: true);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
        county.Tables().ShouldBe(beside ? 2 : 1);
    }

    [Fact]
    public async Task A_rule_that_takes_the_place_of_another_is_told_as_a_moved_day()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var next = county.With("rules/primary-care.json", "THL51A-ADULT", "\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"");
        var rules = next.Files(ContentKinds.Rules).Select(f => f.Path == "rules/primary-care.json" ? LawCounty.Successor(f, "THL51A-ADULT", "THL51A-ADULT-7D", "2026-01-01", 7) : f).ToList();
        (next, var problems) = county.Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { ["rules"] = rules });
        problems.ShouldBeEmpty();
        var before = county.Clocks();

        var trial = await LawTrial.Run(county.Journal, county.Law, Law.Of(next!), new(County.Today, new(2026, 1, 1), new(2026, 3, 10)), cancel: TestContext.Current.CancellationToken);

        trial.Rules.Select(rule => rule.Rule).ShouldBe(["THL51A-ADULT-7D"]);
        (trial.Total[ClockChange.New], trial.Total[ClockChange.Gone]).ShouldBe((0, 0));
        trial.Total[ClockChange.Earlier].ShouldBe(before.Count(row => row.Rule == "THL51A-ADULT" && row.Start >= new LocalDate(2026, 1, 1)));
        trial.After.Cases.ShouldBe(trial.Before.Cases);
        trial.After.Late.ShouldBeGreaterThan(trial.Before.Late);
        foreach (var count in (LatenessCount[])[trial.Before, trial.After])
            (count.InTime + count.Late + count.Undecided).ShouldBeLessThanOrEqualTo(count.Cases);
        trial.Before.Undecided.ShouldBeGreaterThan(0);
        trial.Open.ShouldAllBe(open => open.LastAfter < open.LastBefore);
        trial.Open.Select(open => open.LastAfter).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_event_tells_who_took_it_and_why_and_the_old_law_stays_readable()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var (was, director) = (county.Law.Hash, new Actor("staff", Guid.NewGuid(), "county_director"));
        var next = county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\"");
        county.Test.Clock.Advance(Duration.FromHours(1));

        (await county.Take(next, "Laki muuttui", director)).Accepted.ShouldBeTrue();

        county.Law.Hash.ShouldNotBe(was);
        county.Law.Rules.Find("THL51A-ADULT")!.Starts[0].N.ShouldBe(7);
        county.Store.Current.HashOf(ContentKinds.Rules).ShouldBe(next.HashOf(ContentKinds.Rules));
        var history = county.Services.GetRequiredService<ContentHistory>();
        var version = history.Versions().First(v => v.Kind == ContentKinds.Rules);
        (version.Number, version.By, version.Reason).ShouldBe((2, director.Id, "Laki muuttui"));
        history.On(ContentKinds.Rules, county.Test.Clock.Now)!.Files.Count.ShouldBe(next.Files(ContentKinds.Rules).Count);
        history.On(ContentKinds.Rules, county.Test.Clock.Now - Duration.FromMinutes(1))!.Version.ShouldBe(1);
        // The next matter is folded with the new law at once.
        var matter = await county.Matter(County.North, new(2026, 3, 9), new LocalDate(2026, 3, 9));
        county.Clocks().Single(row => row.Matter == matter && row.Rule == "THL51A-ADULT").LastInTime.ShouldBe(new LocalDate(2026, 3, 16));
    }

    [Fact]
    public async Task A_board_that_was_counted_before_the_views_changed_is_counted_again()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var (board, live) = (county.Services.GetRequiredService<AccessBoard>(), new BoardMoment(County.Today, BoardKnowledge.Live));
        var next = county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\"");
        // Another node takes it; this one folds the event with the old law, and goes over to the new one at the same event.
        (await county.Services.GetRequiredService<ContentTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), county.Store.Current, next, "Laki muuttui")).Accepted.ShouldBeTrue();
        await county.Journal.CaughtUp();
        var before = Overdue();

        await county.Services.GetRequiredService<LawWatch>().LookOnce(TestContext.Current.CancellationToken);

        Overdue().ShouldBe(county.Services.GetRequiredService<BoardCount>().On(live, 0, default).Lines.Sum(l => l.Tally.Overdue));
        Overdue().ShouldBeGreaterThan(before);

        int Overdue() => board.Totals(live).Lines.Sum(l => l.Tally.Overdue);
    }

    [Fact]
    public async Task What_was_tried_against_another_version_is_refused_and_leaves_no_tables()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var stale = county.Store.Current;
        (await county.Take(county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 2, \"unit\": \"months\""), "a")).Accepted.ShouldBeTrue();
        var other = county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 2, \"unit\": \"months\"", "\"n\": 1, \"unit\": \"months\"");

        (await county.Take(other, "b", before: stale)).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBeOfType<ChangedSinceOpened>();
        (await county.Take(county.Store.Current, "c")).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBeOfType<NothingToTake>();

        county.Law.Rules.Find("THL51A-ADULT")!.Starts[0].N.ShouldBe(2);
        // The tables in use: few matters were reached, so they go by another name now.
        county.Tables().ShouldBe(1);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_start_the_law_in_the_journal_is_in_force_and_not_the_one_in_the_folder()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        (await county.Take(county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\""), "a")).Accepted.ShouldBeTrue();
        var clocks = county.Clocks();
        county.Test.Close();
        county.Test.Open();
        await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System);

        county.Law.Rules.Find("THL51A-ADULT")!.Starts[0].N.ShouldBe(7);
        county.Clocks().ShouldBe(clocks);
        county.Store.Offered().ShouldHaveSingleItem().Kind.ShouldBe(ContentKinds.Rules);
        county.Services.GetRequiredService<ContentHistory>().Versions().Count(v => v.Kind == ContentKinds.Rules).ShouldBe(2);
    }

    [Fact]
    public async Task A_rule_changed_on_a_page_is_in_force_after_a_start_and_in_the_published_figures()
    {
        using var county = new LawCounty(engine);
        // Of a month before the first contact was recorded nothing is published.
        county.Test.Clock.Now = Instant.FromUtc(2026, 2, 1, 7, 0);
        await county.WithManyMatters();
        county.Test.Clock.Now = TestClock.OrdinaryTuesday;
        var rule = county.Law.Rules.Find("THL51A-ADULT")!;
        var edit = RuleEdit.Of(rule) with { From = new(2026, 2, 1), Times = [(7, TimeUnit.Days)] };
        var (next, problems) = county.Services.GetRequiredService<DraftLaws>().With(edit.In(county.Store.Current, rule));
        problems.ShouldBeEmpty();
        (await county.Take(next!, "Seven days")).Accepted.ShouldBeTrue();
        county.Test.Close();
        county.Test.Open();

        (await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldBeEmpty();
        county.Store.Current.Missing.ShouldBeEmpty();
        county.Store.Check().ShouldBeEmpty();
        await county.Journal.CaughtUp();
        var published = await PublishCommand.Run(county.Services, "2026-02", null, preview: false);

        published.Error.ShouldBeNull();
        published.Value!.Page.ShouldNotBeNull();
        var begun = county.Clocks().Where(c => c.Start is { Year: 2026, Month: 2 }).ToLookup(c => c.Rule, StringComparer.Ordinal);
        (begun["THL51A-ADULT"].Any(), begun["THL51A-ADULT-20260201"].Any()).ShouldBe((false, true));
        var table = published.Value.Figures.Sections.SelectMany(s => s.Tables).Single(t => t.Id == "care-adults");
        table.Rules.ShouldContain("THL51A-ADULT-20260201");
        var count = await county.Services.GetRequiredService<CountQuery>().Of(ReportingPeriod.Parse("2026-02")!.Value, table.Rules.ToList());
        count.Cells.Where(c => c.Key is { What: Counted.Started, Rule: "THL51A-ADULT-20260201" }).Sum(c => c.Value).ShouldBe(begun["THL51A-ADULT-20260201"].Count());
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_law_without_a_rule_that_a_published_table_names_is_not_sound()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        var rules = county.Store.Current.Files(ContentKinds.Rules).Select(f => ContentFile.Of(f.Kind, f.Path, f.Json.Replace("\"THL51B-CHECK-DENTIST\"", "\"THL51B-CHECKED\"", StringComparison.Ordinal))).ToList();

        var (next, problems) = county.Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = rules });

        next.ShouldBeNull();
        problems.ShouldContain(p => p.File == "publications/health.json" && p.Line > 1 && p.Reason.StartsWith("There is no statutory rule \"THL51B-CHECK-DENTIST\""));
    }

    [Fact]
    public async Task Another_node_goes_over_when_it_sees_the_event()
    {
        using var county = new LawCounty(engine);
        await county.WithManyMatters();
        using var other = county.Node();
        var node = other.GetRequiredService<Journal>();
        node.Start();
        (await county.Take(county.With("rules/primary-care.json", "THL51A-ADULT", "\"n\": 3, \"unit\": \"months\"", "\"n\": 7, \"unit\": \"days\""), "a")).Accepted.ShouldBeTrue();
        other.GetRequiredService<RulesInForce>().Rules.Find("THL51A-ADULT")!.Starts[0].N.ShouldBe(3);
        node.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()}").Count.ShouldBeGreaterThan(0);

        await other.GetRequiredService<LawWatch>().LookOnce(TestContext.Current.CancellationToken);
        await other.GetRequiredService<LawWatch>().LookOnce(TestContext.Current.CancellationToken);

        other.GetRequiredService<RulesInForce>().Rules.Find("THL51A-ADULT")!.Starts[0].N.ShouldBe(7);
        node.Views.Table<ClockRow>().ShouldBe(county.Journal.Views.Table<ClockRow>());
        node.Dispose();
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }
}

public sealed class TryAndTakeOnSqliteTests() : TryAndTakeTests(Engines.Sqlite);

public sealed class TryAndTakeOnPostgresTests() : TryAndTakeTests(Engines.Postgres);
