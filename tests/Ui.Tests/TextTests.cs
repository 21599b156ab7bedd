using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Ui.Tests;

public partial class TextTests
{
    private static readonly RefusalText Refusals =
        new ServiceCollection().AddLogging().AddUi().BuildServiceProvider().GetRequiredService<RefusalText>();

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_text_is_translated(string language)
    {
        var (finnish, translated) = (Texts(""), Texts(language));

        translated.Keys.ShouldBe(finnish.Keys, ignoreOrder: true);
        translated.Where(t => string.Equals(t.Value, finnish[t.Key], StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_a_component_asks_for_exists_and_every_text_is_asked_for()
    {
        var source = string.Concat(Directory.EnumerateFiles(Source.Ui, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith("Tone.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var asked = Asked().Matches(source).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);

        asked.ShouldBe(Texts("").Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_refusal_is_said_in_the_words_of_its_own_assembly_with_days_as_people_write_them()
    {
        Words.In("fi", () => Refusals.Of(typeof(PageFrame), "PageOf", new LocalDate(2026, 3, 3), 9)).ShouldBe("Sivu 3.3.2026/9");
        Words.In("en", () => Refusals.Of(typeof(PageFrame), "PageOf", Instant.FromUtc(2026, 3, 3, 7, 0), null))
            .ShouldBe("Page 3\u00a0March\u00a02026 at\u00a09:00 of ");
    }

    [Theory]
    [InlineData("fi", "Tarkista ja lähetä uudelleen", "Anna aika, joka on jo ollut", "Kirjoita, miksi")]
    [InlineData("sv", "Kontrollera och skicka igen", "Ange en tid som redan har varit", "Skriv varför")]
    [InlineData("en", "Check it and send again", "Give a time that has already been", "Write why")]
    public void A_refusal_of_the_kernel_says_what_to_do(string language, string changed, string inFuture, string late)
    {
        Words.In(language, () => Said(new ChangedSinceOpened())).ShouldContain(changed);
        Words.In(language, () => Said(new HappensInFuture())).ShouldContain(inFuture);
        Words.In(language, () => Said(new LateWithoutReason())).ShouldContain(late);
    }

    [Fact]
    public void Every_refusal_of_the_kernel_has_its_sentence()
    {
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).ToList();
        refusals.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var language in new[] { "fi", "sv", "en" })
            refusals.Select(t => Words.In(language, () => Said((Refusal)Activator.CreateInstance(t)!))).ShouldBeUnique();
    }

    [Fact]
    public void A_refusal_without_a_sentence_is_a_bug_that_names_itself()
    {
        Should.Throw<InvalidOperationException>(() => Refusals.Of(typeof(PageFrame), "NoSuchKey")).Message.ShouldContain("NoSuchKey");
        Should.Throw<InvalidOperationException>(() => Refusals.Of(typeof(LocalDate), "Any")).Message.ShouldContain("NodaTime");
    }

    private static string Said(Refusal refusal) => Refusals.Of(refusal.GetType(), refusal.Key, refusal.Arguments);

    private static Dictionary<string, string> Texts(string language) =>
        new ResourceManager(typeof(Yhteys.Ui.Texts))
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    [GeneratedRegex("""(?:T\[|=> )"(?<key>[A-Z][A-Za-z]+)[",]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
