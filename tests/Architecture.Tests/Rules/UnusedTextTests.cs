using System.Text.RegularExpressions;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>A text that no code asks for is dead, and would be translated for nothing.</summary>
public sealed partial class UnusedTextTests
{
    private static readonly (HashSet<string> Quoted, HashSet<string> Patterns) Source = Read();

    [Fact]
    public void Every_text_is_asked_for_somewhere() => Unused(TextBooks.All.Where(b => !TextBooks.IsKeyedInEnglish(b.Name)).SelectMany(b => b.Fi.Keys.Select(k => (b.Name, k)))).ShouldBeEmpty("Take it out of the three files.");

    [Fact]
    public void Canary() => Unused([("Book", "Surely_Nobody_Asks_This")]).ShouldHaveSingleItem();

    private static IEnumerable<string> Unused(IEnumerable<(string Book, string Key)> keys) =>
        from k in keys
        where !Source.Quoted.Contains(k.Key) && !Source.Patterns.Any(p => AskedTexts.Fits(k.Key, p))
            // One of what is counted.
            && !(k.Key.EndsWith("_1", StringComparison.Ordinal) && Source.Quoted.Contains(k.Key[..^2]))
            // A list of codes is named by the first part of its keys: Options("urgency", …).
            && !(k.Key.Split('.') is [var list, _] && Source.Quoted.Contains(list))
        select $"{k.Book} {k.Key}";

    private static (HashSet<string> Quoted, HashSet<string> Patterns) Read()
    {
        HashSet<string> quoted = new(StringComparer.Ordinal), patterns = new(StringComparer.Ordinal);
        foreach (var file in Tracked.Files.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".razor"))
        {
            var source = File.ReadAllText(Repository.PathOf(file));
            quoted.UnionWith(Literal().Matches(source).Select(m => m.Value));
            patterns.UnionWith(WithHoles().Matches(source).Select(m => Hole().Replace(m.Value, "*")).Where(p => p.Split('*').Max(part => part.Length) > 2));
        }

        // "Event_" + alias.
        patterns.UnionWith(quoted.Where(q => q is [_, _, .., '_' or '.']).Select(q => q + "*"));
        return (quoted, patterns);
    }

    [GeneratedRegex(@"(?<="")[^""\s]+(?="")", RegexOptions.None, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<=\$"")(?:\{[^{}]*\}|[^""\s{}])+(?="")", RegexOptions.None, 1000)]
    private static partial Regex WithHoles();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
