using System.Text.RegularExpressions;

namespace Yhteys.Architecture.Tests.Rules;

internal static partial class TextRules
{
    public static IEnumerable<string> MissingIn(TextBook book) =>
        from other in new[] { ("sv", book.Sv), ("en", book.En) }
        from wrong in book.Fi.Keys.Except(other.Item2.Keys).Select(k => $"{book.Name} {k} is missing in {other.Item1}")
            .Concat(other.Item2.Keys.Except(book.Fi.Keys).Select(k => $"{book.Name} {k} is in {other.Item1} only"))
        select wrong;

    /// <summary>Texts that are empty, or are the same as in Finnish although they hold a word.</summary>
    /// <param name="alike">Texts that are rightly the same in two languages.</param>
    public static IEnumerable<string> LeftInFinnish(TextBook book, IReadOnlySet<string> alike) =>
        from other in new[] { ("sv", book.Sv), ("en", book.En) }
        from key in book.Fi.Keys.Intersect(other.Item2.Keys)
        let text = other.Item2[key]
        where string.IsNullOrWhiteSpace(text) || (text == book.Fi[key] && Word().IsMatch(Placeholder().Replace(text, "")) && !alike.Contains(text))
        select $"{book.Name} {key} in {other.Item1}: {text}";

    /// <summary>Placeholders that differ between languages: {0} here and not there.</summary>
    public static IEnumerable<string> Unlike(TextBook book) =>
        from other in new[] { ("sv", book.Sv), ("en", book.En) }
        from key in book.Fi.Keys.Intersect(other.Item2.Keys)
        where !Placeholders(book.Fi[key]).SetEquals(Placeholders(other.Item2[key]))
        select $"{book.Name} {key} in {other.Item1}";

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups["n"].Value)];

    [GeneratedRegex(@"\{(?<n>[0-9]+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
