using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Cases.Tests.Receipts;

public sealed class NextStepTests
{
    private static readonly ResidentTime Offered = new(Instant.FromUtc(2026, 3, 12, 7, 0), Guid.NewGuid(), new(2026, 3, 11));

    [Theory]
    [InlineData("waiting", null)]
    [InlineData("asked", "next.asked")]
    [InlineData("assessing", "next.assessing")]
    [InlineData("assessed", "next.assessed")]
    [InlineData("cancelled", "next.new_time")]
    [InlineData("offered", "next.offered")]
    [InlineData("booked", "next.booked")]
    [InlineData("closed", "next.closed")]
    public void It_follows_the_stage_of_the_matter(string stage, string? key) => NextStep.Of(stage, [], null).ShouldBe(new NextStep(key));

    [Fact]
    public void A_time_that_the_reader_may_see_tells_its_day()
    {
        NextStep.Of("offered", [], Offered).Key.ShouldBe("next.offered_by");
        NextStep.Of("booked", [], Offered with { AnswerBy = null }).Key.ShouldBe("next.booked_for");
        NextStep.Of("closed", [], Offered).Key.ShouldBe("next.closed");
    }

    [Fact]
    public void The_day_is_that_of_the_earliest_running_limit_of_the_step_and_a_promise_comes_after_the_law()
    {
        Clock[] clocks =
        [
            Running(ClockPhase.Care, RuleKind.Promise, new(2026, 3, 12)), Running(ClockPhase.Care, RuleKind.Statute, new(2026, 6, 9)),
            Running(ClockPhase.Care, RuleKind.Statute, new(2026, 3, 24)), Running(ClockPhase.Contact, RuleKind.Promise, new(2026, 3, 13)),
        ];

        NextStep.Of("assessed", clocks, null).ShouldBe(new NextStep("next.assessed", new(2026, 3, 24)));
        NextStep.Of("waiting", clocks, null).ShouldBe(new NextStep(null, new(2026, 3, 13), true));
        NextStep.Of("booked", clocks, null).By.ShouldBeNull();
        NextStep.Of("waiting", [.. clocks.Select(c => new Clock(c.Result, ClockState.Overdue))], null).By.ShouldBeNull("a day that has gone is told by its clock");
    }

    [Fact]
    public void Who_acts_for_another_reads_of_an_appointment_and_not_of_theirs()
    {
        NextStep.Of("booked", [], Offered with { AnswerBy = null }, own: false).Key.ShouldBe("next.other.booked_for");
        NextStep.Of("offered", [], Offered, own: false).Key.ShouldBe("next.other.offered_by");
        NextStep.Of("offered", [], null, own: false).Key.ShouldBe("next.other.offered", "what is hidden has nothing to answer");
        NextStep.Of("asked", [], null, own: false).Key.ShouldBe("next.other.asked");
        NextStep.Of("waiting", [], null, own: false).Key.ShouldBeNull();
    }

    [Theory]
    [InlineData("asked")]
    [InlineData("no_show")]
    public void What_the_resident_does_next_has_no_day_of_the_law(string stage)
    {
        Clock[] clocks = [Running(ClockPhase.Contact, RuleKind.Statute, new(2026, 3, 13)), Running(ClockPhase.Care, RuleKind.Statute, new(2026, 6, 9))];

        NextStep.Of(stage, clocks, null).ShouldBe(new NextStep($"next.{stage}"));
    }

    [Fact]
    public void What_is_to_be_done_at_once_has_no_day()
    {
        Clock[] clocks = [Running(ClockPhase.Assessment, RuleKind.Statute, new(2026, 3, 13)), Running(ClockPhase.Care, RuleKind.Statute, new(2026, 6, 9)) with { State = ClockState.Immediate }];

        NextStep.Of("waiting", clocks, null).By.ShouldBeNull();
    }

    private static Clock Running(ClockPhase phase, RuleKind kind, LocalDate last)
    {
        var words = new LocalText("…", "…", "…");
        var rule = new ClockRule { Id = "RULE", Name = words, Explanation = words, Register = "health", Lines = [], From = new LocalDate(2023, 1, 1), Phase = phase, Kind = kind };
        return new(new ClockResult { Rule = rule, Start = new LocalDate(2026, 3, 10), LastInTime = last }, ClockState.Running);
    }
}
