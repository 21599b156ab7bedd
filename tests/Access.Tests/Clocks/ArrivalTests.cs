using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>A contact after hours counts for the next working day; what the on-call unit does before that day is done in time.</summary>
public sealed class ArrivalTests
{
    // Saturday 7 March 2026 counts for Monday the 9th.
    private static readonly ClockFacts OnSaturday = new(
        new ClockSubject(Given.Day("2026-03-09"), "health", "primary_care", 40, []) { ArrivedOn = Given.Day("2026-03-07") },
        [new ClockFact("contact", Given.Day("2026-03-09"))]);

    [Fact]
    public void An_assessment_on_the_evening_of_the_contact_meets_the_clock()
    {
        var assessed = OnSaturday.Fact("need_assessed", "2026-03-07", "nurse");
        assessed.State("THL51-HTA", "2026-03-10").ShouldBe(ClockState.Met);
        assessed.Clock("THL51-HTA", "2026-03-10").Result.MetOn.ShouldBe(Given.Day("2026-03-09"), "on the day that the contact counts for");
    }

    [Fact]
    public void What_was_before_the_contact_meets_nothing() =>
        OnSaturday.Fact("need_assessed", "2026-03-06", "nurse").State("THL51-HTA", "2026-03-10").ShouldBe(ClockState.Overdue);

    [Fact]
    public void A_clock_that_starts_later_is_not_met_by_what_came_first() =>
        OnSaturday.Fact("visit", "2026-03-07", "nurse").Fact("need_assessed", "2026-03-09", "nurse").State("THL51A-ADULT", "2026-03-10").ShouldBe(ClockState.Met);

    [Fact]
    public void The_day_of_arrival_is_kept_and_corrected_with_the_opening()
    {
        var file = new ClockFile(OnSaturday.Subject, OnSaturday.Facts, []);
        ClockFile.Unpack(file.Pack()).Subject.ArrivedOn.ShouldBe(Given.Day("2026-03-07"));
        OnSaturday.With(new ClockCorrection { Opened = Given.Day("2026-03-10") }).Subject.ArrivedOn.ShouldBeNull();
        OnSaturday.With(new ClockCorrection(AgeAtContact: 41)).Subject.ArrivedOn.ShouldBe(Given.Day("2026-03-07"));
    }
}
