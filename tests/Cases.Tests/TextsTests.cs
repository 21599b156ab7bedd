using System.Collections;
using System.Globalization;
using System.Resources;

namespace Yhteys.Cases.Tests;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_three_languages()
    {
        var fi = Keys(CultureInfo.InvariantCulture);
        Keys(CultureInfo.GetCultureInfo("sv")).SetEquals(fi).ShouldBeTrue();
        Keys(CultureInfo.GetCultureInfo("en")).SetEquals(fi).ShouldBeTrue();
        MatterStory.Stages.ShouldAllBe(s => fi.Contains($"story.{s}") && fi.Contains($"stage.{s}"));
        ReceiveContact.Hurries.ShouldAllBe(h => fi.Contains($"hurry.{h}"));
        ReceiveContact.Replies.ShouldAllBe(r => fi.Contains($"reply.{r}"));
    }

    private static HashSet<string> Keys(CultureInfo culture) =>
        [.. new ResourceManager(typeof(Texts)).GetResourceSet(culture, true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
}
