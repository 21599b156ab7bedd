namespace Yhteys.Content.Tests;

public sealed class RedFlagTests
{
    private static readonly RedFlagList Flags = ContentCopy.Real.Current.RedFlags;

    [Theory]
    [InlineData("Minulla on kova rintakipu", "chest_pain")]
    [InlineData("RINTAA kovasti puristaa", "chest_pain")]
    [InlineData("rintakivun takia", "chest_pain")]
    [InlineData("Isä ei herää", "unconscious")]
    [InlineData("isa ei heraa", "unconscious")]
    [InlineData("en saa henkeä", "breathing")]
    [InlineData("En jaksa elää enää", "self_harm")]
    [InlineData("mies hakkaa minua", "violence")]
    [InlineData("ont i bröstet", "chest_pain")]
    [InlineData("jag vill inte leva längre", "self_harm")]
    [InlineData("Jag vill ta mitt liv", "self_harm")]
    [InlineData("kan inte andas", "breathing")]
    [InlineData("I can't breathe", "breathing")]
    [InlineData("i can’t breathe!", "breathing")]
    [InlineData("thinking about suicide", "self_harm")]
    [InlineData("my husband hits me", "violence")]
    [InlineData("Meillä ei ole ruokaa", "no_shelter")]
    [InlineData("\uFFFE 😀 rintakipu \uD83D", "chest_pain")]
    public void A_sign_is_found_in_ordinary_writing(string text, string flag) =>
        RedFlagMatcher.Find(Flags, text).Select(f => f.Id).ShouldContain(flag);

    [Theory]
    [InlineData("")]
    [InlineData("Selkä on ollut kipeä viikon")]
    [InlineData("reseptin uusinta, kiitos")]
    [InlineData("Jag vill förnya mitt recept")]
    [InlineData("I need a dentist appointment")]
    [InlineData("rapeat sipsit maistuu")]
    [InlineData("masennus ja unettomuus")]
    [InlineData("rinta")]
    [InlineData("yö meni hyvin, vaikka herään aina aikaisin ja syön")]
    [InlineData("😀 <script>alert(1)</script> '; drop table x; --")]
    public void Ordinary_matters_hit_nothing(string text) => RedFlagMatcher.Find(Flags, text).ShouldBeEmpty();

    [Fact]
    public void Words_too_far_apart_are_not_one_sign() =>
        RedFlagMatcher.Find(Flags, "rintaa on kuvattu ja toisaalta kenkä puristaa").ShouldBeEmpty();

    [Fact]
    public void A_word_matches_as_a_whole_unless_its_stem_is_marked()
    {
        var list = Flags with { Flags = [new("x", new("a", "b", "c"), ["kipu", "särk*"], ["x"], ["x"])] };
        RedFlagMatcher.Find(list, "kipua").ShouldBeEmpty();
        RedFlagMatcher.Find(list, "kipu!").ShouldNotBeEmpty();
        RedFlagMatcher.Find(list, "Särkylääke").ShouldNotBeEmpty();
        RedFlagMatcher.Find(list, "päänsärky").ShouldBeEmpty();
    }

    [Fact]
    public void The_list_says_that_it_is_an_example_and_who_approved_it_when()
    {
        Flags.Example.ShouldBeTrue();
        Flags.Notice.En.ShouldContain("not for clinical use");
        Flags.ApprovedBy.ShouldNotBeNullOrWhiteSpace();
        Flags.ApprovedOn.Year.ShouldBeGreaterThan(2025);
    }

    [Fact]
    public void A_long_text_without_a_flag_has_none()
    {
        var text = string.Join(' ', Enumerable.Repeat("selkä on ollut kipeä eikä lääke auta", 1000));
        RedFlagMatcher.Find(Flags, text).ShouldBeEmpty();
    }
}
