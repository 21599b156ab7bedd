namespace Yhteys.Cases.FindTopic;

/// <summary>How alike two words are when neither form nor stem is the same.</summary>
internal static class NearWords
{
    /// <summary>In a shorter word one letter makes another word: maha, raha.</summary>
    public const int ShortestForTypo = 5;

    /// <summary>The word with each letter left out in turn: two words one mistake apart share one of these.</summary>
    public static IEnumerable<string> OneLess(string word)
    {
        for (var i = 0; i < word.Length; i++)
            yield return word.Remove(i, 1);
    }

    public static IEnumerable<string> Trigrams(string word)
    {
        for (var i = 0; i + 3 <= word.Length; i++)
            yield return word.Substring(i, 3);
    }

    /// <summary>True when one letter added, left out, changed or two neighbours swapped make one word of the other.</summary>
    public static bool OneMistakeApart(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1)
            return false;
        var start = 0;
        while (start < a.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        var (left, right) = (a.Length - start - end, b.Length - start - end);
        return (left, right) is (0, _) or (1, 1) || (left is 2 && right is 2 && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }
}
