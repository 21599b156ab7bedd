namespace Yhteys.Content;

/// <summary>
/// Finds the red flags in a text that a person wrote. A hit only repeats the emergency text; it never sets an urgency, and no hit
/// means nothing. A negation is not read: "ei rintakipua" hits too, since repeating the text harms no one.
/// </summary>
public static class RedFlagMatcher
{
    // "rintaa kovasti puristaa" is the same sign as "rintaa puristaa"; further apart the words belong to different thoughts.
    private const int WordsBetween = 2;

    /// <summary>The flags that the text hits, in the order of the list; all three languages are tried, since people mix them.</summary>
    public static IReadOnlyList<RedFlag> Find(RedFlagList list, string text)
    {
        var words = FoldedText.Words(text);
        return words.Count == 0 ? [] : [.. list.Flags.Where(flag => Phrases(flag).Any(phrase => Hits(words, phrase)))];
    }

    private static IEnumerable<string> Phrases(RedFlag flag) => flag.Fi.Concat(flag.Sv).Concat(flag.En);

    private static bool Hits(IReadOnlyList<string> words, string phrase)
    {
        var wanted = phrase.Split(' ');
        for (var start = 0; start < words.Count; start++)
            if (Matches(words[start], wanted[0]) && Follows(words, start, wanted))
                return true;
        return false;
    }

    private static bool Follows(IReadOnlyList<string> words, int at, string[] wanted)
    {
        foreach (var next in wanted.AsSpan(1))
        {
            var from = at + 1;
            at = -1;
            for (var i = from; at < 0 && i < words.Count && i <= from + WordsBetween; i++)
                if (Matches(words[i], next))
                    at = i;
            if (at < 0)
                return false;
        }

        return true;
    }

    private static bool Matches(string word, string pattern) => pattern.EndsWith('*')
        ? word.StartsWith(FoldedText.Fold(pattern[..^1]), StringComparison.Ordinal)
        : string.Equals(word, FoldedText.Fold(pattern), StringComparison.Ordinal);
}
