using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Clocks;

public class ExplainTests
{
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
    public void The_days_are_counted_aloud()
    {
        var why = Explain(Given.Matter("2026-12-17", "social_assistance", "1990-01-01").Fact("application_arrived", "2026-12-17"), "TTL14A-DECISION", "2026-12-18");

        why.Days.Count(day => day.Number is not null).ShouldBe(7);
        why.Days.Single(day => day.Day == Given.Day("2026-12-24")).Kind.ShouldBe(DayKind.ChristmasEve);
        why.Alternatives.Single().Sentence.In("en").ShouldBe("If Christmas Eve and Midsummer Eve were working days: the last day by the count would be 29 December 2026, and overdue only after 29 December 2026.");
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
                foreach (var why in ClockExplainer.Of(matter, Given.Rules, setting, Given.Day("2025-07-01")))
                    foreach (var sentence in why.Facts.Concat(why.Grounds).Concat(why.Dates).Concat(why.Stops).Concat(why.Others.Select(o => o.Why)).Concat(why.Alternatives.Select(a => a.Sentence)))
                        foreach (var language in new[] { "fi", "sv", "en" })
                            sentence.In(language).ShouldNotContain("Clock_");
            }
    }

    private static ClockExplanation Explain(ClockFacts facts, string rule, string asOf) =>
        ClockExplainer.Of(facts, Given.Rules, CountySettings.Default, Given.Day(asOf)).Single(why => why.Clock.Rule == rule);

    private static string[] Said(IEnumerable<ClockSentence> sentences, string language) => [.. sentences.Select(sentence => sentence.In(language))];
}
