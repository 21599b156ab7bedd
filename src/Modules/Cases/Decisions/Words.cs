using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What free text of a matter must be.</summary>
internal static class Words
{
    public const int MostCharacters = 4_000;

    public static Refusal? Refused(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new TextMissing() : text.Length > MostCharacters ? new TextTooLong() : null;
}
