using System.Collections;
using System.Globalization;
using System.Resources;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Access.TryLaw;

namespace Yhteys.Access.Tests.ReadLaw;

public class RuleBriefTests
{
    [Fact]
    public void Every_rule_is_told_in_three_languages()
    {
        foreach (var rule in Given.Rules.All)
            foreach (var sentence in RuleBrief.Of(rule).Concat(rule.Requires.Concat(rule.Stops).Concat(rule.Unless).Select(RuleBrief.Fact)))
                new[] { "fi", "sv", "en" }.Select(sentence.In).ShouldAllBe(text => text.Length > 3 && !text.Contains("Clock_", StringComparison.Ordinal), rule.Id);
    }

    [Fact]
    public void A_rule_says_its_time_whom_it_concerns_and_how_long()
    {
        RuleBrief.Of(Given.Rules.Find("THL51A-U23")!).Select(s => s.In("en")).ShouldBe(
        [
            "14 days, begins with: need assessed (by licensed professional)", "Under 23 years (age on the day of contact)",
            "All of these: illness, injury or new symptoms, belongs to general medicine",
            "None of these: visit under a care or rehabilitation plan, urgent, immediate need", "In force from 1 January 2025",
        ]);
        RuleBrief.Of(Given.Rules.Find("THL51B-U23-DENTIST")!).Count(s => s.Key == "Law_Time").ShouldBe(2);
    }

    [Fact]
    public void The_chain_of_a_rule_goes_from_the_first_to_the_last()
    {
        RuleChain.Of(Given.Rules.Find("THL51B-3M-2024")!, Given.Rules).Select(rule => rule.Id)
            .ShouldBe(["THL51-ORAL-OLD", "THL51B-4M", "THL51B-3M-2024", "THL51B-ADULT", "THL51B-U23"]);
    }

    [Fact]
    public void Every_question_and_answer_and_kind_of_change_has_its_words_in_three_languages()
    {
        string[] wanted =
        [
            .. CountySettings.Choices.Keys.Select(name => $"Law_Setting_{name}"), .. CountySettings.Choices.SelectMany(c => c.Value.Select(value => $"Law_Answer_{c.Key}_{value}")),
            .. Given.Rules.All.Select(rule => rule.Confidence).OfType<string>().Distinct().Select(confidence => $"Law_Confidence_{confidence}"),
            .. Enum.GetNames<PublicationPeriod>().Where(name => name != "None").Select(name => $"Law_Publish_{name}"), .. ClockChanges.Kinds.Select(kind => $"Law_Change_{kind}"),
            .. ClockVocabulary.Qualifiers.Select(code => $"Clock_Need_{code}"),
        ];
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("sv"), CultureInfo.GetCultureInfo("en") })
            wanted.Except(new ResourceManager(typeof(Texts)).GetResourceSet(culture, true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)).ShouldBeEmpty(culture.Name);
    }
}
