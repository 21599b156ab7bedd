using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Yhteys.Access.Board;

namespace Yhteys.Access.Tests.Board;

/// <summary>The board counts limits that run or have passed, also of matters that are closed: no section calls them open.</summary>
public sealed partial class BoardWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sv")]
    [InlineData("en")]
    public void Each_section_and_file_calls_the_same_thing_the_same(string language)
    {
        var (board, sections) = (Of(typeof(Texts), language), Of(typeof(BoardTexts), language));
        foreach (var same in new[] { sections["Open"], sections["Csv_Open"] })
            same.ShouldBe(board["Board_Open"]);
        sections["Oldest"].ShouldBe(board["Board_Oldest"].Replace("\u00ad", "", StringComparison.Ordinal));
        sections.Concat(board.Where(t => t.Key.StartsWith("Board_", StringComparison.Ordinal) && !t.Key.StartsWith("Board_Undated", StringComparison.Ordinal)))
            .Where(t => Open().IsMatch(t.Value)).Select(t => t.Key).ShouldBeEmpty("the worklist's open matters are told of apart");
    }

    private static Dictionary<string, string> Of(Type texts, string language) =>
        new ResourceManager(texts).GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    // Of matters; a point of a picture may be open.
    [GeneratedRegex(@"\b(avoinna|avoimet|avoimia|avoin asia|avointa? asiaa?|avointen|öppna(?! punkter)|öppet|open(?! dot| point))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}
