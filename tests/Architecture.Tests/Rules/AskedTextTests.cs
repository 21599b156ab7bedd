using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>A screen asks for no text that is not there: a reader would see the key.</summary>
public sealed class AskedTextTests
{
    private static readonly Dictionary<string, List<(string Book, string Key)>> ByProject = Tracked.Files
        .Where(f => f.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".razor")
        .GroupBy(ProjectOf, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.SelectMany(f => AskedTexts.In(File.ReadAllText(Repository.PathOf(f)))).Distinct().ToList(), StringComparer.Ordinal);

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        ByProject.Values.Sum(a => a.Count).ShouldBeGreaterThan(300);
        ByProject.SelectMany(p => AskedTexts.Unknown(p.Value, book => BookOf(p.Key, book)).Select(a => $"{p.Key}: {a}")).ShouldBeEmpty();
    }

    [Fact]
    public void Canary()
    {
        var source = """
            @inject IStringLocalizer<Texts> T
            <p>@T["Known"] @T["Gone"] @T[$"Event_{Model.Key}"] @T[$"Lost_{Model.Key}"] @T[Mine ? "Known" : "Other"] @T.Count("Days", 3)</p>
            """;
        var texts = new Dictionary<string, string> { ["Known"] = "a", ["Event_1"] = "b" };
        var asked = AskedTexts.In(source).ToList();

        asked.ShouldBe([("Texts", "Known"), ("Texts", "Gone"), ("Texts", "Event_*"), ("Texts", "Lost_*"), ("Texts", "Known"), ("Texts", "Other"), ("Texts", "Days"), ("Texts", "Days_1")]);
        AskedTexts.Unknown(asked, _ => new("Texts", texts, texts, texts)).ShouldBe(["Texts Gone", "Texts Lost_*", "Texts Other", "Texts Days", "Texts Days_1"]);
        AskedTexts.Unknown([("Nobody", "Known")], _ => null).ShouldHaveSingleItem();
    }

    private static TextBook? BookOf(string project, string name) => name.Contains('.', StringComparison.Ordinal)
        ? TextBooks.All.FirstOrDefault(b => b.Name == name)
        : TextBooks.All.FirstOrDefault(b => b.Name.StartsWith($"Yhteys.{project}.", StringComparison.Ordinal) && b.Name.EndsWith("." + name, StringComparison.Ordinal));

    // src/Modules/Cases/… is Cases, src/Ui/… is Ui.
    private static string ProjectOf(string file) => file.Split('/') is ["src", "Modules", var module, ..] ? module : file.Split('/')[1];
}
