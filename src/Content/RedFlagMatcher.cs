using System.Runtime.CompilerServices;

namespace Yhteys.Content;

/// <summary>
/// Finds the red flags in a text that a person wrote. A hit only repeats the emergency text; it never sets an urgency, and no hit
/// means nothing. A negation is not read: "ei rintakipua" hits too, since repeating the text harms no one.
/// </summary>
public static class RedFlagMatcher
{
    private static readonly ConditionalWeakTable<RedFlagList, IReadOnlyList<Sign>> Known = [];

    // "rintaa kovasti puristaa" is the same sign as "rintaa puristaa"; further apart the words belong to different thoughts.
    private const int WordsBetween = 2;

    /// <summary>The flags that the text hits, in the order of the list; all three languages are tried, since people mix them.</summary>
    public static IReadOnlyList<RedFlag> Find(RedFlagList list, string text)
    {
        var words = FoldedText.Words(text);
        return words.Count == 0 ? [] : [.. Known.GetValue(list, Folded).Where(sign => sign.Phrases.Any(phrase => Hits(words, phrase))).Select(sign => sign.Flag)];
    }

    private static IReadOnlyList<Sign> Folded(RedFlagList list) =>
        [.. list.Flags.Select(flag => new Sign(flag, [.. flag.Fi.Concat(flag.Sv).Concat(flag.En).Select(phrase => phrase.Split(' ').Select(Pattern.Of).ToArray())]))];

    private static bool Hits(IReadOnlyList<string> words, Pattern[] wanted)
    {
        for (var start = 0; start < words.Count; start++)
            if (wanted[0].Matches(words[start]) && Follows(words, start, wanted))
                return true;
        return false;
    }

    private static bool Follows(IReadOnlyList<string> words, int at, Pattern[] wanted)
    {
        foreach (var next in wanted.AsSpan(1))
        {
            var from = at + 1;
            at = -1;
            for (var i = from; at < 0 && i < words.Count && i <= from + WordsBetween; i++)
                if (next.Matches(words[i]))
                    at = i;
            if (at < 0)
                return false;
        }

        return true;
    }

    private sealed record Sign(RedFlag Flag, IReadOnlyList<Pattern[]> Phrases);

    /// <summary>A folded word, or the beginning of one.</summary>
    private readonly record struct Pattern(string Text, bool Beginning)
    {
        public static Pattern Of(string word) => word.EndsWith('*') ? new(FoldedText.Fold(word[..^1]), true) : new(FoldedText.Fold(word), false);

        public bool Matches(string word) => Beginning ? word.StartsWith(Text, StringComparison.Ordinal) : string.Equals(word, Text, StringComparison.Ordinal);
    }
}
