using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Tests.Board;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

/// <summary>Tables worked by hand. Numbers are large enough that nothing is hidden, unless the test is about hiding.</summary>
public sealed class FigureTests
{
    private static readonly LocalDate Second = new(2026, 3, 2);

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Care_of_adults_in_a_month(string engine)
    {
        using var county = Publishing.WithUnits(engine);
        await county.Matters(6, Publishing.North, Second, 3);       // within 7
        await county.Matters(5, Publishing.North, Second, 10);      // within 14
        await county.Matters(9, Publishing.North, Second, 20);      // over 14, in time (3 months)
        await county.Matters(5, Publishing.North, new(2025, 11, 20), 110);  // met 10.3., limit 20.2.: late
        await county.Matters(6, Publishing.North, Second, null);    // waits at the end, 29 days
        await county.Matters(5, Publishing.North, new(2025, 12, 1), null);  // waits, 120 days, over the limit (2.3. as 1.3. is a Sunday)
        await county.Matters(7, Publishing.South, Second, 0);
        await county.Matters(5, Publishing.South, Second, 12);

        var table = (await county.Prepare()).Table("care-adults");

        // North: 25 had care: 6 × 3, 5 × 10, 9 × 20, 5 × 110 days: the 13th of 25 waited 20; 90 %: the 23rd waited 110.
        // With the 11 who wait: 36 people, day 3: 30/36, day 10: 25/36, day 20: 16/36 < half.
        table.Row(RowKind.Place, Publishing.North, "primary_care").Say(
            "started", "met", "within_7", "within_14", "in_time", "waiting", "overdue", "declined", "no_show", "median", "ninety_percent", "median_with_waiting")
            .ShouldBe("started 26, met 25, within_7 6, within_14 11, in_time 20, waiting 11, overdue 5, declined 0, no_show 0, median 20, ninety_percent 110, median_with_waiting 20");
        // South: 7 × 0 and 5 × 12 days: the middle two of 12 are 0 and 0; the 11th waited 12.
        table.Row(RowKind.Place, Publishing.South, "primary_care").Say("started", "met", "within_7", "within_14", "in_time", "waiting", "overdue", "median", "ninety_percent", "median_with_waiting")
            .ShouldBe("started 12, met 12, within_7 7, within_14 12, in_time 12, waiting 0, overdue 0, median 0, ninety_percent 12, median_with_waiting 0");
        table.Row(RowKind.Line, line: "primary_care").Say("started", "met", "within_7", "within_14", "in_time", "waiting", "overdue", "median")
            .ShouldBe("started 38, met 37, within_7 13, within_14 23, in_time 32, waiting 11, overdue 5, median 12");
        table.Row(RowKind.County).Say("met", "in_time").ShouldBe("met 37, in_time 32");
        // The rows follow from who handles what, also where nothing has happened.
        table.Rows.Select(r => r.Kind).ShouldBe([RowKind.Place, RowKind.Place, RowKind.Unit, RowKind.Place, RowKind.Line, RowKind.County]);
        table.Row(RowKind.Place, Publishing.North, "mental_health_addiction").Say("met", "waiting", "median", "median_with_waiting").ShouldBe("met 0, waiting 0, median –, median_with_waiting –");
    }

    [Fact]
    public async Task A_unit_that_had_ended_its_work_before_the_period_has_no_rows_in_it()
    {
        using var county = Publishing.WithUnits();
        async Task<bool> Has(LocalDate last)
        {
            await county.Record(new Yhteys.Organisation.UnitClosed(Publishing.South, last));
            return (await county.Prepare()).Table("care-adults").Rows.Any(r => r.Unit == Publishing.South);
        }

        (await Has(new(2026, 3, 1))).ShouldBeTrue("it was at work on the first day");
        (await Has(new(2026, 2, 28))).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_ended_without_care_after_the_limit_stays_over_it()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(20, Publishing.North, Second, 5);
        for (var i = 0; i < 6; i++)
        {
            var matter = await county.Matter(Publishing.North, new(2025, 11, 3), new(2025, 11, 3));
            await county.Record(new Ended(matter, new(2026, 3, 10), ClockEndingReason.Withdrawn));
        }

        // Realised only: 20 of 20 in time. Nobody waits, but six limits passed without care.
        (await county.Prepare()).Table("care-adults").Row(RowKind.County).Say("met", "in_time", "waiting", "overdue").ShouldBe("met 20, in_time 20, waiting 0, overdue 6");
    }

    [Fact]
    public async Task People_under_23_have_their_own_table_and_limit()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(8, Publishing.North, Second, 5, "primary_care", 22, "medical_reason", "general_medicine");
        await county.Matters(7, Publishing.North, Second, 14, "primary_care", 22, "medical_reason", "general_medicine");
        await county.Matters(6, Publishing.North, Second, 15, "primary_care", 22, "medical_reason", "general_medicine");
        await county.Matters(5, Publishing.North, Second, 15, "primary_care", 22);

        var figures = await county.Prepare();

        figures.Table("care-under-23").Row(RowKind.County).Say("met", "within_7", "within_14", "in_time", "median").ShouldBe("met 21, within_7 8, within_14 15, in_time 15, median 14");
        figures.Table("care-under-23-other").Row(RowKind.County).Say("met", "within_7", "within_14", "in_time").ShouldBe("met 5, within_7 0, within_14 0, in_time 5");
        figures.Table("care-adults").Row(RowKind.County).Say("met").ShouldBe("met 0");
    }

    [Fact]
    public async Task Contacts_are_those_assessed_on_the_same_day()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(9, Publishing.South, new(2026, 3, 16), null);
        for (var i = 0; i < 6; i++)
            await county.Matter(Publishing.South, new(2026, 3, 16), new(2026, 3, 18));
        for (var i = 0; i < 7; i++)
            await county.Matter(Publishing.South, new(2026, 3, 31));

        // Contact on the last day and not assessed: still in time on that day. Everyone with a contact began: 9 + 6 + 7.
        (await county.Prepare()).Table("contact").Row(RowKind.Place, Publishing.South, "primary_care")
            .Say("started", "met", "in_time", "waiting", "overdue", "median", "ninety_percent").ShouldBe("started 22, met 15, in_time 9, waiting 7, overdue 0, median 0, ninety_percent 2");
    }

    [Fact]
    public async Task Specialised_care_is_a_snapshot_by_THLs_classes()
    {
        using var county = new Publishing();
        await county.Record(new Yhteys.Organisation.UnitOpened(
            Publishing.North, new("Psykiatria", "Psykiatri", "Psychiatry"), "health_centre", "272", ["youth_psychiatry"], false, new(2020, 1, 1)));
        county.Clock.Now = Instant.FromUtc(2026, 5, 4, 6, 0);
        async Task Young(int number, LocalDate referral, LocalDate? started, LocalDate? need, LocalDate? care = null)
        {
            for (var i = 0; i < number; i++)
            {
                var matter = Guid.NewGuid();
                await county.Record(new MatterOpened(matter, Publishing.North, "youth_psychiatry", referral, 15, []));
                if (started is { } begun)
                    await county.Record(new FactRecorded(matter, "assessment_started", begun, "physician"));
                if (need is { } found)
                    await county.Record(new FactRecorded(matter, "need_assessed", found, "physician"));
                if (care is { } given)
                    await county.Record(new FactRecorded(matter, "care_started", given, "physician"));
            }
        }

        await Young(5, new(2026, 4, 1), new(2026, 4, 4), new(2026, 4, 30));                     // handled in 3 days; waits 0 days
        await Young(6, new(2026, 4, 1), new(2026, 4, 5), new(2026, 4, 10));                     // handled in 4; waits 20
        await Young(7, new(2026, 2, 2), new(2026, 2, 23), new(2026, 2, 23), new(2026, 4, 20));  // handled in 21; care after 56 days
        await Young(8, new(2025, 12, 1), new(2026, 1, 5), new(2026, 1, 29));                    // handled in 35; waits 91
        await Young(5, new(2025, 8, 1), new(2025, 8, 4), new(2025, 10, 31));                    // handled last year; waits 181, over 3 months

        var figures = await county.Prepare(ReportingPeriod.Parse("2026-t1"));

        figures.Table("youth-referrals").Row(RowKind.Place, Publishing.North, "youth_psychiatry")
            .Say("started", "met", "days_0_3", "days_4_21", "days_over_21", "in_time").ShouldBe("started 18, met 26, days_0_3 5, days_4_21 13, days_over_21 8, in_time 18");
        // Waiting at 30.4.: 0 × 5, 20 × 6, 91 × 8, 181 × 5: the middle of 24 is between the 12th and the 13th, both 91.
        figures.Table("youth-waiting").Row(RowKind.Place, Publishing.North, "youth_psychiatry")
            .Say("waiting", "days_0_90", "days_91_180", "days_over_180", "median").ShouldBe("waiting 24, days_0_90 11, days_91_180 8, days_over_180 5, median 91");
        figures.Table("youth-care-started").Row(RowKind.Place, Publishing.North, "youth_psychiatry")
            .Say("met", "days_0_90", "in_time", "overdue").ShouldBe("met 7, days_0_90 7, in_time 7, overdue 13");
        figures.Table("waiting").Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Social_services_half_a_year()
    {
        using var county = new Publishing();
        await county.Record(new Yhteys.Organisation.UnitOpened(
            Publishing.North, new("Sosiaalikeskus", "Socialcentral", "Social centre"), "social_centre", "272", ["child_welfare", "older_people"], false, new(2020, 1, 1)));
        county.Clock.Now = Instant.FromUtc(2026, 7, 2, 6, 0);
        async Task Social(int number, string line, int age, LocalDate pending, params (string Fact, LocalDate Day)[] facts)
        {
            for (var i = 0; i < number; i++)
            {
                var matter = Guid.NewGuid();
                await county.Record(new MatterOpened(matter, Publishing.North, line, pending, age, []));
                foreach (var (fact, day) in facts)
                    await county.Record(new FactRecorded(matter, fact, day, "social_worker"));
            }
        }

        // Tue 31.3.2026 + 7 working days over Easter = Mon 13.4. (deadlines, example 7a).
        await Social(6, "child_welfare", 8, new(2026, 3, 31), ("assessment_started", new(2026, 4, 13)), ("assessment_completed", new(2026, 6, 30)));
        await Social(5, "child_welfare", 8, new(2026, 3, 31), ("assessment_started", new(2026, 4, 14)));
        await Social(7, "older_people", 80, new(2026, 1, 7), ("assessment_started", new(2026, 1, 9)), ("decision_implemented", new(2026, 4, 7)));
        await Social(8, "older_people", 80, new(2026, 6, 1), ("assessment_started", new(2026, 6, 15)));

        var figures = await county.Prepare(ReportingPeriod.Parse("2026-h1"));

        figures.Table("child-welfare-started").Row(RowKind.Place, Publishing.North, "child_welfare").Say("started", "met", "in_time", "median").ShouldBe("started 11, met 11, in_time 6, median 13");
        // Three months from 31.3. end on 30.6. (June has no 31st day): completed in time; the other five still run on that day.
        figures.Table("child-welfare-completed").Row(RowKind.Place, Publishing.North, "child_welfare").Say("met", "in_time", "waiting", "overdue").ShouldBe("met 6, in_time 6, waiting 5, overdue 0");
        figures.Table("assessment-over-75").Row(RowKind.Place, Publishing.North, "older_people").Say("started", "met", "in_time").ShouldBe("started 15, met 15, in_time 7");
        figures.Table("older-service").Row(RowKind.Place, Publishing.North, "older_people")
            .Say("met", "days_0_30", "days_31_90", "in_time", "waiting", "overdue", "median").ShouldBe("met 7, days_0_30 0, days_31_90 7, in_time 7, waiting 8, overdue 0, median 90");
        figures.Sections.Select(s => s.Id).ShouldBe(["child-welfare", "older-people", "disabled-people", "social-decisions"]);
    }

    [Fact]
    public async Task An_empty_county_has_tables_without_rows()
    {
        using var county = new Publishing();
        var figures = await county.Prepare();

        figures.Sections.Select(s => (s.Id, s.Tables.Count)).ShouldBe([("access-monthly", 14), ("access-monthly-earlier", 6)]);
        figures.Sections.SelectMany(s => s.Tables).ShouldAllBe(t => t.Rows.Count == 0);
        figures.Count.DataFrom.ShouldBeNull();
    }

    [Fact]
    public async Task Small_counts_are_hidden_with_what_would_tell_them()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(30, Publishing.North, Second, 3);
        await county.Matters(12, Publishing.North, Second, 10);
        await county.Matters(2, Publishing.North, Second, 20);
        await county.Matters(30, Publishing.South, Second, 3);
        await county.Matters(12, Publishing.South, Second, 10);
        await county.Matters(9, Publishing.South, Second, 20);

        var table = (await county.Prepare()).Table("care-adults");
        var north = table.Row(RowKind.Place, Publishing.North, "primary_care");

        // Two waited over 14 days: so neither 42 within 14 days may be shown of 44, nor may it follow from South and the total.
        north.Hidden.ShouldContain("within_14");
        north.Say("met", "within_7", "in_time", "median").ShouldBe("met 44, within_7 30, in_time 44, median 3");
        table.Rows.Count(r => r.Hidden.Contains("within_14")).ShouldBeGreaterThanOrEqualTo(2);
        // Where a figure is hidden, the median of all is too: it follows from it.
        north.Hidden.ShouldContain("median_with_waiting");
    }
}
