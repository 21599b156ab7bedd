using System.Text.Json;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>What a county changes without code is checked data.</summary>
public sealed class ContentTests
{
    // A table of codes of one year, part of the program; and the shape of what the command line is asked.
    private static readonly string[] NotTaken = ["municipalities", "schemas"], OtherSchemas = ["clock-facts"];

    [Fact]
    public void Every_folder_of_content_is_a_kind_with_a_schema_and_a_file()
    {
        Folders().Except(NotTaken).Order(StringComparer.Ordinal).ShouldBe(ContentKinds.All.Order(StringComparer.Ordinal));
        ContentKinds.All.SelectMany(k => Faults(k, Repository.PathOf("content"))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_schema_is_of_a_kind() =>
        Directory.EnumerateFiles(Repository.PathOf("content/schemas")).Select(f => Path.GetFileName(f)[..^".schema.json".Length])
            .Except([.. ContentKinds.All.Select(k => k[..^1]), .. OtherSchemas]).ShouldBeEmpty();

    [Fact]
    public void Canary()
    {
        Faults("wishes", Repository.PathOf("content")).Count().ShouldBe(2);
        Faults("rules", Repository.PathOf("content")).ShouldBeEmpty();
    }

    private static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Repository.PathOf("content")).Select(d => Path.GetFileName(d));

    private static IEnumerable<string> Faults(string kind, string content)
    {
        var schema = Path.Combine(content, ContentKinds.SchemaOf(kind));
        if (!File.Exists(schema) || !IsSchema(schema))
            yield return $"{kind} has no schema";
        var folder = Path.Combine(content, kind);
        if (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*.json").Any())
            yield return $"{kind} has no file";
    }

    // A schema that allows anything checks nothing.
    private static bool IsSchema(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.TryGetProperty("properties", out _) && json.RootElement.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
    }
}
