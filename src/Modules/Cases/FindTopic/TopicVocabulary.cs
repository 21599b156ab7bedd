using System.Runtime.InteropServices;

namespace Yhteys.Cases.FindTopic;

/// <summary>The words of all topics with the tables that find them: whole, by stem, by beginning and with one letter wrong.</summary>
internal sealed class TopicVocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<(Tongue, string), List<int>> _stems = [];
    private readonly Dictionary<string, List<int>> _oneLess = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _trigrams = new(StringComparer.Ordinal);
    private string[] _sorted = [];

    public int Count => _words.Count;

    public string this[int id] => _words[id];

    public int Add(string word, Tongue tongue)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _ids[word] = _words.Count;
            _words.Add(word);
            if (word.Length >= NearWords.ShortestForTypo)
                foreach (var less in NearWords.OneLess(word))
                    Put(_oneLess, less, id);
            foreach (var three in NearWords.Trigrams(word))
                Put(_trigrams, three, id);
        }

        Put(_stems, (tongue, LightStem.Of(word, tongue)), id);
        return id;
    }

    /// <summary>Call once after the last <see cref="Add"/>.</summary>
    public void Close() => _sorted = [.. _words.Order(StringComparer.Ordinal)];

    public int? Whole(string word) => _ids.TryGetValue(word, out var id) ? id : null;

    public ReadOnlySpan<int> ByStem(string stem, Tongue tongue) => Span(_stems, (tongue, stem));

    public ReadOnlySpan<int> ByOneLess(string less) => Span(_oneLess, less);

    public ReadOnlySpan<int> ByTrigram(string three) => Span(_trigrams, three);

    /// <summary>The words that begin so, in alphabetical order.</summary>
    public IEnumerable<int> Beginning(string start)
    {
        var at = Array.BinarySearch(_sorted, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _sorted.Length && _sorted[i].StartsWith(start, StringComparison.Ordinal); i++)
            yield return _ids[_sorted[i]];
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
