using System.Globalization;
using System.Text;

namespace Yhteys.Content;

/// <summary>
/// Text as it is compared: lower case, without accents. ä and ö fold to a and o too, since people on foreign keyboards leave the
/// dots out; å folds to a.
/// </summary>
public static class FoldedText
{
    /// <summary>The text in lower case without combining marks.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    /// <summary>The folded words of a text: runs of letters and digits; an apostrophe inside a word falls away.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(c);
            else if (c is not ('\'' or '’' or '\u00AD'))
                Take(words, word);
        }

        Take(words, word);
        return words;
    }

    // Half a character and the places that Unicode keeps empty can't be normalized.
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if ((rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF)
                whole.Append(rune);
        return whole.ToString();
    }

    private static void Take(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
