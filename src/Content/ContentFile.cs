using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Content;

/// <summary>One content file as it was read.</summary>
/// <param name="Kind">One of <see cref="ContentKinds"/>.</param>
/// <param name="Path">Path under content/, with forward slashes.</param>
/// <param name="Json">The whole text, line ends as \n.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, lower-case hexadecimal.</param>
public sealed record ContentFile(string Kind, string Path, string Json, string Hash)
{
    public static ContentFile Of(string kind, string path, string text)
    {
        // A checkout on another system may change line ends; the content is the same.
        var json = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        return new(kind, path, json, Hex(json));
    }

    /// <summary>The line of a quoted text, looked for after another; 1 when it is nowhere.</summary>
    public int LineOf(string text, string? after = null)
    {
        var from = after is null ? 0 : Math.Max(0, Json.IndexOf($"\"{after}\"", StringComparison.Ordinal));
        var at = Json.IndexOf($"\"{text}\"", from, StringComparison.Ordinal);
        return at < 0 ? 1 : Json.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>Hash of a kind: of its files' paths and hashes in the order of their paths.</summary>
    internal static string HashOf(IEnumerable<ContentFile> files) =>
        Hex(string.Join('\n', files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Path} {f.Hash}")));

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
