namespace Yhteys.Ui;

/// <summary>Element ids from words: stable between renderings of the same page.</summary>
internal static class Slug
{
    public static string Of(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
