using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

public class WorklistDueTests
{
    [Fact]
    public void The_earliest_running_strict_date_orders_the_worklist()
    {
        var due = Due(Given.Ill("2026-03-02", born: "2010-01-01"));

        (due.Immediate, due.Due, due.Rule?.Id).ShouldBe((false, Given.Day("2026-03-16"), "THL51A-U23"));
    }

    [Fact]
    public void It_is_late_only_when_the_last_day_in_time_has_passed()
    {
        // Two weeks from a Sunday end on a Sunday.
        var due = Due(Given.Ill("2026-03-01", born: "2010-01-01"));

        (due.Due, due.LastInTime).ShouldBe((Given.Day("2026-03-15"), Given.Day("2026-03-16")));
    }

    [Fact]
    public void A_promise_never_comes_before_a_statutory_clock() =>
        Due(Given.Ill("2026-03-02", born: "1980-01-01")).Rule?.Id.ShouldBe("THL51A-ADULT");

    [Fact]
    public void Without_a_clock_the_contact_is_promised_in_three_working_days()
    {
        var due = Due(Given.Matter("2026-03-02", "social_assistance", "1990-01-01").Fact("contact", "2026-03-02").Fact("matter_pending", "2026-03-02"));

        (due.Due, due.Rule?.Id).ShouldBe((Given.Day("2026-03-05"), "PROMISE-CONTACT-3-SOCIAL"));
    }

    [Fact]
    public void An_answer_meets_the_promise_to_answer_and_no_limit_of_an_act()
    {
        var asked = Given.Matter("2026-03-02", "social_assistance", "1990-01-01").Fact("contact", "2026-03-02").Fact("matter_pending", "2026-03-02");
        var student = Given.Matter("2026-03-02", "student_health", "2010-01-01").Fact("contact", "2026-03-02").Fact("answered", "2026-03-02", "public_health_nurse");

        asked.Fact("answered", "2026-03-05", "social_worker").State("PROMISE-CONTACT-3-SOCIAL", "2026-03-10").ShouldBe(ClockState.Met);
        asked.Fact("answered", "2026-03-06", "social_worker").State("PROMISE-CONTACT-3-SOCIAL", "2026-03-10").ShouldBe(ClockState.MetLate);
        student.State("PROMISE-CONTACT-3-HEALTH", "2026-03-10").ShouldBe(ClockState.Met);
        student.State("OHL17-CONTACT", "2026-03-10").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void An_immediate_duty_is_first_of_all() =>
        Due(Given.Matter("2026-03-02", "child_welfare", "2015-01-01").Fact("notice_received", "2026-03-02").Fact("matter_pending", "2026-03-02")).Immediate.ShouldBeTrue();

    [Fact]
    public void A_matter_with_nothing_open_has_no_date() =>
        Due(Given.Ill("2026-03-02", born: "2010-01-01").Fact("visit", "2026-03-04", "nurse")).ShouldBe(default);

    [Fact]
    public void A_contact_of_the_weekend_has_its_date_already_when_it_arrives() =>
        Due(Given.Matter("2026-03-09", "primary_care", "1980-01-01").Fact("contact", "2026-03-09")).Due.ShouldBe(Given.Day("2026-03-09"));

    private static WorklistDue Due(ClockFacts facts) => WorklistDue.Of(facts, StatutoryClocks.Compute(facts, Given.Rules, CountySettings.Default));
}
