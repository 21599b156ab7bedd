using System.Collections;
using System.Globalization;
using System.Resources;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Access.TryLaw;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.ReadLaw;

public class RuleBriefTests
{
    private static readonly ServiceLines Services = Loaded();

    [Fact]
    public void Every_rule_is_told_in_three_languages()
    {
        foreach (var rule in Given.Rules.All)
            foreach (var sentence in RuleBrief.Of(rule, Services).Concat(rule.Requires.Concat(rule.Stops).Concat(rule.Unless).Select(fact => RuleBrief.Fact(fact, Services))))
                new[] { "fi", "sv", "en" }.Select(sentence.In).ShouldAllBe(text => text.Length > 3 && !text.Contains("Clock_", StringComparison.Ordinal), rule.Id);
    }

    [Fact]
    public void A_rule_says_its_time_whom_it_concerns_and_how_long()
    {
        RuleBrief.Of(Given.Rules.Find("THL51A-U23")!, Services).Select(s => s.In("en")).ShouldBe(
        [
            "14 days, begins with: need assessed (by licensed professional), or need assessed (by professional with a protected title) until 31 August 2027, if the county has so decided", "Under 23 years (age on the day of contact)",
            "All of these: illness, injury or new symptoms, belongs to general medicine",
            "None of these: visit under a care or rehabilitation plan, urgent, immediate need", "In force from 1 January 2025",
        ]);
        RuleBrief.Of(Given.Rules.Find("THL51B-U23-DENTIST")!, Services).Count(s => s.Key == "Law_Time").ShouldBe(2);
    }

    [Fact]
    public void Each_fact_says_when_it_counts()
    {
        Given.Rules.Find("THL51-HTA")!.Stops.Select(stop => RuleBrief.Fact(stop, Services).In("en")).ShouldBe(
        [
            "need assessed (by licensed professional)",
            $"need assessed (by professional with a protected title) – only in these services: {Services.Line("oral_health")!.Name.En}",
            "need assessed (by professional with a protected title) until 31 August 2027, if the county has so decided",
        ]);
        RuleBrief.Times(Given.Rules.Find("THL51A-U23-DOC")!, Services).Single().In("en").ShouldBe("7 days, begins with: visit – by somebody other than: physician, the last before the need was found or, when there was none, the first after it");
        RuleBrief.Times(Given.Rules.Find("LSL38-EMERGENCY")!, Services).First().In("fi").ShouldEndWith("alkamispäivä on ensimmäinen päivä");
        RuleBrief.Times(Given.Rules.Find("SHL36-75")!, Services).Single().In("sv").ShouldContain("inte i dessa fall: kontakt från en annan myndighet, om välfärdsområdet inte har beslutat så här: ");
    }

    [Fact]
    public void What_a_fact_is_narrowed_by_is_never_left_out()
    {
        // Two facts of a rule that are told in the same words would hide what tells them apart.
        foreach (var rule in Given.Rules.All)
            foreach (var facts in new IEnumerable<FactMatch>[] { rule.Starts, rule.Requires, rule.Stops, rule.Unless })
                facts.Select(fact => RuleBrief.Fact(fact, Services).In("fi")).ShouldBeUnique(rule.Id);
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

    private static ServiceLines Loaded()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load();
        return store.Current.Services;
    }
}
