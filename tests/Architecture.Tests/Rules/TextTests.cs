using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Every text is in Finnish, Swedish and English.</summary>
public sealed class TextTests
{
    private static readonly HashSet<string> Alike = [.. File.ReadLines(Repository.PathOf("tests/Architecture.Tests/alike.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" — ")[0])];

    [Fact]
    public void Every_text_is_in_the_three_languages()
    {
        TextBooks.All.Count.ShouldBeGreaterThanOrEqualTo(9);
        TextBooks.All.Sum(b => b.Fi.Count).ShouldBeGreaterThan(700);
        TextBooks.All.SelectMany(TextRules.MissingIn).ShouldBeEmpty();
    }

    [Fact]
    public void No_text_is_left_in_Finnish() => TextBooks.All.SelectMany(b => TextRules.LeftInFinnish(b, Alike)).ShouldBeEmpty();

    [Fact]
    public void Placeholders_are_the_same_in_each_language() => TextBooks.All.SelectMany(TextRules.Unlike).ShouldBeEmpty();

    [Fact]
    public void Texts_that_are_alike_are_still_in_use() =>
        Alike.Where(a => !TextBooks.All.Any(b => b.Fi.Values.Contains(a))).ShouldBeEmpty("Take it out of alike.txt.");

    [Fact]
    public void Canary()
    {
        var book = new TextBook(
            "Book",
            new Dictionary<string, string> { ["A"] = "Lähetä", ["B"] = "Sulje {0}", ["C"] = "Yhteys", ["D"] = "{0} – {1}", ["E"] = "Tallenna" },
            new Dictionary<string, string> { ["A"] = "Lähetä", ["B"] = "Stäng", ["C"] = "Yhteys", ["D"] = "{0} – {1}" },
            new Dictionary<string, string> { ["A"] = "Send", ["B"] = "Close {0}", ["C"] = "Yhteys", ["D"] = "{0} – {1}", ["E"] = " ", ["F"] = "Left over" });

        TextRules.MissingIn(book).ShouldBe(["Book E is missing in sv", "Book F is in en only"]);
        TextRules.LeftInFinnish(book, new HashSet<string> { "Yhteys" }).ShouldBe(["Book A in sv: Lähetä", "Book E in en:  "]);
        TextRules.Unlike(book).ShouldBe(["Book B in sv"]);
    }
}
