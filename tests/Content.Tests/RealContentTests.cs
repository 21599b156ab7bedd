using NodaTime;

namespace Yhteys.Content.Tests;

/// <summary>The content that the product ships with.</summary>
public sealed class RealContentTests
{
    private static readonly ContentSnapshot Content = ContentCopy.Real.Current;

    [Fact]
    public void Every_file_is_sound() => new ContentStore().Check().ShouldBeEmpty();

    [Fact]
    public void The_service_lines_are_those_that_rules_and_events_name() =>
        Content.Services.Lines.ToLookup(l => l.Register, l => l.Id).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => string.Join(' ', g)).ShouldBe(
        [
            "primary_care oral_health child_health_clinic student_health mental_health_addiction primary_specialised_care specialised_care youth_psychiatry",
            "adult_social family_social child_welfare older_people disability social_assistance student_welfare",
        ]);

    [Theory]
    [InlineData("physician", "licensed")]
    [InlineData("dental_nurse", "protected")]
    [InlineData("practical_nurse", "protected")]
    [InlineData("social_worker", "licensed")]
    [InlineData("service_adviser", "none")]
    public void A_profession_has_its_licence(string id, string licence) => Content.Services.Profession(id)!.Licence.ShouldBe(licence);

    [Fact]
    public void A_child_welfare_matter_goes_to_a_social_worker_first() =>
        Content.Services.Line("child_welfare")!.Professions[0].ShouldBe("social_worker");

    [Fact]
    public void Every_name_is_in_three_languages_of_its_own()
    {
        var names = Content.Services.Lines.SelectMany(l => (LocalText[])[l.Name, l.Description])
            .Concat(Content.Services.Urgencies.Select(u => u.Description))
            .Concat(Content.RedFlags.Flags.Select(f => f.Name));
        names.ShouldAllBe(n => n.Fi != n.Sv && n.Fi != n.En && n.Sv != n.En);
    }

    [Fact]
    public void The_county_is_an_example_with_numbers_that_nobody_has()
    {
        var county = Content.County;
        county.Example.ShouldBeTrue();
        county.Municipalities.ShouldBe(["074", "217", "236", "272", "421", "584", "849", "924"]);
        (county.OfficeHours.Opens, county.OfficeHours.Closes).ShouldBe((new LocalTime(8, 0), new LocalTime(16, 0)));
        county.OfficeHours.Days.ShouldBe([1, 2, 3, 4, 5]);
        (county.Phones.Emergency, county.Phones.MedicalHelpline).ShouldBe(("112", "116117"));
        // No subscriber number in Finland begins with 0 after the area code.
        ((string[])[county.Phones.SocialOnCall, county.Phones.Guidance]).ShouldAllBe(n => n.StartsWith("06 000 "));
    }

    [Fact]
    public void The_emergency_text_names_both_numbers_in_every_language()
    {
        foreach (var language in (string[])["fi", "sv", "en"])
        {
            var text = Content.Texts.Get("emergency.banner", language, Content.County);
            text.ShouldContain("112");
            text.ShouldContain("116117");
        }
    }

    [Theory]
    [InlineData("fi", "Luemme viestit arkisin kello 8–16.")]
    [InlineData("sv", "Vi läser meddelanden vardagar klockan 8–16.")]
    [InlineData("en", "We read messages on working days from 8:00 to 16:00.")]
    public void The_countys_values_are_filled_in(string language, string start) =>
        Content.Texts.Get("emergency.closed_text", language, Content.County).ShouldStartWith(start);

    [Fact]
    public void No_text_is_shown_with_an_unfilled_place()
    {
        foreach (var id in Content.Texts.Ids)
            foreach (var language in (string[])["fi", "sv", "en"])
                Content.Texts.Get(id, language, Content.County).ShouldNotContain("{");
    }

    [Fact]
    public void A_text_that_does_not_exist_is_a_mistake_that_names_itself() =>
        Should.Throw<KeyNotFoundException>(() => Content.Texts["no.such"]).Message.ShouldContain("no.such");

    [Fact]
    public void Every_service_line_has_a_topic_and_every_topic_words_in_three_languages()
    {
        Content.Services.Lines.Where(l => !l.ByReferral).Select(l => l.Id).Except(Content.Topics.Select(t => t.Line)).ShouldBeEmpty();
        Content.Topics.Count.ShouldBeGreaterThanOrEqualTo(60);
        Content.Topics.ShouldAllBe(t => t.Words.Fi.Count >= 5 && t.Words.Sv.Count >= 5 && t.Words.En.Count >= 5);
    }

    [Fact]
    public void Synonyms_carry_their_source_and_licence() =>
        Content.Files(ContentKinds.Topics).Single(f => f.Path.EndsWith("tero-synonyms.json", StringComparison.Ordinal)).Json.ShouldContain("CC BY 4.0");
}
