namespace Yhteys.Cases.FindTopic;

/// <summary>Which words of the topics a word of the query may mean, and how surely (1 = the same word).</summary>
internal sealed class WordMatcher(TopicVocabulary vocabulary)
{
    private const int ShortestPart = 4;
    private const int MostContinuations = 40;
    private const double SameStem = 0.92, BothParts = 0.85, Mistake = 0.7, Continued = 0.75, OnePart = 0.6, LastPart = 0.5;
    private const double AlikeEnough = 0.5, Alike = 0.6;

    /// <summary>Found words with their likeness, the best for each.</summary>
    public Dictionary<int, double> Match(string word)
    {
        var found = new Dictionary<int, double>();
        if (vocabulary.Whole(word) is { } same)
            Add(found, same, 1);
        if (JoiningWords.Contains(word))
            return found;
        Stems(word, SameStem, found);
        if (word.Length >= ShortestPart)
        {
            foreach (var id in vocabulary.Beginning(word).Take(MostContinuations))
                Add(found, id, Continued * Math.Sqrt((double)word.Length / vocabulary[id].Length));
            Parts(word, found);
        }

        // A word that a topic knows, bent or not, is no mistake for another: selkä is not velka, polvi is not pilvi.
        if (!found.Values.Any(likeness => likeness >= SameStem))
            Mistakes(word, found);
        if (found.Count == 0)
            AlikeWords(word, found);
        return found;
    }

    private void Stems(string word, double likeness, Dictionary<int, double> found)
    {
        foreach (var tongue in Enum.GetValues<Tongue>())
            foreach (var id in vocabulary.ByStem(LightStem.Of(word, tongue), tongue))
                Add(found, id, likeness);
    }

    // "hammassärky" finds "hammas" and "särky"; a known part alone counts for less, the last part least: it is often "sairaus".
    private void Parts(string word, Dictionary<int, double> found)
    {
        for (var cut = ShortestPart - 1; cut <= word.Length - ShortestPart + 1; cut++)
        {
            Dictionary<int, double> first = [], last = [];
            Whole(word[..cut], first);
            Whole(word[cut..], last);
            var likeness = first.Count > 0 && last.Count > 0;
            foreach (var id in first.Keys)
                if (likeness || cut >= ShortestPart)
                    Add(found, id, likeness ? BothParts : OnePart);
            foreach (var id in last.Keys)
                if (likeness || word.Length - cut >= ShortestPart)
                    Add(found, id, likeness ? BothParts : LastPart);
        }
    }

    private void Whole(string part, Dictionary<int, double> found)
    {
        if (vocabulary.Whole(part) is { } id)
            Add(found, id, 1);
        else if (part.Length >= ShortestPart)
            Stems(part, 1, found);
    }

    private void Mistakes(string word, Dictionary<int, double> found)
    {
        if (word.Length < NearWords.ShortestForTypo - 1)
            return;
        foreach (var less in NearWords.OneLess(word).Append(word))
            foreach (var id in vocabulary.ByOneLess(less))
                if (NearWords.OneMistakeApart(word, vocabulary[id]))
                    Add(found, id, Mistake);
        foreach (var less in NearWords.OneLess(word))
            if (vocabulary.Whole(less) is { } id && less.Length >= ShortestPart)
                Add(found, id, Mistake);
    }

    private void AlikeWords(string word, Dictionary<int, double> found)
    {
        var shared = new Dictionary<int, int>();
        var own = 0;
        foreach (var three in NearWords.Trigrams(word))
        {
            own++;
            foreach (var id in vocabulary.ByTrigram(three))
                shared[id] = shared.GetValueOrDefault(id) + 1;
        }

        foreach (var (id, count) in shared)
        {
            var likeness = 2.0 * count / (own + vocabulary[id].Length - 2);
            if (likeness >= AlikeEnough)
                Add(found, id, Alike * likeness);
        }
    }

    private static void Add(Dictionary<int, double> found, int id, double likeness)
    {
        if (likeness > found.GetValueOrDefault(id))
            found[id] = likeness;
    }
}
