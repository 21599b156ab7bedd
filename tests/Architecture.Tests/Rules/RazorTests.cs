using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>What a screen says comes from the text resources.</summary>
public sealed class RazorTests
{
    // The product's own name, and the names of languages in their own language.
    private static readonly string[] Names = ["Yhteys", "FI – Suomeksi", "SV – På svenska", "EN – In English"];

    [Fact]
    public void No_screen_has_a_word_of_its_own()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src"), "*.razor", SearchOption.AllDirectories).ToList();

        files.Count.ShouldBeGreaterThan(60);
        files.SelectMany(f => Said(File.ReadAllText(f)).Select(s => $"{Path.GetFileName(f)}: {s}")).ShouldBeEmpty("Write it into the Texts of the module, in fi, sv and en.");
    }

    [Theory]
    [InlineData("<p>Lähetä viesti</p>", "Lähetä viesti")]
    [InlineData("<Button>Send</Button>", "Send")]
    [InlineData("<TextInput Name=\"A\" Label=\"Nimi\" />", "Nimi")]
    [InlineData("<p>@T[\"Key\"] ja muuta</p>", "ja muuta")]
    [InlineData("@if (x)\n{\n    <p>Sulje</p>\n}", "Sulje")]
    [InlineData("<p>@T[\"Key\"]</p>\n@code {\n    private string Word => \"Tämä on väärin\";\n}", "Tämä on väärin")]
    public void Canary(string razor, string said) => Said(razor).ShouldBe([said]);

    [Theory]
    [InlineData("@namespace A.B\n@inject IStringLocalizer<Texts> T\n<PageHeading Text=\"@T[\"Title\"]\" />")]
    [InlineData("@foreach (var row in Rows)\n{\n    var name = row.Name;\n    <td data-label=\"@T[\"Name\"]\">@name · @(row.Age is { } age ? $\"{age}\" : \"–\")</td>\n}")]
    [InlineData("<LinkButton Href=\"@Csv\" Summary=\"false\">CSV</LinkButton>\n@{ var number = 0; }")]
    [InlineData("<input type=\"hidden\" name=\"Back\" value=\"@Back\" class=\"plain\">&nbsp;")]
    [InlineData("@* A comment in plain words. *@\n<p>@T[$\"Event_{Model.Key.Replace('.', '_')}\"]</p>")]
    public void What_is_allowed(string razor) => Said(razor).ShouldBeEmpty();

    private static List<string> Said(string razor) =>
        [.. RazorMarkup.HardCoded(razor).Concat(RazorMarkup.SentencesIn(RazorMarkup.CodeOf(razor))).Except(Names)];
}
