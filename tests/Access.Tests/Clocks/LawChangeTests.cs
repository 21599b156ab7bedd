using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>Who goes over to a new law when the county has decided that running waits do.</summary>
public class LawChangeTests
{
    private static readonly CountySettings Moving = CountySettings.Default.With("lawChange", "running_moves_to_new_law");

    /// <summary>From 2027 the limit of those under 23 is only of those under 18.</summary>
    private static readonly RuleSet OnlyForChildren = With(
        Rule("THL51A-U23") with { To = Given.Day("2026-12-31") },
        Rule("THL51A-U23") with { Id = "THL51A-U18", From = Given.Day("2027-01-01"), Replaces = ["THL51A-U23"], Conditions = Rule("THL51A-U23").Conditions with { Under = 18 } });

    [Theory]
    [InlineData("2006-06-01", "THL51A-U23")] // twenty: the new law is not for them
    [InlineData("2011-06-01", "THL51A-U18")]
    public void A_wait_goes_over_only_to_a_law_that_concerns_it(string born, string rule) =>
        Running(Given.Ill("2026-12-28", born), OnlyForChildren, "2027-01-05").ShouldBe([rule]);

    [Fact]
    public void A_wait_goes_over_to_the_next_law_that_concerns_it_when_the_one_between_does_not()
    {
        var between = OnlyForChildren.Find("THL51A-U18")!;
        var rules = With([
            .. OnlyForChildren.All.Where(rule => rule.Id is "THL51A-U23"), between with { To = Given.Day("2027-01-10") },
            between with { Id = "THL51A-ALL", From = Given.Day("2027-01-11"), Replaces = ["THL51A-U18"], Conditions = between.Conditions with { Under = null } }]);
        var twenty = Given.Ill("2026-12-28", born: "2006-06-01");

        Running(twenty, rules, "2027-01-10").ShouldBe(["THL51A-U23"]);
        Running(twenty, rules, "2027-01-11").ShouldBe(["THL51A-ALL"]);
    }

    [Fact]
    public void What_took_a_wait_over_is_named_without_those_of_others()
    {
        var why = ClockExplainer.Of(Given.Ill("2024-12-30", born: "1984-06-01"), Given.Rules, Moving, Given.Day("2025-01-02")).Others.Single(other => other.Rule.Id == "THL51A-14D").Why.In("en");
        why.ShouldContain("THL51A-ADULT");
        why.ShouldNotContain("THL51A-U23");

        var student = Given.Matter("2023-08-31", "student_health", "2005-01-01").Fact("contact", "2023-08-31");
        var contact = ClockExplainer.Of(student, Given.Rules, Moving, Given.Day("2023-09-01")).Others.Single(other => other.Rule.Id == "THL51-HTA-OLD").Why.In("en");
        contact.ShouldContain("OHL17-CONTACT");
        contact.ShouldNotContain("THL51-HTA");
    }

    [Fact]
    public void A_wait_on_a_line_that_the_old_law_left_out_is_not_taken_over()
    {
        var rules = With(Rule("THL51-HTA-OLD") with { Lines = ["oral_health", "student_health"] });

        Running(Given.Matter("2023-08-31", "primary_care", "1980-01-01").Fact("contact", "2023-08-31"), rules, "2023-09-01").ShouldBeEmpty();
        Running(Given.Matter("2023-08-31", "oral_health", "1980-01-01").Fact("contact", "2023-08-31"), rules, "2023-09-01").ShouldBe(["THL51-HTA"]);
    }

    [Theory]
    [InlineData("2025-01-10", false)] // in time: the new law's time goes on from its own fact
    [InlineData("2025-02-03", true)]
    public void A_wait_that_is_overdue_when_the_fact_of_the_new_law_comes_stays_overdue(string assessed, bool isOverdue)
    {
        const string Old = "THL51B-3M-DENTIST-2024", New = "THL51B-ADULT-DENTIST";
        var matter = Given.Matter("2024-12-20", "oral_health", "1980-01-01").Fact("contact", "2024-12-20")
            .Fact("need_identified", "2024-12-20", "dental_hygienist", "dentist").Fact("need_assessed", assessed, "dental_hygienist");

        Running(matter, Given.Rules, "2025-01-05").ShouldContain(Old);
        Running(matter, Given.Rules, "2025-03-01").Contains(Old).ShouldBe(isOverdue);
        Running(matter, Given.Rules, "2025-03-01").ShouldContain(New);
    }

    /// <summary>Fourteen days from 10 December are over on the 24th; the law changes on 1 January.</summary>
    [Theory]
    [InlineData("2024-12-10", "THL51A-14D", ClockState.Overdue)]
    [InlineData("2024-12-17", "THL51A-14D", ClockState.Overdue)] // ends on Tuesday 31 December
    [InlineData("2024-12-18", "THL51A-ADULT", ClockState.Running)]
    public void A_wait_that_is_overdue_when_the_law_changes_stays_so_and_gets_no_other_limit(string assessed, string rule, ClockState state)
    {
        var matter = Given.Ill(assessed, born: "1984-06-01");

        Running(matter, Given.Rules, "2025-01-02").ShouldBe([rule]);
        matter.State(rule, "2025-01-02", Moving).ShouldBe(state);
        StatutoryClocks.Compute(matter, Given.Rules, Moving).Count(clock => clock is { Waits: true, Rule: { Kind: RuleKind.Statute, Phase: ClockPhase.Care } }).ShouldBe(1);
        var visited = matter.Fact("visit", "2025-01-07", "nurse");
        visited.State("THL51A-14D", "2025-01-08", Moving).ShouldBe(state == ClockState.Overdue ? ClockState.MetLate : ClockState.NotApplicable);
        visited.State("THL51A-ADULT", "2025-01-08", Moving).ShouldBe(state == ClockState.Overdue ? ClockState.NotApplicable : ClockState.Met);
    }

    /// <summary>Overdue by the first change of two, or by the second: it stays under the law by which it became so.</summary>
    [Theory]
    [InlineData("2024-06-03", "THL51B-4M")] // over on 3 October; the law changed on 1 November
    [InlineData("2024-09-02", "THL51B-3M-2024")] // 4 months would end in January, three are over on 2 December
    [InlineData("2024-10-30", "THL51B-ADULT")]
    public void A_wait_that_became_overdue_between_two_changes_stays_under_the_law_by_which_it_did(string assessed, string rule) =>
        Running(Given.Matter(assessed, "oral_health", "1984-06-01").Fact("contact", assessed).Fact("need_assessed", assessed, "dental_hygienist"), Given.Rules, "2025-01-10")
            .ShouldBe([rule]);

    /// <summary>Seven days from the nurse's visit of 27 December end on 3 January, under both laws.</summary>
    [Theory]
    [InlineData("2025-01-02", "THL51A-U23-DOC")]
    [InlineData("2025-01-07", "THL51A-14D-DOC")]
    public void A_need_that_is_found_when_the_old_time_is_over_gets_no_second_limit(string found, string rule) =>
        Running(Given.Ill("2024-12-20", born: "2010-01-01").Fact("visit", "2024-12-27", "nurse").Fact("need_identified", found, "nurse", "physician"), Given.Rules, "2025-01-08")
            .ShouldBe([rule]);

    [Fact]
    public void A_law_of_the_future_is_not_said_to_be_applied_now()
    {
        var matter = Given.Ill("2023-07-11", born: "1984-06-01");
        string Why(string day, string rule) => ClockExplainer.Of(matter, Given.Rules, Moving, Given.Day(day)).Others.Single(other => other.Rule.Id == rule).Why.In("en");

        Why("2023-08-31", "THL51A-14D").ShouldBe("The rule is in force only from 1 September 2023.");
        foreach (var day in (string[])["2023-08-31", "2023-09-01", "2024-12-31"])
            ClockExplainer.Of(matter, Given.Rules, Moving, Given.Day(day)).Others.ShouldNotContain(other => other.Why.In("en").Contains("Now applied: THL51A-ADULT"), day);
    }

    [Fact]
    public void A_duty_at_once_is_taken_over_by_a_law_whose_own_fact_comes_later()
    {
        var rules = With(
            Rule("LSL26-URGENT") with { To = Given.Day("2026-12-31"), Settings = ["lawChange"] },
            Rule("LSL26-START") with { Id = "LSL26-NEW", From = Given.Day("2027-01-01"), Replaces = ["LSL26-URGENT"], Settings = ["lawChange"], Starts = [Rule("LSL26-START").Starts[0] with { Facts = ["need_identified"] }] });
        var child = Given.Matter("2026-12-28", "child_welfare", "2015-06-01").Fact("contact", "2026-12-28");

        IsAtOnce(child, "2027-01-07").ShouldBeTrue();
        child = child.Fact("need_identified", "2027-01-07");
        IsAtOnce(child, "2027-01-07").ShouldBeFalse();
        Running(child, rules, "2027-01-07").ShouldContain("LSL26-NEW");

        bool IsAtOnce(ClockFacts facts, string day) => StatutoryClocks.Of(facts, rules, Moving, Given.Day(day)).Any(clock => clock is { Rule: "LSL26-URGENT", State: ClockState.Immediate });
    }

    [Fact]
    public void What_voids_a_limit_after_another_law_has_taken_it_gives_the_old_one_no_time_back()
    {
        var rules = With(
            Rule("TTL14A-DECISION") with { To = Given.Day("2026-12-31"), Settings = ["lawChange"] },
            Rule("TTL14A-DECISION") with { Id = "TTL14A-NEW", From = Given.Day("2027-01-01"), Replaces = ["TTL14A-DECISION"], Settings = ["lawChange"] });
        var matter = Given.Matter("2026-12-30", "social_assistance", "1980-01-01").Fact("application_arrived", "2026-12-30").Fact("completion_requested", "2027-01-05");

        var old = StatutoryClocks.Of(matter, rules, Moving, Given.Day("2027-01-06")).Single(clock => clock.Rule == "TTL14A-DECISION").Result;

        (old.Why, old.AppliesUntil).ShouldBe((NotApplicableReason.Superseded, Given.Day("2027-01-01")));
    }

    private static IEnumerable<string> Running(ClockFacts matter, RuleSet rules, string day) => StatutoryClocks.Of(matter, rules, Moving, Given.Day(day))
        .Where(clock => clock.State is ClockState.Running or ClockState.Overdue && clock.Result.Rule is { Kind: RuleKind.Statute }).Select(clock => clock.Rule);

    private static ClockRule Rule(string id) => Given.Rules.Find(id)!;

    private static RuleSet With(params ClockRule[] changed) =>
        new([.. Given.Rules.All.Select(rule => Array.Find(changed, other => other.Id == rule.Id) ?? rule), .. changed.Where(rule => Given.Rules.Find(rule.Id) is null)], Guid.NewGuid().ToString());
}
