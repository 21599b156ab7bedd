using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

public class StateTests
{
    private static readonly ClockFacts Ill = Given.Ill("2026-03-02", born: "2010-01-01"); // 14 days: Monday 16 March 2026

    [Theory]
    [InlineData("2026-03-02", ClockState.Running)]
    [InlineData("2026-03-16", ClockState.Running)]
    [InlineData("2026-03-17", ClockState.Overdue)]
    public void A_clock_runs_until_its_last_day(string day, ClockState state) => Ill.State("THL51A-U23", day).ShouldBe(state);

    [Theory]
    [InlineData("2026-03-16", ClockState.Met)]
    [InlineData("2026-03-17", ClockState.MetLate)]
    public void The_day_of_care_decides(string visit, ClockState state) =>
        Ill.Fact("visit", visit, "public_health_nurse").State("THL51A-U23", "2026-04-30").ShouldBe(state);

    [Fact]
    public void A_clock_is_not_met_before_the_visit_happens()
    {
        var result = StatutoryClocks.Compute(Ill.Fact("visit", "2026-03-10", "nurse"), Given.Rules, CountySettings.Default).Single(r => r.Rule.Id == "THL51A-U23");

        result.StateOn(Given.Day("2026-03-01")).ShouldBe(ClockState.NotStarted);
        result.StateOn(Given.Day("2026-03-09")).ShouldBe(ClockState.Running);
        result.StateOn(Given.Day("2026-03-10")).ShouldBe(ClockState.Met);
        result.WaitedDays.ShouldBe(8);
    }

    [Fact]
    public void Closing_a_matter_never_makes_a_clock_met()
    {
        var closed = Ill.Ended("2026-03-05", ClockEndingReason.NotNeeded);

        closed.State("THL51A-U23", "2026-03-04").ShouldBe(ClockState.Running);
        closed.State("THL51A-U23", "2026-03-05").ShouldBe(ClockState.EndedWithoutCare);
        closed.State("THL51A-U23", "2026-06-01").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Theory]
    [InlineData(ClockEndingReason.Withdrawn)]
    [InlineData(ClockEndingReason.NotNeeded)]
    [InlineData(ClockEndingReason.Moved)]
    [InlineData(ClockEndingReason.Died)]
    [InlineData(ClockEndingReason.OtherCounty)]
    [InlineData(ClockEndingReason.AssessmentUnneeded)]
    public void Overdue_stays_overdue_however_the_matter_ends(ClockEndingReason reason) =>
        Ill.Ended("2026-03-20", reason).State("THL51A-U23", "2026-06-01").ShouldBe(ClockState.Overdue);

    [Fact]
    public void An_ending_before_the_start_ends_what_has_not_started() =>
        Given.Matter("2026-03-02", "primary_care", "1990-01-01").Fact("contact", "2026-03-02").Ended("2026-03-02", ClockEndingReason.Withdrawn)
            .State("THL51A-ADULT", "2026-03-03").ShouldBe(ClockState.EndedWithoutCare);

    [Fact]
    public void A_reopened_matter_goes_on_from_its_first_start()
    {
        var again = Ill.Ended("2026-03-05", ClockEndingReason.Withdrawn).Ended("2026-03-09", ClockEndingReason.Reopened);

        again.State("THL51A-U23", "2026-03-06").ShouldBe(ClockState.EndedWithoutCare);
        again.State("THL51A-U23", "2026-03-10").ShouldBe(ClockState.Running);
        again.State("THL51A-U23", "2026-03-17").ShouldBe(ClockState.Overdue);
        again.Ended("2026-03-11", ClockEndingReason.Died).State("THL51A-U23", "2026-03-12").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void Closed_and_opened_again_on_one_day_is_as_before()
    {
        Ill.Ended("2026-03-05", ClockEndingReason.Withdrawn).Ended("2026-03-05", ClockEndingReason.Reopened).State("THL51A-U23", "2026-03-06").ShouldBe(ClockState.Running);
        Ill.Ended("2026-03-04", ClockEndingReason.Withdrawn).Ended("2026-03-05", ClockEndingReason.Reopened).Ended("2026-03-05", ClockEndingReason.Moved)
            .State("THL51A-U23", "2026-03-06").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void Of_one_day_the_reopening_comes_after_what_it_opens_again() =>
        Ill.Ended("2026-03-05", ClockEndingReason.AssessmentUnneeded).Ended("2026-03-05", ClockEndingReason.Reopened).Ended("2026-03-05", ClockEndingReason.AssessmentUnneeded)
            .Clock("THL51A-U23", "2026-03-06").Result.Ending.ShouldBe(ClockEndingReason.AssessmentUnneeded);

    [Fact]
    public void What_is_begun_in_time_though_an_answer_found_nothing_to_do_has_its_time()
    {
        var child = Given.Matter("2026-03-10", "family_social", "2016-01-01", "special_support").Fact("contact", "2026-03-10").Fact("matter_pending", "2026-03-10")
            .Ended("2026-03-11", ClockEndingReason.AssessmentUnneeded);
        child.State("SHL36-CHILD-DONE", "2026-07-01").ShouldBe(ClockState.EndedWithoutCare);
        child.Fact("assessment_started", "2026-03-13", "social_worker").State("SHL36-CHILD-DONE", "2026-07-01").ShouldBe(ClockState.Overdue);

        Given.Matter("2026-03-11", "social_assistance", "1980-01-01").Fact("application_arrived", "2026-03-11").Ended("2026-03-11", ClockEndingReason.AssessmentUnneeded)
            .State("TTL14A-DECISION", "2026-04-01").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void A_duty_at_once_ends_with_the_matter_though_an_answer_came_before()
    {
        var urgent = Given.Matter("2026-03-10", "adult_social", "1980-01-01", "urgent").Fact("contact", "2026-03-10").Fact("matter_pending", "2026-03-10")
            .Ended("2026-03-11", ClockEndingReason.AssessmentUnneeded);

        urgent.State("SHL45-URGENT", "2026-04-20").ShouldBe(ClockState.Immediate);
        urgent.Ended("2026-04-22", ClockEndingReason.Died).State("SHL45-URGENT", "2026-04-23").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void What_was_taken_up_after_an_answer_ends_with_the_matter()
    {
        var taken = Given.Matter("2026-03-10", "adult_social", "1980-01-01").Fact("contact", "2026-03-10").Fact("matter_pending", "2026-03-10")
            .Ended("2026-03-11", ClockEndingReason.AssessmentUnneeded).Fact("application_arrived", "2026-03-12");

        taken.State("SHL45-IMPL", "2026-07-01").ShouldBe(ClockState.Overdue);
        taken.Ended("2026-03-16", ClockEndingReason.Died).State("SHL45-IMPL", "2026-07-01").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void The_reopening_of_an_answer_opens_nothing_else()
    {
        var urgent = Given.Matter("2026-03-10", "adult_social", "1980-01-01", "urgent").Fact("contact", "2026-03-10").Fact("matter_pending", "2026-03-10")
            .Ended("2026-03-11", ClockEndingReason.AssessmentUnneeded).Ended("2026-03-13", ClockEndingReason.Reopened);

        urgent.State("SHL45-URGENT", "2026-03-14").ShouldBe(ClockState.Immediate);
        urgent.Ended("2026-03-13", ClockEndingReason.Withdrawn).State("SHL45-URGENT", "2026-03-14").ShouldBe(ClockState.EndedWithoutCare);
    }

    [Fact]
    public void A_matter_that_was_closed_can_still_be_met() =>
        Ill.Ended("2026-03-05", ClockEndingReason.Withdrawn).Fact("visit", "2026-03-12", "nurse").State("THL51A-U23", "2026-03-12").ShouldBe(ClockState.Met);

    [Fact]
    public void A_declined_offer_is_no_fact_so_the_clock_runs_on()
    {
        // Offers, declines and no-shows give no fact: only the visit does.
        Ill.State("THL51A-U23", "2026-03-17").ShouldBe(ClockState.Overdue);
        Ill.Fact("visit", "2026-03-20", "nurse").State("THL51A-U23", "2026-03-20").ShouldBe(ClockState.MetLate);
    }

    [Fact]
    public void A_duty_without_a_number_is_immediate_until_done()
    {
        var child = Given.Matter("2026-03-02", "child_welfare", "2015-01-01").Fact("notice_received", "2026-03-02").Fact("matter_pending", "2026-03-02");

        child.State("LSL26-URGENT", "2026-03-02").ShouldBe(ClockState.Immediate);
        child.Fact("need_assessed", "2026-03-02", "nurse").State("LSL26-URGENT", "2026-03-02").ShouldBe(ClockState.Immediate, "only a social worker");
        child.Fact("need_assessed", "2026-03-03", "social_worker").State("LSL26-URGENT", "2026-03-03").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void The_county_may_take_the_strict_date_as_the_limit()
    {
        var matter = Given.Ill("2026-11-30", born: "1980-01-01"); // strict Sunday 28 February, latest Monday 1 March 2027

        matter.State("THL51A-ADULT", "2027-03-01").ShouldBe(ClockState.Running);
        matter.State("THL51A-ADULT", "2027-03-01", CountySettings.Default.With("lastDayOff", "strict_only")).ShouldBe(ClockState.Overdue);
    }

    /// <summary>"4 weeks or 3 months": the county that does not move the last day still breaks the limit only after the later.</summary>
    [Theory]
    [InlineData("2026-04-08", ClockState.Running)]
    [InlineData("2026-06-02", ClockState.Running)]
    [InlineData("2026-06-03", ClockState.Overdue)]
    public void Of_two_times_the_later_strict_date_is_the_limit_of_a_county_that_takes_the_strict_date(string day, ClockState state)
    {
        var clock = Dentist("2026-03-02", "2026-03-10").Clock("THL51B-U23-DENTIST", day, StrictOnly);

        (clock.State, clock.Result.Strict, clock.Result.LastInTime).ShouldBe((state, Given.Day("2026-04-07"), Given.Day("2026-06-02")));
    }

    [Theory]
    [InlineData("later", "2026-06-06", "2026-06-06")]
    [InlineData("earlier", "2026-04-07", "2026-04-07")]
    [InlineData("alarm_earlier_breach_later", "2026-04-07", "2026-06-06")] // three months end on Saturday 6 June
    public void The_strict_date_that_binds_is_that_of_the_time_that_the_county_chose(string either, string strict, string inTime)
    {
        var clock = Dentist("2026-03-06", "2026-03-10").Clock("THL51B-U23-DENTIST", "2026-03-11", StrictOnly.With("dentistEitherLimit", either)).Result;

        (clock.Strict, clock.LastInTime).ShouldBe((Given.Day(strict), Given.Day(inTime)));
    }

    /// <summary>Saturday 7 November is the last day by the count; on Monday it is over where the last day does not move.</summary>
    [Theory]
    [InlineData("2026-11-07", true)]
    [InlineData("2026-11-09", false)]
    public void An_overdue_clock_gets_no_more_time_in_a_county_that_takes_the_strict_date(string extended, bool more)
    {
        var matter = Given.Matter("2026-08-03", "primary_specialised_care", "1980-01-01").Fact("referral_arrived", "2026-08-03").Fact("need_assessed", "2026-08-07", "physician")
            .Fact("limit_extended", extended, "physician", "THL51C-CARE");

        matter.Clock("THL51C-CARE", "2026-11-10", StrictOnly).Result.Extended.ShouldBe(more);
        matter.State("THL51C-CARE", "2026-11-10", StrictOnly).ShouldBe(more ? ClockState.Running : ClockState.Overdue);
        matter.Clock("THL51C-CARE", "2026-11-10").Result.Extended.ShouldBeTrue("elsewhere Monday is in time");
    }

    /// <summary>A time may be kept when the matter ends, and nothing tells it from another: the promise had run out before the matter ended, the act's 3 months had not.</summary>
    [Theory]
    [InlineData(ClockEndingReason.Moved)]
    [InlineData(ClockEndingReason.Withdrawn)]
    [InlineData(ClockEndingReason.NotNeeded)]
    [InlineData(ClockEndingReason.OtherCounty)]
    public void A_late_visit_after_a_matter_that_ended_in_time_is_late_by_the_act_as_by_the_promise(ClockEndingReason reason)
    {
        var ended = Given.Ill("2026-03-02", born: "1984-06-01").Ended("2026-03-16", reason); // the last day is 2 June
        string[] rules = ["THL51A-ADULT", "PROMISE-CARE-7D"];

        var visited = ended.Fact("visit", "2026-07-01", "nurse");
        rules.ShouldAllBe(rule => visited.State(rule, "2026-07-02") == ClockState.MetLate);
        visited.State("THL51A-ADULT", "2026-06-30").ShouldBe(ClockState.EndedWithoutCare);
        ended.State("THL51A-ADULT", "2026-07-02").ShouldBe(ClockState.EndedWithoutCare);
        ended.Fact("visit", "2026-06-02", "nurse").State("THL51A-ADULT", "2026-07-02").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_duty_at_once_is_met_also_after_the_matter_ended() =>
        Given.Matter("2026-03-02", "child_welfare", "2015-01-01").Fact("notice_received", "2026-03-02").Fact("matter_pending", "2026-03-02")
            .Ended("2026-03-02", ClockEndingReason.Moved).Fact("need_assessed", "2026-03-03", "social_worker").State("LSL26-URGENT", "2026-03-03").ShouldBe(ClockState.Met);

    private static readonly CountySettings StrictOnly = CountySettings.Default.With("lastDayOff", "strict_only");

    private static ClockFacts Dentist(string assessed, string found) => Given.Matter(assessed, "oral_health", "2010-03-15").Fact("contact", assessed)
        .Fact("need_assessed", assessed, "dental_hygienist").Fact("need_identified", found, "dental_hygienist", "dentist");
}
