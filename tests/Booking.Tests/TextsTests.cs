using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Booking.Tests;

public sealed class TextsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_text_is_translated(string language)
    {
        var (finnish, other) = (In(CultureInfo.InvariantCulture), In(CultureInfo.GetCultureInfo(language)));
        other.Keys.ShouldBe(finnish.Keys, ignoreOrder: true);
        other.Where(t => t.Value == finnish[t.Key]).ShouldBeEmpty();
        finnish.Keys.Where(k => finnish[k].Contains("{0}", StringComparison.Ordinal) != other[k].Contains("{0}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_status_and_reason_has_its_text()
    {
        var texts = In(CultureInfo.InvariantCulture);
        typeof(SlotTaken).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal))).Select(t => t.Name).ShouldAllBe(name => texts.ContainsKey(name));
        Statuses.All.ShouldAllBe(s => texts.ContainsKey($"status.{s}"));
        DeclineReasons.All.ShouldAllBe(r => texts.ContainsKey($"reason.{r}"));
    }

    [Theory]
    [InlineData(1, "Asiakkaalle annettuja aikoja on vielä 1. Siirrä tai peru se ensin.")]
    [InlineData(2, "Asiakkaalle annettuja aikoja on vielä 2. Siirrä tai peru ne ensin.")]
    public void A_refusal_speaks_of_one_as_of_one(int taken, string sentence)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        var refusal = new TimesHaveTakers(taken);
        new ServiceCollection().AddLogging().AddUi().BuildServiceProvider().GetRequiredService<RefusalText>()
            .Of(refusal.GetType(), refusal.Key, refusal.Arguments).ShouldBe(sentence);
    }

    private static Dictionary<string, string> In(CultureInfo culture) =>
        new ResourceManager(typeof(Texts)).GetResourceSet(culture, true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
