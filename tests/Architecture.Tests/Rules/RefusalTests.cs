using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Every "no" has its sentence, in each language.</summary>
public sealed class RefusalTests
{
    // Never answered: they name the absence of a fault.
    private static readonly string[] NeverSaid = ["Hetu.None"];

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        RefusalRules.Types.Count.ShouldBeGreaterThan(60);
        RefusalRules.Types.SelectMany(RefusalRules.Samples).Where(r => !NeverSaid.Contains(r.Key)).SelectMany(r => RefusalRules.WithoutSentence(r, BookOf(r))).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_refusals_of_a_module_have_one_name_and_other_words() =>
        RefusalRules.Types.GroupBy(t => (t.Assembly, t.Name)).Where(g => g.Count() > 1).Select(g => g.Key.Name).ShouldBeEmpty();

    [Fact]
    public void Canary()
    {
        var book = new TextBook("Book", Texts("Pois!"), Texts("Gå härifrån, {0}."), Texts("Go away"));

        RefusalRules.WithoutSentence(new Curt(), null).ShouldHaveSingleItem();
        RefusalRules.WithoutSentence(new Curt(), book).ShouldBe(["Curt Go in fi is no sentence", "Curt Go in sv asks for more arguments than the refusal has", "Curt Go in en is no sentence"]);
        RefusalRules.WithoutSentence(new Unsaid(), book).Count().ShouldBe(3);
    }

    private static TextBook? BookOf(Refusal refusal) => TextBooks.All.FirstOrDefault(b => b.Name == $"{refusal.GetType().Assembly.GetName().Name}.Texts");

    private static Dictionary<string, string> Texts(string go) => new(StringComparer.Ordinal) { ["Go"] = go };

    private sealed record Curt() : Refusal("Go");

    private sealed record Unsaid() : Refusal("Unsaid");
}
