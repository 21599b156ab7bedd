using System.Runtime.InteropServices;

namespace Yhteys.Cases.FindTopic;

/// <summary>The words of all topics with the tables that find them: whole, by stem, by beginning and with one letter wrong.</summary>
internal sealed class TopicVocabulary
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly Dictionary<(Tongue, string), List<int>> stems = [];
    private readonly Dictionary<string, List<int>> oneLess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> trigrams = new(StringComparer.Ordinal);
    private string[] sorted = [];

    public int Count => words.Count;

    public string this[int id] => words[id];

    public int Add(string word, Tongue tongue)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            id = ids[word] = words.Count;
            words.Add(word);
            if (word.Length >= NearWords.ShortestForTypo)
                foreach (var less in NearWords.OneLess(word))
                    Put(oneLess, less, id);
            foreach (var three in NearWords.Trigrams(word))
                Put(trigrams, three, id);
        }

        Put(stems, (tongue, LightStem.Of(word, tongue)), id);
        return id;
    }

    /// <summary>Call once after the last <see cref="Add"/>.</summary>
    public void Close() => sorted = [.. words.Order(StringComparer.Ordinal)];

    public int? Whole(string word) => ids.TryGetValue(word, out var id) ? id : null;

    public ReadOnlySpan<int> ByStem(string stem, Tongue tongue) => Span(stems, (tongue, stem));

    public ReadOnlySpan<int> ByOneLess(string less) => Span(oneLess, less);

    public ReadOnlySpan<int> ByTrigram(string three) => Span(trigrams, three);

    /// <summary>The words that begin so, in alphabetical order.</summary>
    public IEnumerable<int> Beginning(string start)
    {
        var at = Array.BinarySearch(sorted, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < sorted.Length && sorted[i].StartsWith(start, StringComparison.Ordinal); i++)
            yield return ids[sorted[i]];
    }

    private static ReadOnlySpan<int> Span<TKey>(Dictionary<TKey, List<int>> table, TKey key) where TKey : notnull =>
        table.TryGetValue(key, out var found) ? CollectionsMarshal.AsSpan(found) : [];

    private static void Put<TKey>(Dictionary<TKey, List<int>> table, TKey key, int id) where TKey : notnull
    {
        if (!table.TryGetValue(key, out var list))
            table[key] = list = [];
        if (list.Count == 0 || list[^1] != id)
            list.Add(id);
    }
}
