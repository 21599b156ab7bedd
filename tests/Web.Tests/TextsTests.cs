using System.Globalization;
using System.Resources;

namespace Yhteys.Web.Tests;

public sealed class TextsTests
{
    private static readonly ResourceManager Resources = new("Yhteys.Web.Texts", typeof(Texts).Assembly);

    // Words that are the same in two languages.
    private static readonly string[] Alike = [];

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_text_is_in_the_language_and_is_not_left_in_Finnish(string language)
    {
        var (finnish, other) = (TextsOf(CultureInfo.InvariantCulture), TextsOf(CultureInfo.GetCultureInfo(language)));

        finnish.Count.ShouldBeGreaterThan(50);
        other.Keys.Order().ShouldBe(finnish.Keys.Order());
        finnish.Keys.Where(k => finnish[k] == other[k]).Except(Alike).ShouldBeEmpty();
        finnish.Keys.Where(k => finnish[k].Contains("{0}", StringComparison.Ordinal) != other[k].Contains("{0}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Dictionary<string, string> TextsOf(CultureInfo culture)
    {
        var set = Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
    }
}
