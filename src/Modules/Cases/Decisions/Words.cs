using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What free text of a matter must be.</summary>
internal static class Words
{
    public const int MostCharacters = 4_000;

    public static Refusal? Refused(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new TextMissing() : text.Length > MostCharacters ? new TextTooLong() : null;
}

/// <summary>What a stated reason must be.</summary>
internal static class Reasons
{
    /// <summary>Characters; fewer say nothing to the one who checks later.</summary>
    public const int Fewest = 10, Most = 500;

    public static Refusal? Refused(string? reason) =>
        (reason?.Trim().Length ?? 0) < Fewest ? new ReasonMissing() : reason!.Length > Most ? new ReasonTooLong() : null;
}
