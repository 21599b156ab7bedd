using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Access.Views;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>A contact after hours: a limit of the same day is counted from the next day of office hours, and every other from the day on which it came.</summary>
public sealed class ArrivalTests
{
    // The evening of Friday 6 March 2026: office hours begin on Monday the 9th.
    private static readonly ClockFacts OnFridayEvening = On("health", "primary_care", "2026-03-06");

    [Fact]
    public void The_limit_of_the_same_day_runs_at_once_and_ends_on_the_next_day_of_office_hours()
    {
        var clock = OnFridayEvening.Clock("THL51-HTA", "2026-03-06");
        (clock.State, clock.Result.Start, clock.Result.CountedFrom, clock.Result.Strict).ShouldBe(
            (ClockState.Running, Given.Day("2026-03-06"), Given.Day("2026-03-09"), (LocalDate?)Given.Day("2026-03-09")));
        OnFridayEvening.State("THL51-HTA", "2026-03-09").ShouldBe(ClockState.Running);
        OnFridayEvening.State("THL51-HTA", "2026-03-10").ShouldBe(ClockState.Overdue);
        OnFridayEvening.Fact("need_assessed", "2026-03-09", "nurse").Clock("THL51-HTA", "2026-03-10").Result.WaitedDays.ShouldBe(0);
    }

    [Fact]
    public void An_assessment_on_the_evening_of_the_contact_meets_it_that_evening()
    {
        var assessed = OnFridayEvening.Fact("need_assessed", "2026-03-06", "nurse").Clock("THL51-HTA", "2026-03-06");
        (assessed.State, assessed.Result.MetOn, assessed.Result.WaitedDays).ShouldBe((ClockState.Met, Given.Day("2026-03-06"), 0));
    }

    [Fact]
    public void In_the_figures_what_was_met_that_evening_is_begun_and_met_in_one_period()
    {
        // Friday 30 October 2026 in the evening counts from Monday 2 November.
        var facts = new ClockFacts(
            new ClockSubject(Given.Day("2026-10-30"), "health", "primary_care", 40, []) { CountsFrom = Given.Day("2026-11-02") },
            [new("contact", Given.Day("2026-10-30")), new("need_assessed", Given.Day("2026-10-30"), "nurse", "licensed")]);
        var row = ClockRows.Clock(Guid.Empty, null, facts.Subject, facts.Clock("THL51-HTA", "2026-10-30").Result, Given.Rules);
        (row.Start, row.MetOn, row.SettledOn, row.InTime, row.ContactOn).ShouldBe(
            (Given.Day("2026-11-02"), Given.Day("2026-11-02"), Given.Day("2026-11-02"), true, Given.Day("2026-10-30")));
    }

    [Fact]
    public void In_the_figures_what_ended_that_evening_is_begun_and_ended_in_one_period()
    {
        var facts = new ClockFacts(
            new ClockSubject(Given.Day("2026-10-30"), "health", "primary_care", 40, []) { CountsFrom = Given.Day("2026-11-02") }, [new("contact", Given.Day("2026-10-30"))])
            .Ended("2026-10-30", ClockEndingReason.Withdrawn);
        var row = ClockRows.Clock(Guid.Empty, null, facts.Subject, facts.Clock("THL51-HTA", "2026-10-30").Result, Given.Rules);
        (row.Start, row.EndedOn, row.SettledOn).ShouldBe((Given.Day("2026-11-02"), Given.Day("2026-11-02"), (NodaTime.LocalDate?)null));
    }

    [Fact]
    public void Urgent_care_is_a_duty_at_all_hours()
    {
        var urgent = On("health", "primary_care", "2026-03-06", "urgent");
        urgent.State("THL50-URGENT", "2026-03-06").ShouldBe(ClockState.Immediate);
        urgent.Fact("care_started", "2026-03-06", "physician").State("THL50-URGENT", "2026-03-06").ShouldBe(ClockState.Met);
        urgent.Fact("visit", "2026-03-06", "practical_nurse").State("THL50-URGENT", "2026-03-06").ShouldBe(ClockState.Met);
        urgent.Fact("visit", "2026-03-06", "service_adviser").State("THL50-URGENT", "2026-03-06").ShouldBe(ClockState.Immediate, "who has no licence gives no urgent care");
    }

    [Fact]
    public void Working_days_are_counted_from_the_day_on_which_it_came()
    {
        // Sunday 1 November 2026, 7 working days: 2.–6. and 9.–10.
        var sunday = new ClockFacts(
            new ClockSubject(Given.Day("2026-11-01"), "social", "older_people", 80, []) { CountsFrom = Given.Day("2026-11-02") },
            [new ClockFact("contact", Given.Day("2026-11-01")), new ClockFact("matter_pending", Given.Day("2026-11-01"))]);
        sunday.Clock("SHL36-75", "2026-11-01").Result.Strict.ShouldBe(Given.Day("2026-11-10"));
        OnFridayEvening.Clock("PROMISE-CONTACT-3-HEALTH", "2026-03-06").Result.Strict.ShouldBe(Given.Day("2026-03-11"));
    }

    [Fact]
    public void It_is_explained_which_day_it_is_counted_from()
    {
        var explained = ClockExplainer.Of(OnFridayEvening, Given.Rules, CountySettings.Default, Given.Day("2026-03-06")).Clocks.Single(e => e.Clock.Rule == "THL51-HTA");
        explained.Facts.Select(s => s.Key).ShouldBe(["Clock_started_by", "Clock_counts_from"]);
        explained.Days.ShouldAllBe(day => day.Day >= Given.Day("2026-03-09"));
    }

    [Fact]
    public void What_was_before_the_contact_meets_nothing() =>
        OnFridayEvening.Fact("need_assessed", "2026-03-05", "nurse").State("THL51-HTA", "2026-03-10").ShouldBe(ClockState.Overdue);

    [Fact]
    public void A_clock_that_starts_later_is_not_met_by_what_came_first() =>
        OnFridayEvening.Fact("visit", "2026-03-06", "nurse").Fact("need_assessed", "2026-03-09", "nurse").State("THL51A-ADULT", "2026-03-10").ShouldBe(ClockState.Running);

    [Fact]
    public void The_day_that_is_counted_from_is_kept_and_corrected_with_the_opening()
    {
        var file = new ClockFile(OnFridayEvening.Subject, OnFridayEvening.Facts, []);
        ClockFile.Unpack(file.Pack()).Subject.CountsFrom.ShouldBe(Given.Day("2026-03-09"));
        OnFridayEvening.With(new ClockCorrection { Opened = Given.Day("2026-03-10") }).Subject.CountsFrom.ShouldBeNull();
        OnFridayEvening.With(new ClockCorrection(AgeAtContact: 41)).Subject.CountsFrom.ShouldBe(Given.Day("2026-03-09"));
    }

    private static ClockFacts On(string register, string line, string day, params string[] reasons) => new(
        new ClockSubject(Given.Day(day), register, line, 40, reasons) { CountsFrom = Given.Day("2026-03-09") }, [new ClockFact("contact", Given.Day(day))]);
}
