namespace Yhteys.Cases.FindTopic;

/// <summary>What one query has found so far: for each topic its best word by word, and for each phrase how much of it was said.</summary>
internal sealed class QueryScores(int topics)
{
    private readonly double[] scattered = new double[topics], best = new double[topics], whole = new double[topics];
    private readonly Dictionary<(int Phrase, int Word), double> words = [];

    public IEnumerable<(int Phrase, double Mass)> Phrases => words.GroupBy(w => w.Key.Phrase).Select(g => (g.Key, g.Sum(w => w.Value)));

    public void NextWord()
    {
        EndWords();
        Array.Clear(best);
    }

    public void EndWords()
    {
        for (var i = 0; i < topics; i++)
            scattered[i] += best[i];
    }

    public void Seen(int topic, int phrase, int word, double likeness, double rarity)
    {
        best[topic] = Math.Max(best[topic], likeness * rarity);
        words[(phrase, word)] = Math.Max(words.GetValueOrDefault((phrase, word)), likeness * rarity);
    }

    public void Whole(int topic, double score) => whole[topic] = Math.Max(whole[topic], score);

    public IEnumerable<(int Topic, double Score)> Totals(double scatteredWeight)
    {
        for (var i = 0; i < topics; i++)
            if (scattered[i] > 0)
                yield return (i, (scattered[i] * scatteredWeight) + whole[i]);
    }
}
