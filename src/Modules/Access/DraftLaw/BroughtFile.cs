using System.Text.Json;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>Where a file that somebody brings belongs, by what it holds.</summary>
internal static class BroughtFile
{
    /// <summary>A new file of rules or promises, named after the draft; null when it is neither.</summary>
    /// <param name="taken">Paths of files that are in use: a new file takes the place of none of them.</param>
    public static string? PathOf(string json, string? name, IReadOnlyList<string> taken)
    {
        if (KindOf(json) is not { } kind)
            return null;
        var stem = $"{kind}/{Slug(name ?? "draft")}";
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? $"{stem}.json" : $"{stem}-{n}.json").First(path => !taken.Contains(path, StringComparer.Ordinal));
    }

    private static string? KindOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : document.RootElement.TryGetProperty("promises", out _) ? ContentKinds.Promises
                : document.RootElement.TryGetProperty("rules", out _) ? ContentKinds.Rules
                : null;
        }
        catch (JsonException)
        {
            // The check of the file says on which line it is broken.
            return ContentKinds.Rules;
        }
    }

    private static string Slug(string name)
    {
        var plain = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        return plain.Length == 0 ? "draft" : plain.Length > 40 ? plain[..40] : plain;
    }
}
