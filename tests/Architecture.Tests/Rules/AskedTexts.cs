using System.Text.RegularExpressions;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>The keys of texts that code asks for, read from its source.</summary>
internal static partial class AskedTexts
{
    /// <summary>Each key with the resource class that is asked, as the source names it. A key with a hole in it ends or begins with *.</summary>
    public static IEnumerable<(string Book, string Key)> In(string source)
    {
        foreach (Match localizer in Localizer().Matches(source))
        {
            var asked = new Regex($@"(?<![\w.]){localizer.Groups["name"].Value}\[(?:[^\[\]""]*\?\s*)?(?<hole>\$?)""(?<key>(?:\{{[^}}]*\}}|[^""])+)""(?:\s*:\s*""(?<other>[^""]+)"")?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            foreach (Match key in asked.Matches(source))
            {
                var text = key.Groups["key"].Value;
                yield return (localizer.Groups["book"].Value, key.Groups["hole"].Length > 0 ? Hole().Replace(text, "*") : text);
                if (key.Groups["other"] is { Success: true, Value: var other })
                    yield return (localizer.Groups["book"].Value, other);
            }

            // A count asks for two forms.
            foreach (Match counted in new Regex($@"(?<![\w.]){localizer.Groups["name"].Value}\.Count\(""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Matches(source))
                foreach (var form in new[] { "", "_1" })
                    yield return (localizer.Groups["book"].Value, counted.Groups["key"].Value + form);
        }
    }

    /// <summary>Keys that the book does not have; a key with holes must fit at least one.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<(string Book, string Key)> asked, Func<string, TextBook?> bookOf) =>
        from a in asked.Distinct()
        let book = bookOf(a.Book)
        where book is null || !book.Fi.Keys.Any(k => Fits(k, a.Key))
        select $"{a.Book} {a.Key}";

    public static bool Fits(string key, string pattern) =>
        pattern.Contains('*', StringComparison.Ordinal)
            ? Regex.IsMatch(key, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1))
            : key == pattern;

    [GeneratedRegex(@"IStringLocalizer<(?<book>[\w.]+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
