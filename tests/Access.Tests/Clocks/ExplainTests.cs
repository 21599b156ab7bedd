using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

public class ExplainTests
{
    [Fact]
    public void The_explanation_tells_what_a_declined_time_would_have_met()
    {
        var matter = Given.Ill("2026-03-02", born: "1990-01-01").Fact("offer_declined", "2026-04-01", "nurse");
        ClockExplainer.Of(matter, Given.Rules, CountySettings.Default, Given.Day("2026-04-02")).Clocks.Single(e => e.Clock.Rule == "THL51A-ADULT")
            .Alternatives.Single(a => a.Setting == "declinedOffer").Sentence.In("en").ShouldBe("If a time that the client declined or moved were enough: met on 1 April 2026.");
        ClockExplainer.Of(matter, Given.Rules, CountySettings.Default, Given.Day("2026-04-02")).Clocks.Single(e => e.Clock.Rule == "THL51A-ADULT")
            .WithoutPlace.Alternatives.ShouldNotContain(a => a.Setting == "declinedOffer", "it tells the day of a time");
        ClockExplainer.Of(matter, Given.Rules, CountySettings.Default with { DeclinedOffer = "offered_day_meets" }, Given.Day("2026-04-02")).Clocks.Single(e => e.Clock.Rule == "THL51A-ADULT")
            .Alternatives.Single(a => a.Setting == "declinedOffer").Sentence.In("en").ShouldStartWith("If a time that the client declined or moved were not enough: the last day by the count would be 2 June 2026");
    }

    [Fact]
    public void A_clock_is_explained_by_facts_rule_dates_and_what_stops_it()
    {
        var why = Explain(Given.Ill("2025-03-14", born: "2002-03-15"), "THL51A-U23", "2025-03-20");

        Said(why.Facts, "fi").ShouldBe(["Aika alkoi: hoidon tai palvelun tarve arvioitu 14.3.2025."]);
        Said(why.Grounds, "fi").ShouldBe(
        [
            "Sääntö on voimassa 1.1.2025 alkaen.", "Ikä yhteydenottopäivänä on 22 vuotta, alle 23.", "Perusteet: sairaus, vamma tai uudet oireet, kuuluu yleislääketieteen alaan.",
        ]);
        Said(why.Dates, "sv").ShouldBe(["Den beräknade sista dagen är 28.3.2025.", "Den är en vardag, så dagen flyttas inte."]);
        Said(why.Stops, "en").ShouldBe(["visit, care started (by licensed professional)"]);
        why.Others.Single(other => other.Rule.Id == "THL51A-ADULT").Why.In("en").ShouldBe("Age on the day of contact is 22; the rule is for those aged 23 or over.");
        why.Others.Single(other => other.Rule.Id == "THL51A-14D").Why.In("fi").ShouldBe("Sääntö oli voimassa vain 1.9.2023–31.12.2024.");
    }

    [Fact]
    public void What_only_the_assessment_tells_is_said_to_be_unknown_until_then()
    {
        var matter = Given.Matter("2026-03-02", "primary_care", "2010-01-01", "medical_reason").Fact("contact", "2026-03-02");
        Said(Explain(matter, "THL51A-U23", "2026-03-02").Grounds, "en").TakeLast(2)
            .ShouldBe(["Grounds: illness, injury or new symptoms.", "Known only when the need for care has been assessed: belongs to general medicine."]);
        Said(Explain(matter, "THL51A-U23-OTHER", "2026-03-02").Grounds, "fi").ShouldContain("Selviää vasta, kun hoidon tarve on arvioitu: kuuluu yleislääketieteen alaan.");
        Said(Explain(matter.Fact("need_assessed", "2026-03-02", "nurse"), "THL51A-U23-OTHER", "2026-03-02").Grounds, "en").ShouldNotContain(said => said.StartsWith("Known only"));
    }

    /// <summary>In the words of the rule's own page: not every decision, and not every care, meets a limit.</summary>
    [Fact]
    public void What_meets_a_clock_is_said_with_its_kind()
    {
        var social = Given.Matter("2026-03-02", "adult_social", "1990-01-01").Fact("contact", "2026-03-02").Fact("matter_pending", "2026-03-02");
        Explain(social, "SHL45-IMPL", "2026-03-02").MetWhen!.In("en").ShouldBe("It is met when: decision carried out, or decision made: refused, no need.");
        Said(Explain(social.Fact("decision_made", "2026-03-09", "social_worker", "refused"), "SHL45-IMPL", "2026-03-09").Facts, "en").ShouldContain("Met: decision made: refused on 9 March 2026.");
        var young = Given.Ill("2026-03-02", born: "2010-01-01").Fact("need_identified", "2026-03-03", "nurse", "therapy");
        Explain(young, "THL53-THERAPY", "2026-03-03").MetWhen!.In("fi").ShouldEndWith(": terapia.");
    }

    [Fact]
    public void A_resident_reads_from_what_the_day_was_counted_and_why_it_moved()
    {
        var matter = Given.Ill("2026-02-06", born: "2010-01-01");
        var clock = matter.Clock("THL51A-U23", "2026-02-06").Result;
        Said(ClockExplainer.Count(clock, matter, Given.Rules, CountySettings.Default), "en").ShouldBe(
        [
            "The time began: need assessed on 6 February 2026. Counting 14 days from it, the last day is 20 February 2026.",
        ]);
        var moved = Given.Ill("2026-02-07", born: "2010-01-01");
        Said(ClockExplainer.Count(moved.Clock("THL51A-U23", "2026-02-07").Result, moved, Given.Rules, CountySettings.Default), "en").Last().ShouldContain("the last day moves to 23 February 2026");
        ClockExplainer.Count(moved.Clock("THL51A-U23-DOC", "2026-02-07").Result, moved, Given.Rules, CountySettings.Default).ShouldBeEmpty();
    }

    [Fact]
    public void The_days_are_counted_aloud()
    {
        var why = Explain(Given.Matter("2026-12-17", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-12-17"), "TTL14A-DECISION", "2026-12-18");

        why.Days.Count(day => day.Number is not null).ShouldBe(7);
        why.Days.Single(day => day.Day == Given.Day("2026-12-24")).Kind.ShouldBe(DayKind.ChristmasEve);
        why.Alternatives.Single().Sentence.In("en").ShouldBe("If Christmas Eve and Midsummer Eve were working days: the last day by the count would be 29 December 2026, and overdue only after 29 December 2026.");
    }

    [Fact]
    public void Two_starts_are_told_apart_and_the_reading_of_or_is_said()
    {
        var matter = Given.Matter("2026-03-02", "oral_health", "2010-01-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dental_hygienist")
            .Fact("need_identified", "2026-03-12", "dental_hygienist", "dentist");
        var why = Explain(matter, "THL51B-U23-DENTIST", "2026-03-13");

        Said(why.Facts, "en").ShouldBe(
        [
            "The time began: need found on 12 March 2026. Counting 4 weeks from it, the last day is 9 April 2026.",
            "The time began: need assessed on 2 March 2026. Counting 3 months from it, the last day is 2 June 2026.",
        ]);
        Said(why.Dates, "en").ShouldBe(
            ["The act says “or”: the alarm follows the earlier day, 9 April 2026, and it is overdue only after the later, 2 June 2026. The county must have this reading confirmed."]);
        why.Days.Select(day => (day.From, day.Day)).ShouldBe([(Given.Day("2026-03-12"), Given.Day("2026-04-09")), (Given.Day("2026-03-02"), Given.Day("2026-06-02"))]);
    }

    [Fact]
    public void The_later_of_two_days_that_is_a_day_off_moves_by_its_own_day()
    {
        var matter = Given.Matter("2026-03-06", "oral_health", "2010-01-01").Fact("contact", "2026-03-06").Fact("need_assessed", "2026-03-06", "dental_hygienist")
            .Fact("need_identified", "2026-03-12", "dental_hygienist", "dentist"); // three months end on Saturday 6 June

        Said(Explain(matter, "THL51B-U23-DENTIST", "2026-03-13").Dates, "en")[1].ShouldBe("Because 6 June 2026 is Saturday, the last day moves to 8 June 2026 (Act 150/1930, section 5).");
        Said(Explain(matter, "THL51B-U23-DENTIST", "2026-03-13", CountySettings.Default.With("dentistEitherLimit", "earlier")).Dates, "fi")
            .ShouldBe(["Laissa on vaihtoehdot ”tai”: alue on valinnut aikaisemman päivän 9.4.2026."]);
    }

    [Fact]
    public void An_extended_clock_shows_the_days_of_the_first_time_and_of_the_added_time()
    {
        var matter = Given.Matter("2026-01-05", "primary_specialised_care", "1990-01-01").Fact("referral_arrived", "2026-01-05").Fact("need_assessed", "2026-01-12", "physician")
            .Fact("limit_extended", "2026-03-01", "physician", "THL51C-CARE");
        var why = Explain(matter, "THL51C-CARE", "2026-03-02");

        // Sunday 12 April, then Sunday 12 July: each with the day that it moves to.
        why.Days.Select(day => day.From).Distinct().ShouldBe([Given.Day("2026-01-12"), Given.Day("2026-04-12")]);
        why.Days.Last().Day.ShouldBe(Given.Day("2026-07-13"));
        Said(why.Dates, "en")[0].ShouldBe("The last day by the count is 12 July 2026.");
    }

    [Fact]
    public void A_ground_for_more_time_after_the_matter_has_ended_came_too_late()
    {
        var ended = Given.Ill("2026-03-02", born: "2010-01-01").Fact("need_identified", "2026-03-03", "nurse", "therapy").Ended("2026-03-06", ClockEndingReason.Withdrawn);
        string[] Told(string day) => Said(Explain(ended.Fact("limit_extended", day, "physician", "THL53-THERAPY"), "THL53-THERAPY", "2026-03-11").Facts, "en");

        Told("2026-03-05").Last().ShouldStartWith("A ground for more time under the act was recorded on 5 March 2026. The act gives no number of days");
        Told("2026-03-10").Last().ShouldBe("A ground for more time under the act was recorded on 10 March 2026, but the last day was already over, or the limit met, or the matter had ended, by then: it has no effect.");
    }

    [Fact]
    public void A_clock_that_lacks_a_need_waits_for_the_need_and_not_for_what_has_happened() =>
        Said(Explain(Given.Ill("2026-03-02", born: "1980-01-01"), "THL51A-ADULT-DOC", "2026-03-03").Facts, "en")
            .ShouldBe(["The time has not begun. It begins with: need found. Time limit: 3 months."]);

    [Fact]
    public void One_of_several_conditions_names_them_all() => Other(Given.Ill("2026-03-02", born: "1980-01-01"), "THL50-URGENT").Why.In("en")
        .ShouldBe("One of these is needed and none holds: urgent, immediate need.");

    /// <summary>What no recording would change comes first: an ended rule, then the age, then what may still be found.</summary>
    [Fact]
    public void Of_several_reasons_the_rules_validity_is_told_first_then_the_age_then_the_conditions()
    {
        var older = Given.Matter("2026-03-02", "primary_care", "1999-06-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "nurse");
        Other(older, "THL51A-U23").Why.In("en").ShouldBe("Age on the day of contact is 26; the rule is for those under 23.");
        Other(older, "THL51A-14D").Why.In("en").ShouldStartWith("The rule was in force only");
        var young = Given.Matter("2026-03-02", "primary_care", "2010-01-01").Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "nurse");
        Other(young, "THL51A-U23").Why.In("en").ShouldContain("illness");
    }

    [Fact]
    public void Conditions_that_rule_out_together_are_named_together() => Other(Given.Ill("2026-03-02", born: "2010-01-01"), "THL51A-U23-OTHER").Why.In("en")
        .ShouldBe("These together rule it out: illness, injury or new symptoms, belongs to general medicine.");

    [Fact]
    public void A_request_to_complete_that_a_decision_made_needless_says_so()
    {
        var why = Other(Given.Matter("2026-06-01", "social_assistance", "1986-01-01", "incomplete_application").Fact("application_arrived", "2026-06-01")
            .Fact("decision_made", "2026-06-03", "social_worker", "granted"), "TTL14A-REQUEST", asOf: "2026-07-15").Why;

        (why.In("fi"), why.In("sv"), why.In("en")).ShouldBe(("Ei enää 3.6.2026 alkaen: päätös tehty.", "Inte längre från 3.6.2026: beslut fattat.", "No longer from 3 June 2026: decision made."));
    }

    [Fact]
    public void The_limit_and_the_day_that_the_county_chose_are_the_ones_told()
    {
        var old = Given.Matter("2026-03-02", "adult_social", "1951-03-02").Fact("contact", "2026-03-02");
        var seventySix = Other(old, "SHL36-75", CountySettings.Default.With("over75", "older_than_75"));
        seventySix.Why.In("en").ShouldBe("Age on the day of contact is 75; the rule is for those aged 76 or over.");
        seventySix.Alternatives.Single().Sentence.In("en").ShouldBe("If over 75 meant having turned 75: the last day by the count would be 11 March 2026, and overdue only after 11 March 2026.");

        var young = Given.Matter("2026-03-02", "primary_care", "2003-03-05").Fact("contact", "2026-03-02").Fact("need_identified", "2026-03-09", "physician", "therapy");
        Other(young, "THL53-THERAPY", CountySettings.Default.With("therapyAgeDay", "need_day"), "2026-03-10").Why.In("en")
            .ShouldBe("Age on the day the time begins is 23; the rule is for those under 23.");
        Said(Explain(young, "THL53-THERAPY", "2026-03-10").Grounds, "en").ShouldContain("Age on the day of contact is 22, under 23.");
    }

    [Fact]
    public void The_last_day_that_moves_says_why() =>
        Said(Explain(Given.Ill("2026-11-30", born: "1980-01-01"), "THL51A-ADULT", "2026-12-01").Dates, "fi").ShouldBe(
            ["Laskettu viimeinen päivä on 28.2.2027.", "Koska 28.2.2027 on sunnuntai, viimeinen päivä siirtyy: 1.3.2027 (laki 150/1930 5 §)."]);

    [Fact]
    public void The_other_answer_to_a_change_of_law_is_shown()
    {
        var why = Explain(Given.Ill("2024-12-30", born: "1984-06-01"), "THL51A-14D", "2025-01-10");

        var other = why.Alternatives.Single(alternative => alternative.Setting == "lawChange");
        (other.Rule, other.Strict).ShouldBe(("THL51A-ADULT", Given.Day("2025-03-30")));
    }

    [Fact]
    public void The_law_that_changed_twice_during_a_wait_is_followed_to_the_one_in_force()
    {
        var matter = Given.Matter("2024-10-01", "oral_health", "1984-06-01").Fact("contact", "2024-10-01").Fact("need_assessed", "2024-10-01", "dental_hygienist");

        var other = Explain(matter, "THL51B-4M", "2025-01-10").Alternatives.Single(alternative => alternative.Setting == "lawChange");

        (other.Rule, other.Strict).ShouldBe(("THL51B-ADULT", Given.Day("2025-04-01")));
    }

    [Fact]
    public void Where_running_waits_move_the_other_answer_is_the_law_of_the_first_day()
    {
        var matter = Given.Matter("2024-10-01", "oral_health", "1984-06-01").Fact("contact", "2024-10-01").Fact("need_assessed", "2024-10-01", "dental_hygienist");

        var other = Explain(matter, "THL51B-ADULT", "2025-01-10", CountySettings.Default.With("lawChange", "running_moves_to_new_law"))
            .Alternatives.Single(alternative => alternative.Setting == "lawChange");

        (other.Rule, other.Strict).ShouldBe(("THL51B-4M", Given.Day("2025-02-01")));
    }

    [Fact]
    public void A_clock_that_has_not_started_says_what_starts_it() =>
        Said(Explain(Given.Matter("2026-03-02", "primary_care", "1990-01-01").Fact("contact", "2026-03-02"), "THL51A-ADULT", "2026-03-02").Facts, "en")
            .ShouldBe(["The time has not begun. It begins with: need assessed. Time limit: 3 months."]);

    [Fact]
    public void Every_explanation_can_be_said_in_three_languages()
    {
        foreach (var line in ClockVocabulary.ServiceLines)
            foreach (var setting in CountySettings.Choices.SelectMany(pair => pair.Value.Select(value => CountySettings.Default.With(pair.Key, value))))
            {
                var matter = ClockVocabulary.Facts.Aggregate(
                    Given.Matter("2024-12-02", line, "2008-01-01", "medical_reason", "special_support", "first_child", "needs_examinations"),
                    (facts, fact) => facts.Fact(fact, "2025-06-02", "nurse", fact is "need_identified" ? "physician" : null)).Ended("2025-06-03", ClockEndingReason.Moved);
                foreach (var why in ClockExplainer.Of(matter, Given.Rules, setting, Given.Day("2025-07-01")).Clocks)
                    foreach (var sentence in why.Facts.Concat(why.Grounds).Concat(why.Dates).Concat(why.Stops).Concat(why.Others.Select(o => o.Why)).Concat(why.Alternatives.Select(a => a.Sentence)))
                        foreach (var language in new[] { "fi", "sv", "en" })
                            sentence.In(language).ShouldNotContain("Clock_");
            }
    }

    [Fact]
    public void Where_the_last_day_does_not_move_the_reasoning_says_no_day_that_it_moves_to()
    {
        var strict = CountySettings.Default.With("lastDayOff", "strict_only");
        Said(Explain(Given.Ill("2026-11-30", born: "1980-01-01"), "THL51A-ADULT", "2026-12-01", strict).Dates, "en").ShouldBe(["The last day by the count is 28 February 2027."]);

        var dentist = Given.Matter("2026-03-06", "oral_health", "2010-01-01").Fact("contact", "2026-03-06").Fact("need_assessed", "2026-03-06", "dental_hygienist")
            .Fact("need_identified", "2026-03-12", "dental_hygienist", "dentist");
        Said(Explain(dentist, "THL51B-U23-DENTIST", "2026-03-13", strict).Dates, "en").ShouldHaveSingleItem().ShouldContain("overdue only after the later, 6 June 2026");
    }

    [Fact]
    public void Where_the_last_day_does_not_move_the_days_are_listed_until_it()
    {
        var strict = CountySettings.Default.With("lastDayOff", "strict_only");
        var dentist = Given.Matter("2026-03-06", "oral_health", "2010-01-01").Fact("contact", "2026-03-06").Fact("need_assessed", "2026-03-06", "dental_hygienist")
            .Fact("need_identified", "2026-03-12", "dental_hygienist", "dentist");
        string[] Days(CountySettings settings) => [.. Explain(dentist, "THL51B-U23-DENTIST", "2026-03-13", settings).Days.Select(day => day.Day.Iso())];

        Days(strict).ShouldBe(["2026-04-09", "2026-06-06"]);
        Days(CountySettings.Default).ShouldBe(["2026-04-09", "2026-06-06", "2026-06-07", "2026-06-08"]);
    }

    [Fact]
    public void Where_the_last_day_does_not_move_the_days_of_added_time_are_listed_until_it_too()
    {
        var matter = Given.Matter("2026-08-03", "primary_specialised_care", "1980-01-01").Fact("referral_arrived", "2026-08-03").Fact("need_assessed", "2026-08-07", "physician")
            .Fact("limit_extended", "2026-11-06", "physician", "THL51C-CARE");
        var why = Explain(matter, "THL51C-CARE", "2026-11-10", CountySettings.Default.With("lastDayOff", "strict_only"));

        why.Days.Select(day => (day.From.Iso(), day.Day.Iso())).ShouldBe([("2026-08-07", "2026-11-07"), ("2026-11-07", why.Clock.Result.Strict!.Value.Iso())]);
    }

    [Fact]
    public void Where_the_last_day_does_not_move_a_ground_of_the_day_after_came_too_late()
    {
        var matter = Given.Matter("2026-08-03", "primary_specialised_care", "1980-01-01").Fact("referral_arrived", "2026-08-03").Fact("need_assessed", "2026-08-07", "physician")
            .Fact("limit_extended", "2026-11-09", "physician", "THL51C-CARE"); // Saturday 7 November is the last day by the count

        Said(Explain(matter, "THL51C-CARE", "2026-11-10", CountySettings.Default.With("lastDayOff", "strict_only")).Facts, "en").Last()
            .ShouldStartWith("A ground for more time under the act was recorded on 9 November 2026, but the last day was already over");
    }

    [Fact]
    public void A_need_that_a_reason_stands_for_is_not_told_as_if_it_had_happened()
    {
        var matter = Given.Matter("2026-06-01", "social_assistance", "1986-01-01", "incomplete_application").Fact("application_arrived", "2026-06-01");

        Said(Explain(matter, "TTL14A-REQUEST", "2026-06-03").Grounds, "en").ShouldNotContain(said => said.StartsWith("In addition"));
        var requested = Given.Matter("2026-06-01", "social_assistance", "1986-01-01").Fact("application_arrived", "2026-06-01").Fact("completion_requested", "2026-06-02");
        Said(Explain(requested, "TTL14A-REQUEST", "2026-06-03").Grounds, "en").ShouldContain("In addition: completion requested.");
    }

    [Theory]
    [InlineData("fi", "Enimmäisaika: 4 viikkoa (alkaa: tarve todettu) tai 3 kuukautta (alkaa: hoidon tai palvelun tarve arvioitu).")]
    [InlineData("sv", "Längsta tid: 4 veckor (börjar: behovet konstaterat) eller 3 månader (börjar: vård- eller servicebehovet bedömt).")]
    [InlineData("en", "Time limit: 4 weeks (begins with: need found), or 3 months (begins with: need assessed).")]
    public void A_limit_of_two_times_that_has_not_begun_tells_both_with_what_each_runs_from(string language, string said) =>
        Said(Explain(Given.Matter("2026-03-02", "oral_health", "2010-03-15").Fact("contact", "2026-03-02"), "THL51B-U23-DENTIST", "2026-03-02").Facts, language)
            .ShouldHaveSingleItem().ShouldEndWith(said);

    [Theory]
    [InlineData("fi", "Ikä ei ole tiedossa, joten käytetään alle 23-vuotiaiden määräaikaa, kunnes ikä selviää.")]
    [InlineData("sv", "Åldern är inte känd, därför används tidsfristen för personer under 23 år tills åldern är känd.")]
    [InlineData("en", "The age is not known, so the limit for those under 23 is used until it is known.")]
    public void While_nobody_knows_the_age_it_is_said_whose_limit_is_used(string language, string said) =>
        Said(Explain(Given.Matter("2026-03-02", "oral_health", null).Fact("contact", "2026-03-02").Fact("need_assessed", "2026-03-02", "dentist"), "THL51B-U23", "2026-03-02").Grounds, language)
            .ShouldContain(said);

    internal static ClockExplanation Explain(ClockFacts facts, string rule, string asOf, CountySettings? settings = null) =>
        ClockExplainer.Of(facts, Given.Rules, settings ?? CountySettings.Default, Given.Day(asOf)).Clocks.Single(why => why.Clock.Rule == rule);

    private static RuledOut Other(ClockFacts facts, string rule, CountySettings? settings = null, string asOf = "2026-03-03") =>
        ClockExplainer.Of(facts, Given.Rules, settings ?? CountySettings.Default, Given.Day(asOf)).Others.Single(other => other.Rule.Id == rule);

    private static string[] Said(IEnumerable<ClockSentence> sentences, string language) => [.. sentences.Select(sentence => sentence.In(language))];
}
