using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>The worked examples, counted by hand, and the examples that THL and Kela publish.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void Example_1_the_age_is_that_of_the_day_of_contact() =>
        Dates(Given.Ill("2025-03-14", born: "2002-03-15"), "THL51A-U23", "2025-03-20").ShouldBe(("2025-03-28", "2025-03-28"));

    [Fact]
    public void Example_2a_the_last_day_of_a_short_month_moves_to_Monday() =>
        Dates(Given.Ill("2026-11-30", born: "1980-01-01"), "THL51A-ADULT", "2026-12-01").ShouldBe(("2027-02-28", "2027-03-01"));

    [Theory]
    [InlineData("2023-08-31", "THL51-3M-OLD", "2023-11-30")]
    [InlineData("2023-09-01", "THL51A-14D", "2023-09-15")]
    [InlineData("2024-12-30", "THL51A-14D", "2025-01-13")]
    [InlineData("2025-01-02", "THL51A-ADULT", "2025-04-02")]
    public void Example_4_the_law_of_the_start_day_binds(string assessed, string rule, string strict)
    {
        var matter = Given.Ill(assessed, born: "1984-06-01");

        matter.Started("2027-01-01").Where(id => id.StartsWith("THL51A", StringComparison.Ordinal) || id == "THL51-3M-OLD").ShouldBe([rule]);
        Dates(matter, rule, "2027-01-01").Strict.ShouldBe(strict);
    }

    [Fact]
    public void Example_4_the_new_law_can_be_set_to_take_the_running_wait_over()
    {
        var matter = Given.Ill("2024-12-30", born: "1984-06-01");
        var settings = CountySettings.Default.With("lawChange", "running_moves_to_new_law");

        Dates(matter, "THL51A-ADULT", "2025-01-02", settings).Strict.ShouldBe("2025-03-30");
        matter.State("THL51A-14D", "2024-12-31", settings).ShouldBe(ClockState.Running);
        matter.State("THL51A-14D", "2025-01-02", settings).ShouldBe(ClockState.NotApplicable);
        matter.State("THL51A-ADULT", "2024-12-31", settings).ShouldBe(ClockState.NotApplicable);
        matter.State("THL51A-ADULT", "2025-01-02").ShouldBe(ClockState.NotApplicable);
    }

    [Fact]
    public void A_need_that_is_found_after_the_new_law_took_the_wait_over_calls_for_its_rule_from_its_own_day()
    {
        var matter = Given.Matter("2024-07-21", "oral_health", "2012-05-01").Fact("need_assessed", "2024-09-20", "dentist").Fact("need_identified", "2025-01-14", "dental_hygienist", "dentist");
        var settings = CountySettings.Default.With("lawChange", "running_moves_to_new_law");

        var clocks = StatutoryClocks.Compute(matter, Given.Rules, settings).ToDictionary(clock => clock.Rule.Id);

        clocks["THL51B-U23-DENTIST"].StateOn(new(2025, 1, 13)).ShouldBe(ClockState.NotStarted);
        clocks["THL51B-U23-DENTIST"].StateOn(new(2025, 1, 14)).ShouldBe(ClockState.Running);
        clocks["THL51B-3M-DENTIST-2024"].StateOn(new(2024, 11, 9)).ShouldBe(ClockState.NotStarted);
        clocks["THL51B-3M-DENTIST-2024"].StateOn(new(2025, 1, 14)).ShouldBe(ClockState.NotApplicable);
    }

    [Fact]
    public void Example_7a_Easter_is_not_counted() => Dates(Notice("2026-03-31"), "LSL26-START", "2026-04-01").ShouldBe(("2026-04-13", "2026-04-13"));

    [Fact]
    public void Example_8_Christmas_is_not_counted_and_the_eve_is_a_setting()
    {
        var matter = Given.Matter("2026-12-17", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-12-17");

        Dates(matter, "TTL14A-DECISION", "2026-12-18").ShouldBe(("2026-12-30", "2026-12-30"));
        Dates(matter, "TTL14A-DECISION", "2026-12-18", CountySettings.Default with { EvesAreWorkingDays = true }).Strict.ShouldBe("2026-12-29");
    }

    [Fact]
    public void Example_10_a_notice_on_Saturday_has_Monday_as_day_1()
    {
        Dates(Notice("2026-11-14"), "LSL26-START", "2026-11-16").Strict.ShouldBe("2026-11-24");
        Dates(Notice("2026-11-14"), "LSL26-START", "2026-11-16", CountySettings.Default.With("weekendArrival", "next_working_day_is_arrival")).Strict.ShouldBe("2026-11-25");
    }

    [Fact]
    public void Example_12a_the_therapy_guarantee_ends_on_Ascension_Day() =>
        Dates(
            Given.Matter("2026-04-16", "mental_health_addiction", "2008-05-05").Fact("contact", "2026-04-16").Fact("need_identified", "2026-04-16", "physician", "therapy"),
            "THL53-THERAPY", "2026-04-20").ShouldBe(("2026-05-14", "2026-05-15"));

    [Fact]
    public void Example_14_the_schools_own_break_is_not_counted()
    {
        var subject = new ClockSubject(Given.Day("2026-10-15"), "social", "student_welfare", 14, [])
        {
            SchoolClosed = [new(Given.Day("2026-10-19"), Given.Day("2026-10-23"))],
        };

        Dates(new ClockFacts(subject).Fact("request_made", "2026-10-15"), "OHL15-TALK", "2026-10-16").ShouldBe(("2026-11-02", "2026-11-02"));
        var told = Access.Clocks.Explain.ClockExplainer.Of(new ClockFacts(subject).Fact("request_made", "2026-10-15"), Given.Rules, CountySettings.Default, Given.Day("2026-10-16")).Clocks.Single(why => why.Clock.Rule == "OHL15-TALK");
        told.Days.ShouldNotBeEmpty();
        told.WithoutPlace.Days.ShouldBeEmpty("they are those of the school's municipality or college");
        Dates(new ClockFacts(subject with { SchoolClosed = null }).Fact("request_made", "2026-10-15"), "OHL15-TALK", "2026-10-16").Strict.ShouldBe("2026-10-26");
    }

    [Fact]
    public void THL_a_notice_on_Tuesday_is_to_be_started_on_Thursday_of_the_next_week() => Dates(Notice("2026-11-10"), "LSL26-START", "2026-11-11").Strict.ShouldBe("2026-11-19");

    [Fact]
    public void Kela_an_application_of_Monday_is_decided_on_Wednesday_of_the_next_week() =>
        Dates(Given.Matter("2026-11-09", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-11-09"), "TTL14A-DECISION", "2026-11-10").Strict.ShouldBe("2026-11-18");

    [Fact]
    public void An_emergency_placement_counts_its_first_day() =>
        Dates(Given.Matter("2026-11-02", "child_welfare", "2015-01-01").Fact("placement", "2026-11-02", qualifier: "emergency"), "LSL38-EMERGENCY", "2026-11-03").Strict.ShouldBe("2026-12-01");

    [Theory]
    [InlineData("2026-11-20", "2026-11-23", "2026-12-19")] // decided before the child was placed
    [InlineData("2026-11-23", "2026-11-20", "2026-12-19")]
    [InlineData("2026-11-26", "2026-11-26", "2026-12-25")] // ends on Christmas Day: a longest time does not move
    public void An_emergency_placement_counts_from_the_earlier_of_placement_and_decision(string decided, string placed, string last) =>
        Dates(
            Given.Matter("2026-11-20", "child_welfare", "2015-01-01").Fact("decision_made", decided, qualifier: "emergency").Fact("placement", placed, qualifier: "emergency"),
            "LSL38-EMERGENCY", "2026-12-01").ShouldBe((last, last));

    private static ClockFacts Notice(string day) =>
        Given.Matter(day, "child_welfare", "2015-01-01").Fact("notice_received", day).Fact("matter_pending", day);

    private static (string? Strict, string? Latest) Dates(ClockFacts facts, string rule, string asOf, CountySettings? settings = null)
    {
        var clock = facts.Clock(rule, asOf, settings);
        clock.State.ShouldBeOneOf(ClockState.Running, ClockState.Overdue);
        return (clock.Result.Strict?.Iso(), clock.Result.Latest?.Iso());
    }
}
