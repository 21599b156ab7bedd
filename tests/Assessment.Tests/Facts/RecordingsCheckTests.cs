using System.Globalization;
using System.Resources;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class RecordingsCheckTests
{
    private static readonly RecordingBook Real = RecordingBook.Of(CaseFile.Content.Content);

    [Fact]
    public void Every_rule_in_force_can_be_started_and_stopped_on_each_of_its_lines() => RuleCoverage.Gaps(Real, CaseFile.Content.Rules).ShouldBeEmpty();

    [Fact]
    public void Every_kind_that_the_program_knows_is_recorded_somewhere() =>
        FactKinds.All.Select(k => k.Code).Except(Real.All.Select(r => r.Kind)).ShouldBeEmpty();

    [Fact]
    public void Every_fact_of_the_vocabulary_has_a_recording_but_the_one_that_a_message_tells() =>
        ClockVocabulary.Facts.Except(Real.All.SelectMany(r => FactKinds.Find(r.Kind)!.Facts)).ShouldBe(["answered"]);

    [Theory]
    [InlineData("health", "\"kind\": \"home-visit-made\"", "\"kind\": \"contact-handled\"", "contact-handled is already recorded on child_health_clinic: keep one of them.")]
    [InlineData("social", "\"kind\": \"placement-ended\"", "\"kind\": \"placement-begun\"", "There is no kind of recording \"placement-begun\": use one of")]
    [InlineData("opening", "\"choices\": [\"urgent\", \"needs_examinations\"]", "\"choices\": [\"disabled\"]", "There is no choice of referral \"disabled\": use one of")]
    public void What_can_not_be_recorded_so_is_named(string file, string from, string to, string reason)
    {
        using var copy = new ContentFolderCopy();
        copy.Change($"recordings/{file}.json", from, to);
        copy.Problems().ShouldContain(p => p.StartsWith(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_nothing_stops_is_named_with_its_line()
    {
        using var copy = new ContentFolderCopy();
        copy.Change("recordings/social.json", "\"lines\": [\"child_welfare\"],\n      \"professions\": [\"social_worker\"],\n      \"after\": [\"placement\"],\n      \"until\": [\"placement_ended\"]", "\"lines\": [\"family_social\"]");
        var fault = copy.Faults().Single(p => p.Reason == "LSL38-EMERGENCY on child_welfare: no recording stops it (placement_ended). Add one.");
        File.ReadAllLines(copy.PathOf(fault.File))[fault.Line - 1].ShouldContain("\"child_welfare\"");
    }

    [Fact]
    public void A_recording_that_is_missing_is_shown_in_the_file_with_most_of_those_of_its_line()
    {
        using var copy = new ContentFolderCopy();
        const string Lines = "\"lines\": [\"social_assistance\"]", After = ",\n      \"licences\": [\"licensed\", \"protected\"],\n      \"after\": [\"application_arrived\"],\n      \"until\": [\"completion_requested\"";
        copy.Change("recordings/social.json", Lines + After, "\"lines\": [\"family_social\"]" + After);
        copy.Faults().ShouldNotBeEmpty();
        copy.Faults().ShouldAllBe(fault => fault.File == "recordings/social.json");
    }

    [Theory]
    [InlineData("\"child_health_clinic\"],\n      \"professions\"", "\"moon\"],\n      \"professions\"", "There is no service line \"moon\"")]
    [InlineData("\"public_health_nurse\", \"midwife\"", "\"wizard\", \"midwife\"", "There is no profession \"wizard\"")]
    [InlineData("\"after\": [\"birth\"]", "\"after\": [\"big_bang\"]", "There is no fact \"big_bang\"")]
    [InlineData("\"choices\": [\"care\", \"therapy\"]", "\"choices\": [\"care\", \"magic\"]", "There is no choice of care-started \"magic\"")]
    public void An_unknown_code_names_itself(string from, string to, string reason)
    {
        using var copy = new ContentFolderCopy();
        copy.Change("recordings/health.json", from, to);
        copy.Problems().ShouldContain(p => p.StartsWith(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_choice_step_and_question_has_its_words(string language)
    {
        var texts = new ResourceManager(typeof(Texts)).GetResourceSet(CultureInfo.GetCultureInfo(language), true, tryParents: false)!;
        foreach (var kind in FactKinds.All.Where(k => k.Decide is not null))
        {
            if (kind.Asks(FactFields.Choice))
                foreach (var choice in kind.Choices)
                    texts.GetString($"{kind.ChoiceTexts}.{choice}").ShouldNotBeNull($"{kind.ChoiceTexts}.{choice}");
            foreach (var (field, key) in new[] { (FactFields.Choice | FactFields.Municipality, "choice"), (FactFields.Flags, "flags"), (FactFields.OtherDay, "other-day"), (FactFields.Words, "words") })
                if (kind.Asks(field))
                    texts.GetString($"{kind.Code}.{key}").ShouldNotBeNull($"{kind.Code}.{key}");
        }

        foreach (var key in new ResourceManager(typeof(Texts)).GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key))
            texts.GetString(key).ShouldNotBeNull(key);
    }
}
