using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Show;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

public sealed class CountTests
{
    private const string Adult = "THL51A-ADULT", Assessment = "THL51-HTA";

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_month_is_counted_as_by_hand(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matter(Publishing.North, new(2026, 2, 20), new(2026, 2, 20), new(2026, 3, 1));      // met on the first day, after 9 days
        await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 2), new(2026, 3, 31));       // met on the last day, after 29 days
        await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 2), new(2026, 4, 1));        // met a day later: waits at the end, 29 days
        await county.Matter(Publishing.North, new(2025, 11, 3), new(2025, 11, 3));                       // waits since 148 days, over the limit (3.2.2026)
        var died = await county.Matter(Publishing.North, new(2026, 3, 9), new(2026, 3, 9));
        await county.Record(new Ended(died, new(2026, 3, 12), ClockEndingReason.Died));                   // ended after 3 days, in time
        await county.Matter(Publishing.South, new(2026, 4, 1), new(2026, 4, 1));                         // began after the month

        var cells = (await county.Count(Publishing.March, Adult)).Cells;

        Say(cells, Counted.Started).ShouldBe(["North 0 x3"]);
        Say(cells, Counted.Met).ShouldBe(["North 9 x1", "North 29 x1"]);
        Say(cells, Counted.Waiting).ShouldBe(["North 29 x1", "North 148 late x1"]);
        Say(cells, Counted.Ended).ShouldBe(["North 3 x1"]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Tables_of_another_law_or_program_do_not_tell_how_far_these_are(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 2), new(2026, 3, 31));
        county.Test.Execute("insert into views(tables, name, pos) values('access_clocks_of_another', 'access_clocks', 1000000)");

        (await county.Count(Publishing.March, Adult)).Position.ShouldBe(county.Journal.Head.Position);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_contact_is_assessed_on_the_same_day_or_late(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matter(Publishing.North, new(2026, 3, 31), new(2026, 3, 31));
        await county.Matter(Publishing.North, new(2026, 3, 31), new(2026, 4, 1));
        await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 4));

        var cells = (await county.Count(Publishing.March, Assessment)).Cells;

        Say(cells, Counted.Started).ShouldBe(["North 0 x3"]);
        Say(cells, Counted.Met).ShouldBe(["North 0 x1", "North 2 late x1"]);
        Say(cells, Counted.Waiting).ShouldBe(["North 0 x1"]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Declined_offers_and_no_shows_count_while_the_clock_runs(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        var matter = await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 2));
        await county.Record(new OfferFailed(matter, OfferOutcomeKind.Declined, new(2026, 3, 5)), new OfferFailed(matter, OfferOutcomeKind.NoShow, new(2026, 3, 31)));
        await county.Record(new FactRecorded(matter, "visit", new(2026, 3, 31), "nurse"));
        await county.Record(new OfferFailed(matter, OfferOutcomeKind.NoShow, new(2026, 4, 1)));
        var met = await county.Matter(Publishing.South, new(2026, 3, 2), new(2026, 3, 2), new(2026, 3, 3));
        await county.Record(new OfferFailed(met, OfferOutcomeKind.Declined, new(2026, 3, 4)));

        var cells = (await county.Count(Publishing.March, Adult)).Cells;

        Say(cells, Counted.Declined).ShouldBe(["North 0 x1"]);
        Say(cells, Counted.NoShow).ShouldBe(["North 0 x1"]);
    }

    [Fact]
    public async Task An_outcome_without_a_day_counts_on_its_day_in_Finland()
    {
        using var county = Publishing.WithUnits();
        var april = Publishing.March.After();
        county.Clock.Now = Instant.FromUtc(2026, 4, 30, 20, 59);
        var matter = await county.Matter(Publishing.North, new(2026, 3, 2), new(2026, 3, 2));
        await county.Record(new OfferFailed(matter, OfferOutcomeKind.Declined, null));
        county.Clock.Now = Instant.FromUtc(2026, 4, 30, 21, 1);
        await county.Record(new OfferFailed(matter, OfferOutcomeKind.Declined, null));

        Say((await county.Count(april, Adult)).Cells, Counted.Declined).ShouldBe(["North 0 x1"]);
        Say((await county.Count(april.After(), Adult)).Cells, Counted.Declined).ShouldBe(["North 0 x1"]);
    }

    [Fact]
    public async Task The_wait_for_a_physician_begins_to_count_when_the_need_is_found()
    {
        using var county = Publishing.WithUnits();
        var matter = await county.Matter(Publishing.North, new(2026, 2, 16), new(2026, 2, 16), new(2026, 3, 4));
        await county.Record(new FactRecorded(matter, "need_identified", new(2026, 3, 4), "nurse", "physician"));

        Say((await county.Count(Publishing.March.Before(), "THL51A-ADULT-DOC")).Cells, Counted.Waiting).ShouldBeEmpty();
        var cells = (await county.Count(Publishing.March, "THL51A-ADULT-DOC")).Cells;
        Say(cells, Counted.Started).ShouldBe(["North 0 x1"]);
        Say(cells, Counted.Waiting).ShouldBe(["North 43 x1"]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_refusal_that_was_recorded_by_mistake_counts_until_it_is_taken_back(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matters(30, Publishing.North, new(2026, 3, 2), null);
        var matters = county.Journal.Read().Select(r => r.Event).OfType<MatterOpened>().Select(m => m.Matter).ToList();
        await county.Record([.. matters.SelectMany(m => (IEvent[])[new OfferFailed(m, OfferOutcomeKind.Declined, new(2026, 3, 5)), new OfferFailed(m, OfferOutcomeKind.Declined, new(2026, 3, 6))])]);
        (await Declined()).ShouldBe(["North 0 x60"]);
        (await county.Publish()).Accepted.ShouldBeTrue();

        var mistake = county.Journal.Stream(matters[0]).First(r => r.Event is OfferFailed).Version;
        await county.Record(new FactCorrected(matters[0], "offer_declined", new(2026, 3, 20), new(2026, 3, 21), "physician", mistake));
        (await Declined()).ShouldBe(["North 0 x60"], "only a day was corrected");
        await county.Record([
            .. matters.Take(10).Select(m => new FactCorrected(m, "offer_declined", new(2026, 3, 20), null, "physician", mistake)),
            .. matters.Skip(10).Take(10).Select(m => new OfferFailureTakenBack(m, mistake)),
        ]);

        (await Declined()).ShouldBe(["North 0 x40"]);
        county.Services.GetRequiredService<AsPublished>().Of(county.Publications.Find("2026-03", 1)!).ShouldNotBeNull("what was known then counts all")
            .Count.Cells.Single(c => c.Key.What == Counted.Declined && c.Key.Rule == Adult).Value.ShouldBe(60);
        (await county.Publish(why: "Aikojen hylkäyksiä oli kirjattu erehdyksessä.")).Accepted.ShouldBeTrue();
        county.Services.GetRequiredService<AsPublished>().Of(county.Publications.Find("2026-03", 2)!).ShouldNotBeNull();

        async Task<string[]> Declined() => Say((await county.Count(Publishing.March, Adult)).Cells, Counted.Declined);
    }

    /// <summary>VanhPL 26 §: the table is of people over 75, and somebody of unknown age may be of any.</summary>
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Those_whose_age_nobody_knows_are_not_published_as_old(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        var (old, unknown) = (Guid.NewGuid(), Guid.NewGuid());
        await county.Record(
            new Reported(old, Guid.NewGuid(), Publishing.North, "older_people", new(2026, 3, 2), Age: 80), new Reported(unknown, Guid.NewGuid(), Publishing.North, "adult_social", new(2026, 3, 2), Age: null),
            new OfferFailed(unknown, OfferOutcomeKind.Declined, new(2026, 3, 5)));

        var count = await county.Count(Publishing.March, "SHL36-75");

        var clocks = county.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()}");
        clocks.Where(c => c.Rule == "SHL36-75").Select(c => (c.Matter, c.AgeUnknown)).ShouldBe([(old, false), (unknown, true)], ignoreOrder: true);
        Say(count.Cells, Counted.Started).ShouldBe(["North 0 x1"]);
        Say(count.Cells, Counted.Declined).ShouldBeEmpty();
        ClockCounting.Of(clocks, county.Journal.Query<OfferOutcomeRow>(v => $"select * from {v.Table<OfferOutcomeRow>()}"), Publishing.March, new HashSet<string>(["SHL36-75"])).ShouldBe(count.Cells, ignoreOrder: true);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_database_and_the_pure_function_count_alike(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        var random = new Random(7);
        string[] lines = ["primary_care", "oral_health", "mental_health_addiction"];
        var events = new List<IEvent>();
        for (var i = 0; i < 120; i++)
        {
            var (matter, contact) = (Guid.NewGuid(), new LocalDate(2026, 1, 1).PlusDays(random.Next(80)));
            var assessed = random.Next(8) > 0 ? contact.PlusDays(random.Next(3)) : (LocalDate?)null;
            events.AddRange(Publishing.Told(
                matter, random.Next(2) == 0 ? Publishing.North : Publishing.South, contact, assessed, assessed is { } a && random.Next(3) > 0 ? a.PlusDays(random.Next(60)) : null,
                lines[random.Next(3)], random.Next(10, 60), "medical_reason", "general_medicine"));
            if (random.Next(6) == 0)
                events.Add(new Ended(matter, contact.PlusDays(random.Next(90)), ClockEndingReason.Withdrawn));
            if (random.Next(4) == 0)
                events.Add(new OfferFailed(matter, random.Next(2) == 0 ? OfferOutcomeKind.Declined : OfferOutcomeKind.NoShow, contact.PlusDays(random.Next(50))));
        }

        await county.Record([.. events]);

        var clocks = county.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()}");
        var offers = county.Journal.Query<OfferOutcomeRow>(v => $"select * from {v.Table<OfferOutcomeRow>()}");
        foreach (var code in (string[])["2026-01", "2026-03", "2026-t1", "2026-h1"])
        {
            var (period, rules) = (ReportingPeriod.Parse(code)!.Value, county.Plan.Publications.SelectMany(p => p.Tables).SelectMany(t => t.Rules).ToHashSet());
            var count = await county.Count(period, [.. rules]);
            count.Cells.ShouldBe(ClockCounting.Of(clocks, offers, period, rules), ignoreOrder: true);
            count.Cells.Count.ShouldBeGreaterThan(40);
            count.Position.ShouldBe(county.Journal.Head.Position);
        }
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task The_data_begin_when_the_first_contact_was_recorded_and_not_on_an_earlier_day_that_one_was_of(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matter(Publishing.North, new(2026, 3, 16), new(2026, 3, 16));
        await county.Matter(Publishing.South, new(2026, 2, 2), new(2026, 2, 2), new(2026, 2, 20));

        (await county.Count(Publishing.March, Adult)).DataFrom.ShouldBe(new LocalDate(2026, 3, 16));
        county.Services.GetRequiredService<CountQuery>().DataFrom().ShouldBe(new LocalDate(2026, 3, 16));
        var figures = await county.Prepare(Publishing.March.Before());
        figures.Count.Cells.ShouldNotBeEmpty("the contact is counted where it belongs");
        PublishFigures.Decide(PublicationState.Empty, new(figures, null, figures.Digest), 0, new(2026, 4, 2)).ShouldBeOfType<Decision.Refused>().Refusal.ShouldBe(new PeriodBeforeData(new(2026, 3, 16)));
        FigureWords.IsPartial(PublishFigures.EventOf(await county.Prepare(), 1, new(2026, 4, 2))).ShouldBeTrue("one contact of February does not make March whole");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task An_empty_county_counts_nothing(string engine)
    {
        using var county = new Publishing(engine);
        var count = await county.Count(Publishing.March, Adult);

        (count.Cells.Count, count.DataFrom).ShouldBe((0, null));
    }

    private static string[] Say(IReadOnlyDictionary<CountKey, int> cells, Counted what) =>
    [
        .. cells.Where(c => c.Key.What == what).OrderBy(c => c.Key.Unit).ThenBy(c => c.Key.Days)
            .Select(c => $"{(c.Key.Unit == Publishing.North ? "North" : "South")} {c.Key.Days}{(c.Key.Late ? " late" : "")} x{c.Value}"),
    ];
}
