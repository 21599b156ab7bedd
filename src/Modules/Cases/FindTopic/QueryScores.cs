namespace Yhteys.Cases.FindTopic;

/// <summary>What one query has found so far: for each topic its best word by word, and for each phrase how much of it was said.</summary>
internal sealed class QueryScores(int topics)
{
    private readonly double[] _scattered = new double[topics], _best = new double[topics], _whole = new double[topics], _said = new double[topics];
    private readonly Dictionary<(int Phrase, int Word), double> _words = [];

    public IEnumerable<(int Phrase, double Mass)> Phrases => _words.GroupBy(w => w.Key.Phrase).Select(g => (g.Key, g.Sum(w => w.Value)));

    public void NextWord()
    {
        EndWords();
        Array.Clear(_best);
    }

    public void EndWords()
    {
        for (var i = 0; i < topics; i++)
            _scattered[i] += _best[i];
    }

    public void Seen(int topic, int phrase, int word, double likeness, double rarity)
    {
        _best[topic] = Math.Max(_best[topic], likeness * rarity);
        _words[(phrase, word)] = Math.Max(_words.GetValueOrDefault((phrase, word)), likeness * rarity);
    }

    /// <param name="said">How much of the phrase was said, 0–1.</param>
    public void Whole(int topic, double score, double said)
    {
        _whole[topic] = Math.Max(_whole[topic], score);
        _said[topic] = Math.Max(_said[topic], said);
    }

    public IEnumerable<(int Topic, double Score, double Said)> Totals(double scatteredWeight)
    {
        for (var i = 0; i < topics; i++)
            if (_scattered[i] > 0)
                yield return (i, (_scattered[i] * scatteredWeight) + _whole[i], _said[i]);
    }
}
