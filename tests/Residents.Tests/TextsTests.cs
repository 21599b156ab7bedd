using System.Collections;
using System.Globalization;
using System.Resources;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Residents.Tests;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_three_languages()
    {
        HashSet<string> Keys(string language) =>
            [.. new ResourceManager(typeof(Texts)).GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
        var fi = new ResourceManager(typeof(Texts)).GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).ToHashSet();
        Keys("sv").SetEquals(fi).ShouldBeTrue();
        Keys("en").SetEquals(fi).ShouldBeTrue();
        Enum.GetValues<HetuFault>().Where(f => f != HetuFault.None).ShouldAllBe(f => fi.Contains($"Hetu.{f}"));
        Enum.GetValues<ReadGround>().ShouldAllBe(g => fi.Contains($"ground.{g}"));
        new[] { ReadLogBook.UnreleasedNotice, ReadLogBook.Audit }.ShouldAllBe(why => fi.Contains($"withheld.{why}"));
    }
}
