using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>Which rules bind on which side of each change of law.</summary>
public class TimelineTests
{
    [Theory]
    [InlineData("2023-08-31", "THL51-HTA-OLD", "THL51-ORAL-OLD")]
    [InlineData("2023-09-01", "THL51-HTA", "THL51B-4M")]
    [InlineData("2024-10-31", "THL51-HTA", "THL51B-4M")]
    [InlineData("2024-11-01", "THL51-HTA", "THL51B-3M-2024")]
    [InlineData("2024-12-31", "THL51-HTA", "THL51B-3M-2024")]
    [InlineData("2025-01-01", "THL51-HTA", "THL51B-ADULT")]
    public void Oral_health(string day, string assessment, string care) =>
        Oral(day, born: "1980-01-01").Started("2027-01-01").ShouldBe(new[] { assessment, care }.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2024-12-31", "THL51B-3M-2024")]
    [InlineData("2025-01-01", "THL51B-U23")]
    public void Oral_health_under_23(string day, string care) => Oral(day, born: "2010-01-01").Started("2027-01-01").ShouldContain(care);

    [Theory]
    [InlineData("2023-08-31")]
    [InlineData("2023-09-01", "THL51B-4M-DENTIST")]
    [InlineData("2024-11-01", "THL51B-3M-DENTIST-2024")]
    [InlineData("2025-01-01", "THL51B-ADULT-DENTIST")]
    public void Dentist_after_another_professional(string day, params string[] rules) =>
        Oral(day, born: "1980-01-01").Fact("need_identified", day, "dental_hygienist", "dentist").Started("2027-01-01")
            .Where(id => id.Contains("DENTIST", StringComparison.Ordinal)).ShouldBe(rules);

    [Theory]
    [InlineData("2023-09-01", "THL51B-SPEC-2023")]
    [InlineData("2025-01-01", "THL51B-ADULT-SPEC")]
    public void Specialist_dentist(string day, string rule) =>
        Oral(day, born: "1980-01-01").Fact("need_identified", day, "dentist", "specialist_dentist").Started("2027-01-01").ShouldContain(rule);

    [Theory]
    [InlineData("2023-08-31")]
    [InlineData("2023-09-01", "THL51A-14D-DOC")]
    [InlineData("2024-12-31", "THL51A-14D-DOC")]
    [InlineData("2025-01-01", "THL51A-ADULT-DOC")]
    public void Doctor_after_a_nurse(string day, params string[] rules) =>
        Given.Ill(day, born: "1980-01-01").Fact("visit", day, "nurse").Fact("need_identified", day, "nurse", "physician").Started("2027-01-01")
            .Where(id => id.EndsWith("DOC", StringComparison.Ordinal)).ShouldBe(rules);

    [Theory]
    [InlineData("2023-09-01", "THL51A-3M-OTHER")]
    [InlineData("2025-01-01", "THL51A-U23-OTHER")]
    public void Other_services(string day, string rule) =>
        Given.Matter(day, "primary_care", "2010-01-01").Fact("contact", day).Fact("need_assessed", day, "nurse").Started("2027-01-01").ShouldContain(rule);

    [Theory]
    [InlineData("2025-04-30", false)]
    [InlineData("2025-05-01", true)]
    public void Therapy_guarantee_in_both_halves(string day, bool runs)
    {
        Given.Matter(day, "primary_care", "2010-01-01").Fact("contact", day).Fact("need_identified", day, "physician", "therapy").Started("2027-01-01").Contains("THL53-THERAPY").ShouldBe(runs);
        Given.Matter(day, "family_social", "2010-01-01").Fact("contact", day).Fact("need_identified", day, "social_worker", "psychosocial").Started("2027-01-01").Contains("SHL45-PSYSOC").ShouldBe(runs);
    }

    [Theory]
    [InlineData("2024-12-31", "VPL87-START")]
    [InlineData("2025-01-01", "SHL36-DISABLED")]
    public void Disability_services(string day, string rule) =>
        Given.Matter(day, "disability", "1990-01-01").Fact("contact", day).Started("2027-01-01").ShouldBe([rule]);

    [Theory]
    [InlineData("2015-03-31", "LSL26-OLD", "LSL27-OLD")]
    [InlineData("2015-04-01", "LSL26-DONE", "LSL26-START")]
    public void Child_welfare(string day, params string[] rules) =>
        Given.Matter(day, "child_welfare", "2010-01-01").Fact("notice_received", day).Fact("matter_pending", day).Started("2027-01-01")
            .Where(id => id.StartsWith("LSL2", StringComparison.Ordinal) && id != "LSL26-URGENT").ShouldBe(rules);

    [Theory]
    [InlineData("2022-12-31", "VANHPL18-IMPL-OLD")]
    [InlineData("2023-01-01", "VANHPL18-IMPL")]
    public void Services_of_older_people(string day, string rule) =>
        Given.Matter(day, "older_people", "1940-01-01").Fact("matter_pending", day).Fact("decision_made", day).Started("2027-01-01").ShouldContain(rule);

    /// <summary>Under the earlier law the doctor's limit began from the visit, under the later from the assessment: a need found after the change must still have a limit.</summary>
    [Theory]
    [InlineData("2024-12-30", "2025-01-08", "THL51A-ADULT-DOC", "2025-03-30")]
    [InlineData("2024-12-30", "2024-12-31", "THL51A-14D-DOC", "2025-01-07")]
    [InlineData("2025-01-02", "2025-01-08", "THL51A-ADULT-DOC", "2025-04-02")]
    public void A_need_found_after_a_change_of_law_that_changes_the_start(string assessed, string visit, string rule, string last)
    {
        var matter = Given.Ill(assessed, born: "1980-01-01").Fact("visit", visit, "nurse").Fact("need_identified", visit, "nurse", "physician");

        matter.Started("2025-01-10").Where(id => id.EndsWith("-DOC", StringComparison.Ordinal)).ShouldBe([rule]);
        matter.Clock(rule, "2025-01-10").Result.Strict.ShouldBe(Given.Day(last));
    }

    /// <summary>Where both laws count from the assessment, that of the assessment binds, however late the need is found.</summary>
    [Theory]
    [InlineData("2024-12-30", "2025-01-08")]
    [InlineData("2024-10-30", "2025-01-08")]
    public void The_earlier_law_binds_alone_where_the_start_is_the_same(string assessed, string found) =>
        Given.Matter(assessed, "oral_health", "1980-01-01").Fact("contact", assessed).Fact("need_assessed", assessed, "dental_hygienist")
            .Fact("visit", found, "dental_hygienist").Fact("need_identified", found, "dental_hygienist", "dentist")
            .Started("2025-01-10").Count(id => id.Contains("DENTIST", StringComparison.Ordinal)).ShouldBe(1);

    /// <summary>The doctor's limit of before was of the ill: that it would have begun by a visit takes none from somebody whom it does not concern.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_earlier_law_that_does_not_concern_the_matter_takes_no_limit_from_a_need_found_under_the_new_one(bool visited)
    {
        var matter = Given.Matter("2024-12-20", "primary_care", "1984-06-01", "certificate_only").Fact("contact", "2024-12-20").Fact("need_assessed", "2024-12-20", "nurse")
            .Fact("need_identified", "2025-01-07", "nurse", "physician");
        var clock = (visited ? matter.Fact("visit", "2024-12-27", "nurse") : matter).Clock("THL51A-ADULT-DOC", "2025-01-10");

        (clock.State, clock.Result.Strict).ShouldBe((ClockState.Running, Given.Day("2025-03-20")));
    }

    [Fact]
    public void A_matter_not_yet_assessed_waits_under_the_rule_of_the_day_it_is_looked_at()
    {
        var matter = Given.Matter("2024-12-30", "primary_care", "1980-01-01", "medical_reason", "general_medicine").Fact("contact", "2024-12-30");

        matter.State("THL51A-14D", "2024-12-31").ShouldBe(ClockState.NotStarted);
        matter.State("THL51A-14D", "2025-01-01").ShouldBe(ClockState.NotApplicable);
        matter.State("THL51A-ADULT", "2025-01-01").ShouldBe(ClockState.NotStarted);
    }

    /// <summary>VPL 42 § 2 mom itself says that what was pending stays under the old act, so the county's answer is not asked.</summary>
    [Theory]
    [InlineData("version_on_start_day")]
    [InlineData("running_moves_to_new_law")]
    public void What_was_pending_under_the_old_disability_act_stays_under_it(string lawChange)
    {
        var matter = Given.Matter("2024-12-30", "disability", "1990-01-01").Fact("contact", "2024-12-30").Fact("application_arrived", "2024-12-30");
        var settings = CountySettings.Default.With("lawChange", lawChange);

        matter.Started("2025-01-07", settings).ShouldBe(["VPL87-DECISION", "VPL87-START"]);
        ExplainTests.Explain(matter, "VPL87-START", "2025-01-07", settings).Alternatives.ShouldNotContain(other => other.Setting == "lawChange");
    }

    [Fact]
    public void A_decision_on_an_application_of_the_old_disability_act_is_followed_by_the_general_limits() =>
        Given.Rules.SuccessorsOf(Given.Rules.Find("VPL87-DECISION")!).Select(rule => rule.Id).ShouldBe(["SHL45-IMPL", "VANHPL18-IMPL"]);

    /// <summary>A wait for the assessment in student health care goes on as the contact of OHL 17 §, not as TervHL 51 §, which is of other lines.</summary>
    [Fact]
    public void Student_health_care_keeps_a_limit_when_the_law_of_contact_changed()
    {
        var matter = Given.Matter("2023-08-31", "student_health", "2005-01-01").Fact("contact", "2023-08-31");

        matter.Started("2023-09-01").ShouldBe(["THL51-HTA-OLD"]);
        matter.Started("2023-09-01", CountySettings.Default.With("lawChange", "running_moves_to_new_law")).ShouldBe(["OHL17-CONTACT"]);
    }

    [Fact]
    public void A_wait_on_a_line_that_the_new_law_leaves_out_keeps_its_limit()
    {
        var lines = Given.Rules.Find("OHL17-CONTACT")!;
        var rules = new RuleSet([.. Given.Rules.All.Select(rule => rule == lines ? rule with { Replaces = [] } : rule)], "without");
        var matter = Given.Matter("2023-08-31", "student_health", "2005-01-01").Fact("contact", "2023-08-31");

        StatutoryClocks.Of(matter, rules, CountySettings.Default.With("lawChange", "running_moves_to_new_law"), Given.Day("2023-09-04"))
            .Single(clock => clock.Rule == "THL51-HTA-OLD").State.ShouldBe(ClockState.Running);
    }

    private static ClockFacts Oral(string day, string born) => Given.Matter(day, "oral_health", born).Fact("contact", day).Fact("need_assessed", day, "dental_hygienist");
}
