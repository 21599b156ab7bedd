using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;

namespace Yhteys.Access.Tests.Clocks;

public class ConditionTests
{
    [Theory]
    [InlineData("2025-03-14", "THL51A-U23")]
    [InlineData("2025-03-15", "THL51A-ADULT")] // the 23rd birthday
    public void Under_23_is_looked_at_on_the_day_of_contact(string contact, string rule) =>
        Given.Ill(contact, born: "2002-03-15").Started(contact).ShouldBe(new[] { "THL51-HTA", rule }.Order(StringComparer.Ordinal));

    /// <summary>Nobody knows whether somebody with a temporary identity is over 75: the time runs until the age is known.</summary>
    [Fact]
    public void The_limit_of_those_over_75_runs_while_nobody_knows_the_age()
    {
        var matter = Given.Matter("2026-03-02", "adult_social", null).Fact("contact", "2026-03-02");

        matter.Clock("SHL36-75", "2026-03-03").ShouldSatisfyAllConditions(
            clock => clock.State.ShouldBe(ClockState.Running),
            clock => clock.Result.Strict.ShouldBe(Given.Day("2026-03-11")));
        ExplainTests.Explain(matter, "SHL36-75", "2026-03-03").Grounds.Select(ground => ground.In("en"))
            .ShouldContain("The age is not known. The time runs as for a person aged 75 or over until the age is known.");
        StatutoryClocks.Compute(matter, Given.Rules, CountySettings.Default).ShouldContain(clock => clock.Rule.Id == "SHL36-75");
        matter.With(new ClockCorrection(AgeAtContact: 74)).State("SHL36-75", "2026-03-03").ShouldBe(ClockState.NotApplicable);
        matter.With(new ClockCorrection(AgeAtContact: 75)).State("SHL36-75", "2026-03-03").ShouldBe(ClockState.Running);
    }

    [Fact]
    public void While_nobody_knows_the_age_the_resident_is_told_so_in_plain_words()
    {
        var matter = Given.Matter("2026-03-02", "adult_social", null).Fact("contact", "2026-03-02");

        Plain(matter).ShouldContain("The age is not known. The time runs as for a person aged 75 or over until the age is known.");
        Plain(matter.With(new ClockCorrection(AgeAtContact: 80))).ShouldNotContain(sentence => sentence.Contains("age", StringComparison.Ordinal));
        Plain(matter.Fact("assessment_started", "2026-03-03")).ShouldNotContain(sentence => sentence.Contains("age", StringComparison.Ordinal));

        static IEnumerable<string> Plain(ClockFacts facts) =>
            ClockExplainer.Count(facts.Clock("SHL36-75", "2026-03-03").Result, facts, Given.Rules, CountySettings.Default).Select(sentence => sentence.In("en"));
    }

    [Fact]
    public void Somebody_who_is_said_to_be_a_child_is_not_taken_for_one_over_75()
    {
        var child = Given.Matter("2026-03-02", "family_social", null, "special_support").Fact("contact", "2026-03-02").Fact("matter_pending", "2026-03-02");

        child.Clock("SHL36-75", "2026-03-03").State.ShouldBe(ClockState.NotApplicable);
        child.State("SHL36-CHILD-START", "2026-03-03").ShouldBe(ClockState.Running);
        child.With(new ClockCorrection(AgeAtContact: 80)).State("SHL36-75", "2026-03-03").ShouldBe(ClockState.Running);
    }

    [Fact]
    public void An_assessment_after_the_birthday_does_not_change_the_age() =>
        Given.Matter("2025-03-14", "primary_care", "2002-03-15", "medical_reason", "general_medicine").Fact("contact", "2025-03-14").Fact("need_assessed", "2025-03-17", "nurse")
            .Started("2025-03-17").ShouldContain("THL51A-U23");

    [Theory]
    [InlineData("THL51A-U23", "medical_reason", "general_medicine")]
    [InlineData("THL51A-U23-OTHER", "medical_reason")]
    [InlineData("THL51A-U23-OTHER")]
    [InlineData("THL51A-U23-OTHER", "medical_reason", "general_medicine", "certificate_only")]
    public void Fourteen_days_need_an_illness_and_general_medicine(string rule, params string[] reasons) =>
        Given.Matter("2026-03-02", "primary_care", "2010-01-01", reasons).Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "nurse")
            .Started("2026-03-02").ShouldBe(new[] { "THL51-HTA", rule });

    /// <summary>A limit that could bind is never kept from the resident because nobody has asked yet.</summary>
    [Theory]
    [InlineData("2010-01-01", "THL51A-U23 THL51A-U23-OTHER")]
    [InlineData(null, "THL51A-U23 THL51A-U23-OTHER")]
    [InlineData("2010-01-01", "THL51A-U23 THL51A-U23-OTHER", "medical_reason")]
    [InlineData("2010-01-01", "THL51A-U23", "medical_reason", "general_medicine")]
    [InlineData("2010-01-01", "THL51A-U23-OTHER", "certificate_only")]
    [InlineData("2010-01-01", "", "care_plan")]
    [InlineData("1990-01-01", "THL51A-ADULT")]
    public void Before_the_assessment_both_limits_stand(string? born, string rules, params string[] reasons)
    {
        var matter = Given.Matter("2026-03-02", "primary_care", born, reasons).Fact("contact", "2026-03-02");
        string.Join(' ', StatutoryClocks.Of(matter, Given.Rules, CountySettings.Default, Given.Day("2026-03-02"))
            .Where(clock => clock.State == ClockState.NotStarted && clock.Rule.StartsWith("THL51A", StringComparison.Ordinal)
                && clock.Result.Rule.Main).Select(clock => clock.Rule)).ShouldBe(rules);
        StatutoryClocks.Compute(matter, Given.Rules, CountySettings.Default).Where(clock => clock.StateOn(Given.Day("2026-03-02")) == ClockState.NotStarted)
            .Select(clock => clock.Rule.Id).Intersect(["THL51A-U23", "THL51A-U23-OTHER", "THL51A-ADULT"]).ShouldBe(rules.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Theory]
    [InlineData("care_plan")]
    [InlineData("urgent")]
    public void Plan_based_and_urgent_visits_are_outside(string flag) =>
        Given.Matter("2026-03-02", "primary_care", "1990-01-01", flag).Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "nurse")
            .State("THL51A-ADULT", "2026-03-02").ShouldBe(ClockState.NotApplicable);

    [Fact]
    public void An_individual_recall_interval_takes_the_oral_limits_away() =>
        Given.Matter("2026-03-02", "oral_health", "1990-01-01", "recall_interval").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dental_hygienist")
            .Started("2026-03-02").ShouldBe(["THL51-HTA"]);

    [Theory]
    [InlineData("primary_care", "nurse", ClockState.Met)]
    [InlineData("primary_care", "practical_nurse", ClockState.Running)]
    [InlineData("oral_health", "dental_nurse", ClockState.Met)]
    [InlineData("oral_health", "service_adviser", ClockState.Running)]
    public void The_licence_decides_who_may_assess(string line, string profession, ClockState state) =>
        Given.Matter("2026-03-02", line, "1990-01-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", profession)
            .State("THL51-HTA", "2026-03-02").ShouldBe(state);

    [Theory]
    [InlineData("2027-08-31", ClockState.Met)]
    [InlineData("2027-09-01", ClockState.Running)]
    public void A_protected_title_may_assess_in_the_transition_if_the_county_so_decides(string day, ClockState state) =>
        Given.Matter(day, "primary_care", "1990-01-01").Fact("contact", day).Fact("need_assessed", day, "practical_nurse")
            .State("THL51-HTA", day, CountySettings.Default with { ProtectedTitleMayAssess = true }).ShouldBe(state);

    [Fact]
    public void A_doctor_after_a_nurse_is_due_seven_days_after_the_visit_that_found_the_need()
    {
        var matter = Given.Ill("2026-03-02", born: "2010-01-01").Fact("visit", "2026-03-05", "nurse").Fact("visit", "2026-03-09", "nurse").Fact("need_identified", "2026-03-09", "nurse", "physician");

        var clock = matter.Clock("THL51A-U23-DOC", "2026-03-10");
        (clock.Result.Start, clock.Result.Strict).ShouldBe((Given.Day("2026-03-09"), Given.Day("2026-03-16")));
        matter.Fact("visit", "2026-03-12", "nurse").State("THL51A-U23-DOC", "2026-03-12").ShouldBe(ClockState.Running);
        matter.Fact("visit", "2026-03-16", "physician").State("THL51A-U23-DOC", "2026-03-16").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_need_of_a_doctor_that_the_assessment_found_has_its_time_from_the_first_visit_to_somebody_else()
    {
        var matter = Given.Ill("2026-03-10", born: "2010-01-01").Fact("need_identified", "2026-03-10", "nurse", "physician");
        LocalDate? Start(ClockFacts facts) => facts.Clock("THL51A-U23-DOC", "2026-03-31").Result.Start;

        Start(matter).ShouldBeNull();
        Start(matter.Fact("visit", "2026-03-12", "nurse").Fact("visit", "2026-03-16", "nurse")).ShouldBe(Given.Day("2026-03-12"));
        Start(matter.Fact("visit", "2026-03-11", "physician").Fact("visit", "2026-03-12", "nurse")).ShouldBeNull("the doctor came first");
        Start(matter.Fact("visit", "2026-03-12", "nurse").Fact("visit", "2026-03-13", "physician")).ShouldBe(Given.Day("2026-03-12"));
        matter.Fact("visit", "2026-03-12", "nurse").Fact("visit", "2026-03-12", "physician").State("THL51A-U23-DOC", "2026-03-12").ShouldBe(ClockState.Met, "both on one day, whichever was first");
        Given.Ill("2024-11-04", born: "1980-01-01").Fact("need_identified", "2024-11-04", "nurse", "physician").Fact("visit", "2024-11-11", "nurse")
            .Clock("THL51A-14D-DOC", "2024-11-11").Result.Strict.ShouldBe(Given.Day("2024-11-18"));
        StatutoryClocks.Compute(matter.Fact("visit", "2026-03-12", "nurse"), Given.Rules, CountySettings.Default).ShouldContain(clock => clock.Rule.Id == "THL51A-U23-DOC");
    }

    [Fact]
    public void An_adult_reaches_the_doctor_within_the_same_three_months_from_the_assessment()
    {
        var matter = Given.Ill("2026-03-02", born: "1980-01-01").Fact("visit", "2026-05-05", "nurse").Fact("need_identified", "2026-05-05", "nurse", "physician");

        matter.Clock("THL51A-ADULT-DOC", "2026-05-05").Result.Strict.ShouldBe(Given.Day("2026-06-02"));
        matter.State("THL51A-ADULT-DOC", "2026-05-04").ShouldBe(ClockState.NotStarted);
    }

    [Fact]
    public void A_doctor_seen_first_starts_no_second_clock() =>
        Given.Ill("2026-03-02", born: "2010-01-01").Fact("visit", "2026-03-05", "physician").Started("2026-03-10").ShouldBe(["THL51-HTA", "THL51A-U23"]);

    [Fact]
    public void Dentist_alarm_on_the_earlier_and_breach_on_the_later()
    {
        var matter = Given.Matter("2026-03-02", "oral_health", "2010-01-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dental_hygienist")
            .Fact("visit", "2026-03-10", "dental_hygienist").Fact("need_identified", "2026-03-10", "dental_hygienist", "dentist");

        var result = matter.Clock("THL51B-U23-DENTIST", "2026-03-11").Result;
        (result.Strict, result.Latest).ShouldBe((Given.Day("2026-04-07"), Given.Day("2026-06-02")));
        matter.Clock("THL51B-U23-DENTIST", "2026-03-11", CountySettings.Default.With("dentistEitherLimit", "earlier")).Result.Latest.ShouldBe(Given.Day("2026-04-07"));
        matter.Clock("THL51B-U23-DENTIST", "2026-03-11", CountySettings.Default.With("dentistEitherLimit", "later")).Result.Strict.ShouldBe(Given.Day("2026-06-02"));
    }

    [Fact]
    public void A_start_that_comes_when_the_time_of_another_has_run_out_gives_no_more()
    {
        var matter = Given.Matter("2026-03-02", "oral_health", "2010-01-01").Fact("contact", "2026-03-02").Fact("need_identified", "2026-03-10", "dental_hygienist", "dentist");
        LocalDate? Latest(ClockFacts facts) => facts.Clock("THL51B-U23-DENTIST", "2026-08-01").Result.Latest;

        Latest(matter).ShouldBe(Given.Day("2026-04-07"));
        Latest(matter.Fact("need_assessed", "2026-04-07", "dental_hygienist")).ShouldBe(Given.Day("2026-07-07"));
        Latest(matter.Fact("need_assessed", "2026-04-08", "dental_hygienist")).ShouldBe(Given.Day("2026-04-07"), "overdue stays overdue");
        Latest(matter.Fact("visit", "2026-03-20", "dentist").Fact("need_assessed", "2026-03-21", "dental_hygienist")).ShouldBe(Given.Day("2026-04-07"), "met already");
        ExplainTests.Explain(matter.Fact("need_assessed", "2026-04-08", "dental_hygienist"), "THL51B-U23-DENTIST", "2026-08-01").Facts.Count.ShouldBe(1);

        Latest(Given.Matter("2026-03-02", "oral_health", "2010-01-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dental_hygienist")
            .Fact("need_identified", "2026-07-01", "dental_hygienist", "dentist")).ShouldBe(Given.Day("2026-07-29"), "a need that is found late has its four weeks");
    }

    [Theory]
    [InlineData("1951-03-02", "has_turned_75", true)]
    [InlineData("1951-03-03", "has_turned_75", false)]
    [InlineData("1951-03-02", "older_than_75", false)]
    [InlineData("1950-03-02", "older_than_75", true)]
    public void Over_75_is_a_setting(string born, string setting, bool runs) =>
        Given.Matter("2026-03-02", "adult_social", born).Fact("contact", "2026-03-02")
            .State("SHL36-75", "2026-03-02", CountySettings.Default.With("over75", setting)).ShouldBe(runs ? ClockState.Running : ClockState.NotApplicable);

    [Theory]
    [InlineData(true, ClockState.Running)]
    [InlineData(false, ClockState.NotStarted)]
    public void A_contact_by_another_authority_starts_the_clock_if_the_county_so_decides(bool starts, ClockState state) =>
        Given.Matter("2026-03-02", "older_people", "1940-01-01").Fact("contact", "2026-03-02", qualifier: "authority")
            .State("SHL36-75", "2026-03-02", CountySettings.Default with { ContactByOthersStartsClock = starts }).ShouldBe(state);

    [Theory]
    [InlineData("either_day", ClockState.Running)]
    [InlineData("contact_day", ClockState.Running)]
    [InlineData("need_day", ClockState.NotApplicable)]
    public void The_age_of_the_therapy_guarantee_is_looked_at_on_the_day_the_county_chose(string setting, ClockState state) =>
        Given.Matter("2026-03-02", "primary_care", "2003-03-05").Fact("contact", "2026-03-02").Fact("need_identified", "2026-03-09", "physician", "therapy")
            .State("THL53-THERAPY", "2026-03-09", CountySettings.Default.With("therapyAgeDay", setting)).ShouldBe(state);

    [Fact]
    public void An_older_persons_services_follow_their_own_act()
    {
        Given.Matter("2026-03-02", "older_people", "1940-01-01").Fact("matter_pending", "2026-03-02").Started("2026-03-02").ShouldBe(["VANHPL18-IMPL"]);
        Given.Matter("2026-03-02", "adult_social", "1940-01-01", "older_person").Fact("matter_pending", "2026-03-02").Started("2026-03-02").ShouldBe(["VANHPL18-IMPL"]);
        Given.Matter("2026-03-02", "adult_social", "1990-01-01").Fact("matter_pending", "2026-03-02").Started("2026-03-02").ShouldBe(["SHL45-IMPL"]);
    }

    [Theory]
    [InlineData("2013-07-01", "VANHPL18-URGENT-OLD")]
    [InlineData("2022-12-31", "VANHPL18-URGENT-OLD")]
    [InlineData("2023-01-01", "VANHPL18-URGENT")]
    public void An_older_persons_urgent_matter_had_a_duty_since_their_own_act(string day, string rule)
    {
        var matter = Given.Matter(day, "older_people", "1940-01-01", "urgent").Fact("matter_pending", day);

        matter.State(rule, day).ShouldBe(ClockState.Immediate);
        matter.Started(day).Where(id => id is "SHL45-URGENT" or "VANHPL18-URGENT-OLD" or "VANHPL18-URGENT").ShouldBe([rule]);
        matter.Fact("decision_made", day, "social_worker", "refused").State(rule, day).ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_completion_request_takes_the_first_decision_clock_away_and_the_completed_application_starts_a_new_one()
    {
        var matter = Given.Matter("2026-03-02", "social_assistance", "1990-01-01", "incomplete_application").Fact("application_arrived", "2026-03-02")
            .Fact("completion_requested", "2026-03-04").Fact("application_completed", "2026-03-10");

        matter.State("TTL14A-DECISION", "2026-03-03").ShouldBe(ClockState.Running);
        matter.State("TTL14A-DECISION", "2026-03-04").ShouldBe(ClockState.NotApplicable);
        matter.State("TTL14A-REQUEST", "2026-03-04").ShouldBe(ClockState.Met);
        matter.Clock("TTL14A-COMPLETED", "2026-03-10").Result.Strict.ShouldBe(Given.Day("2026-03-19"));
        var decided = matter.Fact("decision_made", "2026-03-18");
        decided.Clock("TTL14A-DECISION", "2026-03-18").ShouldSatisfyAllConditions(c => c.State.ShouldBe(ClockState.NotApplicable), c => c.Result.MetOn.ShouldBeNull());
        decided.State("TTL14A-COMPLETED", "2026-03-18").ShouldBe(ClockState.Met);
    }

    [Fact]
    public void A_late_completion_request_leaves_the_decision_overdue_and_is_itself_late()
    {
        var matter = Given.Matter("2026-12-17", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-12-17"); // last day 30 December

        matter.State("TTL14A-DECISION", "2026-12-31").ShouldBe(ClockState.Overdue);
        var requested = matter.Fact("completion_requested", "2027-01-10");
        requested.State("TTL14A-DECISION", "2027-01-10").ShouldBe(ClockState.Overdue);
        requested.State("TTL14A-REQUEST", "2027-01-10").ShouldBe(ClockState.MetLate);
        requested.Fact("decision_made", "2027-01-12").State("TTL14A-DECISION", "2027-01-12").ShouldBe(ClockState.MetLate);
    }

    [Theory]
    [InlineData("2026-12-30", ClockState.NotApplicable)] // on the last day it is in time
    [InlineData("2026-12-31", ClockState.Overdue)]
    public void A_request_takes_the_decision_clock_away_until_the_last_day(string requested, ClockState state) =>
        Given.Matter("2026-12-17", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-12-17").Fact("completion_requested", requested)
            .State("TTL14A-DECISION", "2027-01-15").ShouldBe(state);

    [Fact]
    public void A_late_completion_leaves_the_decision_after_the_expiry_overdue()
    {
        var matter = Given.Matter("2026-11-02", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-11-02").Fact("completion_requested", "2026-11-03")
            .Fact("completion_expired", "2026-11-09"); // last day Wednesday 18 November

        matter.Fact("application_completed", "2026-11-18").State("TTL14A-EXPIRED", "2026-11-30").ShouldBe(ClockState.NotApplicable);
        matter.Fact("application_completed", "2026-11-19").State("TTL14A-EXPIRED", "2026-11-30").ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void The_time_to_ask_for_completion_runs_once_the_application_is_known_to_be_incomplete()
    {
        Given.Matter("2026-03-02", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-03-02").State("TTL14A-REQUEST", "2026-03-03").ShouldBe(ClockState.NotStarted);
        Given.Matter("2026-03-02", "social_assistance", "1990-01-01", "incomplete_application").Fact("application_arrived", "2026-03-02")
            .State("TTL14A-REQUEST", "2026-03-03").ShouldBe(ClockState.Running);
    }

    [Theory]
    [InlineData("2026-06-03", ClockState.NotApplicable, ClockState.Met)]
    [InlineData("2026-06-10", ClockState.NotApplicable, ClockState.Met)] // the last day
    [InlineData("2026-06-11", ClockState.Overdue, ClockState.MetLate)]
    public void An_incomplete_application_that_is_decided_in_time_needs_no_request(string decided, ClockState request, ClockState decision)
    {
        var matter = Given.Matter("2026-06-01", "social_assistance", "1986-01-01", "incomplete_application").Fact("application_arrived", "2026-06-01").Fact("decision_made", decided, "social_worker", "granted");

        matter.State("TTL14A-REQUEST", "2026-06-02").ShouldBe(ClockState.Running);
        matter.State("TTL14A-REQUEST", "2026-07-15").ShouldBe(request);
        matter.State("TTL14A-DECISION", "2026-07-15").ShouldBe(decision);
    }

    [Fact]
    public void A_request_made_in_time_is_met_though_the_decision_comes_in_time_too() =>
        Given.Matter("2026-06-01", "social_assistance", "1986-01-01", "incomplete_application").Fact("application_arrived", "2026-06-01").Fact("completion_requested", "2026-06-02")
            .Fact("application_completed", "2026-06-03").Fact("decision_made", "2026-06-04", "social_worker", "granted").State("TTL14A-REQUEST", "2026-07-15").ShouldBe(ClockState.Met);

    [Theory]
    [InlineData("THL51A-U23", "2010-01-01", "2026-03-16")]
    [InlineData("THL51A-ADULT", "1990-01-01", "2026-06-02")]
    [InlineData("PROMISE-CARE-7D", "1990-01-01", "2026-03-09")]
    public void An_assessment_by_a_protected_title_starts_the_time_of_care_when_it_counts(string rule, string born, string strict)
    {
        var matter = Given.Matter("2026-03-02", "primary_care", born, "medical_reason", "general_medicine").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "practical_nurse");
        var allowed = CountySettings.Default with { ProtectedTitleMayAssess = true };

        matter.State(rule, "2026-03-02").ShouldBe(ClockState.NotStarted);
        var clock = matter.Clock(rule, "2026-03-02", allowed);
        (clock.State, clock.Result.Strict, clock.Result.Latest).ShouldBe((ClockState.Running, Given.Day(strict), Given.Day(strict)));
        // A second assessment, by a licensed one, neither moves the time nor widens it.
        var again = matter.Fact("need_assessed", "2026-03-05", "nurse").Clock(rule, "2026-03-05", allowed).Result;
        (again.Start, again.Strict, again.Latest).ShouldBe((Given.Day("2026-03-02"), Given.Day(strict), Given.Day(strict)));
        matter.Fact("need_assessed", "2026-03-05", "nurse").Clock(rule, "2026-03-05").Result.Start.ShouldBe(Given.Day("2026-03-05"));
    }

    [Theory]
    [InlineData("2027-08-31", ClockState.Running)]
    [InlineData("2027-09-01", ClockState.NotStarted)]
    public void The_transition_of_the_protected_titles_ends_for_the_time_of_care_too(string day, ClockState state) =>
        Given.Matter(day, "primary_care", "1990-01-01").Fact("contact", day).Fact("need_assessed", day, "practical_nurse")
            .State("THL51A-ADULT", day, CountySettings.Default with { ProtectedTitleMayAssess = true }).ShouldBe(state);

    [Fact]
    public void A_time_that_the_client_did_not_take_meets_the_limit_only_where_the_county_has_so_answered()
    {
        var matter = Given.Ill("2026-03-02", born: "1990-01-01").Fact("offer_declined", "2026-04-01", "nurse");
        var meets = CountySettings.Default with { DeclinedOffer = "offered_day_meets" };

        matter.State("THL51A-ADULT", "2026-04-02").ShouldBe(ClockState.Running);
        matter.Clock("THL51A-ADULT", "2026-04-02", meets).Result.MetOn.ShouldBe(Given.Day("2026-04-01"));
        matter.State("THL51A-ADULT-DOC", "2026-04-02", meets).ShouldNotBe(ClockState.Met, "the time was a nurse's");
        Given.Ill("2026-03-02", born: "1990-01-01").Fact("offer_declined", "2026-07-01", "nurse").State("THL51A-ADULT", "2026-07-02", meets)
            .ShouldBe(ClockState.Overdue, "a time offered too late arranged nothing");
        Given.Ill("2026-03-02", born: "1990-01-01").Fact("offer_declined", "2026-03-10", "nurse").Ended("2026-03-05", ClockEndingReason.Withdrawn)
            .State("THL51A-ADULT", "2026-03-11", meets).ShouldBe(ClockState.EndedWithoutCare);
    }

    [Theory]
    [InlineData("primary_specialised_care", "THL51C-CARE", true)]
    [InlineData("youth_psychiatry", "THL53-PSY-CARE", true)]
    [InlineData("specialised_care", "THL52-CARE", false)]
    public void A_declined_time_counts_where_care_is_to_be_arranged_and_not_where_it_is_to_be_started(string line, string rule, bool counts)
    {
        var matter = Given.Matter("2026-03-02", line, "2010-01-01").Fact("referral_arrived", "2026-03-02").Fact("need_assessed", "2026-03-09", "physician").Fact("offer_declined", "2026-04-01", "physician");

        matter.State(rule, "2026-04-02").ShouldBe(ClockState.Running);
        matter.State(rule, "2026-04-02", CountySettings.Default with { DeclinedOffer = "offered_day_meets" }).ShouldBe(counts ? ClockState.Met : ClockState.Running);
    }

    [Fact]
    public void More_time_counts_only_when_it_was_decided_in_time()
    {
        var matter = Given.Matter("2026-01-05", "primary_specialised_care", "1990-01-01").Fact("referral_arrived", "2026-01-05").Fact("need_assessed", "2026-01-12", "physician");

        matter.Fact("limit_extended", "2026-03-01", "physician", "THL51C-CARE").Clock("THL51C-CARE", "2026-03-02").Result.Strict.ShouldBe(Given.Day("2026-07-12"));
        matter.Fact("limit_extended", "2026-05-01", "physician", "THL51C-CARE").Clock("THL51C-CARE", "2026-05-02").Result.Strict.ShouldBe(Given.Day("2026-04-12"));
        matter.Fact("limit_extended", "2026-03-01", "physician", "THL52-CARE").Clock("THL51C-CARE", "2026-03-02").Result.Extended.ShouldBeFalse();
        matter.Fact("limit_extended", "2026-03-01", "physician", "THL51C-CARE").Ended("2026-03-01", ClockEndingReason.Withdrawn).Clock("THL51C-CARE", "2026-03-02").Result.Extended.ShouldBeTrue();
        matter.Fact("limit_extended", "2026-03-02", "physician", "THL51C-CARE").Ended("2026-03-01", ClockEndingReason.Withdrawn).Clock("THL51C-CARE", "2026-03-02").Result.Extended.ShouldBeFalse("the matter had ended");
    }

    [Fact]
    public void A_person_whose_age_nobody_knows_gets_the_shorter_time()
    {
        var matter = Given.Matter("2026-03-02", "oral_health", null).Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dentist");

        matter.Started("2026-03-02").ShouldBe(["THL51-HTA", "THL51B-U23"]);
    }

    [Fact]
    public void The_age_alone_is_enough() =>
        new ClockFacts(new ClockSubject(Given.Day("2026-03-02"), "health", "oral_health", 22, [])).Fact("need_assessed", "2026-03-02", "dentist").Started("2026-03-02").ShouldBe(["THL51B-U23"]);
}
