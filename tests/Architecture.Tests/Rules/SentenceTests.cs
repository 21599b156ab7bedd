using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yhteys.Architecture.Tests.Il;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>A sentence that the code says in English has its Finnish and Swedish, and none is translated that nobody says.</summary>
public sealed partial class SentenceTests
{
    [Fact]
    public void Every_sentence_is_translated_and_every_translation_is_of_a_sentence()
    {
        var said = House.Assemblies.SelectMany(a => a.GetTypes()).SelectMany(Reach.MethodsOf).SelectMany(IlReader.Formats)
            .Concat(FormsInSchemas()).Where(s => Word().IsMatch(s)).Distinct().ToList();
        said.Count.ShouldBeGreaterThan(90);
        TextBooks.All.Single(b => TextBooks.IsKeyedInEnglish(b.Name)).Fi.Keys.ShouldBe(said, ignoreOrder: true);
    }

    [Fact]
    public void Canary() => IlReader.Formats(typeof(SentenceTests).GetMethod(nameof(Said), BindingFlags.NonPublic | BindingFlags.Static)!)
        .ShouldBe(["a {0}", "The {0} is {1}, not {2}.", "Nothing."]);

    private static FormattableString Said(int? count) => count is null
        ? (FormattableString)$"Nothing."
        : $"The {string.Format(null, "{0}{1}{2}{3}", "a", 1, 2, 3)} is {(FormattableString)$"a {count}"}, not {count}.";

    // What a schema says of the form of a value is put into a sentence.
    private static IEnumerable<string> FormsInSchemas() => Directory.EnumerateFiles(Repository.PathOf("content/schemas"), "*.json").SelectMany(file =>
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(file));
        return Forms(schema.RootElement).ToList();
    });

    private static IEnumerable<string> Forms(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(member => Forms(member.Value)).Concat(
            schema.TryGetProperty("pattern", out _) && schema.TryGetProperty("description", out var form) ? [form.GetString()!] : []),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Forms),
        _ => [],
    };

    // Not what holds only holes: {0} {1}.
    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
