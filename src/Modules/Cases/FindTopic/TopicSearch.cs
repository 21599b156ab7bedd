using Yhteys.Content;

namespace Yhteys.Cases.FindTopic;

/// <summary>
/// Finds topics by the words that people use, in Finnish, Swedish and English at once. In memory, built from one version of the
/// content, safe to use from any thread; under a millisecond a query.
/// </summary>
public sealed class TopicSearch
{
    private const int MostWords = 20, MostCharacters = 300;
    // The least score is above that of a joining word which is a whole phrase by itself (ME, the illness).
    private const double SynonymWeight = 0.75, OwnLanguage = 1.1, ScatteredWords = 0.6, LeastShareOfBest = 0.45, LeastSaid = 0.4, LeastScore = 1;

    private readonly IReadOnlyList<Topic> _topics;
    private readonly TopicVocabulary _vocabulary = new();
    private readonly List<Phrase> _phrases = [];
    private readonly List<List<int>> _phrasesOfWord = [];
    private readonly double[] _rarity;
    private readonly WordMatcher _matcher;

    public TopicSearch(IReadOnlyList<Topic> topics)
    {
        _topics = topics;
        for (var i = 0; i < topics.Count; i++)
        {
            var topic = topics[i];
            Add(i, Tongue.Finnish, [topic.Name.Fi, .. topic.Words.Fi], topic.Synonyms.Fi);
            Add(i, Tongue.Swedish, [topic.Name.Sv, .. topic.Words.Sv], topic.Synonyms.Sv);
            Add(i, Tongue.English, [topic.Name.En, .. topic.Words.En], topic.Synonyms.En);
        }

        _vocabulary.Close();
        _rarity = [.. _phrasesOfWord.Select((found, id) => Rarity(found, _vocabulary[id]))];
        _matcher = new(_vocabulary);
    }

    /// <summary>The topics that the query may mean, best first; empty when no word is known, or too little of any phrase was said.</summary>
    /// <param name="query">What the person typed; only its beginning is read.</param>
    /// <param name="language">Language of the page ("fi", "sv", "en"): decides between equals.</param>
    /// <param name="fits">Topics that may be answered; null = all.</param>
    public IReadOnlyList<TopicHit> Find(string query, string language, int take = 8, Func<Topic, bool>? fits = null)
    {
        var scores = new QueryScores(_topics.Count);
        foreach (var word in FoldedText.Words(query.Length > MostCharacters ? query[..MostCharacters] : query).Take(MostWords).Distinct(StringComparer.Ordinal))
        {
            scores.NextWord();
            foreach (var (id, likeness) in _matcher.Match(word))
                foreach (var phrase in _phrasesOfWord[id])
                    scores.Seen(_phrases[phrase].Topic, phrase, id, likeness * _phrases[phrase].Weight, _rarity[id]);
        }

        scores.EndWords();
        foreach (var (phrase, mass) in scores.Phrases)
            Whole(scores, _phrases[phrase], mass, language);
        return Best(scores, take, fits);
    }

    private void Whole(QueryScores scores, Phrase phrase, double mass, string language)
    {
        var share = mass / Mass(phrase);
        scores.Whole(phrase.Topic, mass * share * (phrase.Tongue == TongueOf(language) ? OwnLanguage : 1), share / phrase.Weight);
    }

    private List<TopicHit> Best(QueryScores scores, int take, Func<Topic, bool>? fits)
    {
        var hits = scores.Totals(ScatteredWords).Select(t => new TopicHit(_topics[t.Topic], t.Score, t.Said)).Where(h => h.Said >= LeastSaid && h.Score >= LeastScore && fits?.Invoke(h.Topic) != false)
            .OrderByDescending(h => h.Score).ThenBy(h => h.Topic.Id, StringComparer.Ordinal).Take(take).ToList();
        return [.. hits.Where(h => h.Score >= LeastShareOfBest * hits[0].Score)];
    }

    private void Add(int topic, Tongue tongue, IEnumerable<string> everyday, IEnumerable<string> synonyms)
    {
        foreach (var text in everyday)
            Add(topic, tongue, text, 1);
        foreach (var text in synonyms)
            Add(topic, tongue, text, SynonymWeight);
    }

    private void Add(int topic, Tongue tongue, string text, double weight)
    {
        var ids = FoldedText.Words(text).Distinct(StringComparer.Ordinal).Select(word => _vocabulary.Add(word, tongue)).ToArray();
        while (_phrasesOfWord.Count < _vocabulary.Count)
            _phrasesOfWord.Add([]);
        foreach (var id in ids)
            _phrasesOfWord[id].Add(_phrases.Count);
        _phrases.Add(new(topic, tongue, weight, ids));
    }

    // A word of few topics says much; a word that only joins others says little. A negation is never one of those.
    private double Rarity(List<int> found, string word) =>
        Math.Log(1 + ((double)_topics.Count / found.Select(p => _phrases[p].Topic).Distinct().Count())) * (JoiningWords.Contains(word) ? 0.2 : 1);

    private double Mass(Phrase phrase) => phrase.Words.Sum(id => _rarity[id]);

    private static Tongue TongueOf(string language) => language switch { "sv" => Tongue.Swedish, "en" => Tongue.English, _ => Tongue.Finnish };

    private sealed record Phrase(int Topic, Tongue Tongue, double Weight, int[] Words);
}
