using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What free text of a matter must be.</summary>
internal static class Words
{
    public const int MostCharacters = 4_000;

    /// <param name="missing">What is said of an empty one; null = that of a contact.</param>
    public static Refusal? Refused(string? text, Refusal? missing = null) =>
        string.IsNullOrWhiteSpace(text) ? missing ?? new TextMissing() : text.Length > MostCharacters ? new TextTooLong() : null;

    /// <summary>As much of a text as has room, no sign in two, and what has none.</summary>
    public static (string Kept, string Over) Cut(string text, int most)
    {
        if (text.Length <= most) return (text, "");
        var end = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return (text[..end], text[end..]);
    }
}

/// <summary>What an answer must have: its words, and a way to whom it is for.</summary>
internal static class Answering
{
    public static IEnumerable<Refusal> Missing(string text, Refusal empty, string? told, bool read)
    {
        if (Words.Refused(text, empty) is { } refusal) yield return refusal;
        if (Telling.Refused(told, read) is { } untold) yield return untold;
    }
}

/// <summary>What a stated reason must be.</summary>
internal static class Reasons
{
    /// <summary>Characters; fewer say nothing to the one who checks later.</summary>
    public const int Fewest = 10, Most = 500;

    public static Refusal? Refused(string? reason) =>
        (reason?.Trim().Length ?? 0) < Fewest ? new ReasonMissing() : reason!.Length > Most ? new ReasonTooLong() : null;
}
