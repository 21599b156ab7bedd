using System.Collections;
using System.Globalization;
using System.Resources;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Show;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Publish;

public sealed class TextsTests
{
    // The same words in two of the languages.
    private static readonly string[] Alike = ["Period"];

    [Theory]
    [InlineData(typeof(PublishTexts), "sv")]
    [InlineData(typeof(PublishTexts), "en")]
    public void Every_text_is_in_the_language_and_is_not_left_in_Finnish(Type of, string language)
    {
        var (finnish, other) = (TextsOf(of, CultureInfo.InvariantCulture), TextsOf(of, CultureInfo.GetCultureInfo(language)));

        other.Keys.Order().ShouldBe(finnish.Keys.Order());
        finnish.Keys.Where(key => finnish[key] == other[key]).Except(Alike).ShouldBeEmpty();
        finnish.Keys.Where(key => Places(finnish[key]) != Places(other[key])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_figure_period_and_publisher_has_its_words()
    {
        var keys = TextsOf(typeof(PublishTexts), CultureInfo.InvariantCulture).Keys.ToHashSet();
        var table = new PublishedTable("t", TableKind.Events, new("a", "b", "c"), "", [], [], [], null, []);
        var plain = ShownFigure.CodesOf(table).Concat(ShownFigure.CodesOf(table with { Kind = TableKind.Waiting }));

        plain.ShouldAllBe(code => keys.Contains($"Head_{code}"));
        new[] { PublicationPeriod.Monthly, PublicationPeriod.EveryFourMonths, PublicationPeriod.HalfYearly }.ShouldAllBe(every => keys.Contains($"Every_{every}"));
        Roles.All.Where(role => Rights.May(role, Rights.FiguresPublish)).Append("system").ShouldAllBe(role => keys.Contains($"Role_{role}"));
    }

    private static int Places(string text) => text.Count(c => c == '{');

    private static Dictionary<string, string> TextsOf(Type of, CultureInfo culture) =>
        new ResourceManager(of).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
