using System.Collections.Frozen;

namespace Yhteys.Cases.FindTopic;

/// <summary>
/// Words that join others and say little by themselves, folded. They count a fifth, none is dropped. No negation belongs here:
/// "en saa unta" and "saan unta" are different matters; Swedish "en" stays out for the sake of Finnish "en". Greetings and the wish to be called
/// back are among them: they say nothing of the matter.
/// </summary>
internal static class JoiningWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "ja", "tai", "on", "olen", "oon", "ovat", "oli", "ole", "minulla", "mulla", "minun", "mun", "minua", "mua", "mina", "ma", "tosi", "kun", "se", "koko", "ajan", "aina", "nyt", "myos", "kanssa", "joka",
        "hei", "moi", "moikka", "terve", "kiitos", "voisitteko", "soittaa", "soita", "soittakaa", "soittaisitteko", "minulle", "takaisin", "tanaan",
        "och", "eller", "ar", "jag", "har", "min", "mitt", "mina", "mig", "i", "pa", "av", "for", "om", "det", "den", "att", "till", "med", "som", "hela", "tiden", "ett",
        "hej", "hejsan", "tack", "snalla", "ring", "ringa", "tillbaka", "idag",
        "and", "or", "is", "am", "are", "my", "me", "the", "a", "an", "of", "in", "to", "for", "with", "have", "has", "about", "at", "it", "all", "time", "from",
        "hello", "hi", "dear", "please", "thanks", "thank", "you", "call", "phone", "could", "would", "like", "today", "i",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
