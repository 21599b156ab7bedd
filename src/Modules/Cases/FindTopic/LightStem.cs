namespace Yhteys.Cases.FindTopic;

/// <summary>
/// Strips common endings of Finnish, Swedish and English from a folded word. Light on purpose: two forms of a word should meet, two
/// words should not. Negations are short and stay whole, so "ei" and "en" are never lost.
/// </summary>
internal static class LightStem
{
    private const int ShortestStem = 3;

    // Longest first within each list; possessives and clitics go before the cases they are added to.
    private static readonly string[] FinnishTails = ["kaan", "kin", "nsa", "mme", "nne", "ni", "si", "ko"];
    private static readonly string[] FinnishCases =
        ["issaan", "essaan", "issa", "ista", "illa", "ilta", "ille", "iksi", "iden", "itten", "ssa", "sta", "lla", "lta", "lle", "ksi", "tta", "seen", "ihin", "iin", "aan", "oon", "een", "uun", "ien", "jen", "ita", "ia", "ja", "ta", "na", "in", "en", "an", "on", "un", "yn", "at", "et", "it", "ut", "ot", "yt", "a", "n", "t"];

    private static readonly string[] SwedishGenitive = ["s"];
    private static readonly string[] SwedishEndings =
        ["heten", "arna", "orna", "erna", "ande", "ende", "ades", "aren", "ast", "ade", "ar", "or", "er", "en", "et", "an", "na", "ad", "as", "es", "a", "e", "n", "t"];

    private static readonly string[] EnglishEndings = ["ingly", "edly", "iness", "ness", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "y", "e"];

    public static string Of(string word, Tongue tongue) => tongue switch
    {
        Tongue.Finnish => Plain(Strip(Strip(word, FinnishTails, 5), FinnishCases, ShortestStem)),
        Tongue.Swedish => Plain(Strip(Strip(word, SwedishGenitive, 4), SwedishEndings, ShortestStem)),
        _ => Plain(Strip(word, EnglishEndings, ShortestStem)),
    };

    private static string Strip(string word, string[] endings, int shortest)
    {
        foreach (var ending in endings)
            if (word.Length - ending.Length >= shortest && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }

    // Gradation and doubling change the end of a stem (tukka, tukan; stopping, stop): a double letter and a last vowel fall away.
    private static string Plain(string stem)
    {
        while (stem.Length > ShortestStem && "aeiouy".Contains(stem[^1], StringComparison.Ordinal))
            stem = stem[..^1];
        return stem.Length > ShortestStem && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}

internal enum Tongue { Finnish, Swedish, English }
