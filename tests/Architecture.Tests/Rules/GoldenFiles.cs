using System.Text.Json;
using System.Text.Json.Nodes;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>The golden JSON of events, wherever in tests/ a module keeps it.</summary>
internal static class GoldenFiles
{
    /// <summary>Alias (as in the file's name) and the files that hold it.</summary>
    public static ILookup<string, string> Paths { get; } =
        Folders("events").SelectMany(d => Directory.EnumerateFiles(d, "*.json")).ToLookup(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal);

    /// <summary>The folders of one kind of golden files.</summary>
    public static IEnumerable<string> Folders(string kind) =>
        Directory.EnumerateDirectories(Repository.PathOf("tests"), "golden", SearchOption.AllDirectories)
            .Where(d => !d.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(d => Path.Combine(d, kind)).Where(Directory.Exists);

    public static string FileOf(string alias) => alias.Replace('/', '-');

    /// <summary>Every event of the house as its golden file tells it, in the order of aliases, each in a stream of its own.</summary>
    public static IReadOnlyList<Recorded> All { get; } =
    [
        .. new EventTypes(House.Assemblies.Select(a => new EventAssembly(a))).ByAlias.OrderBy(e => e.Key, StringComparer.Ordinal)
            .Where(e => Paths[FileOf(e.Key)].Any())
            .Select((e, i) => Record(e.Key, (IEvent)Codes(JsonNode.Parse(File.ReadAllText(Paths[FileOf(e.Key)].First()))!).Deserialize(e.Value, EventJson.Options)!, i + 1)),
    ];

    // A sample holds the field's own name where a journal holds a code, and clocks refuse to compute with a code that they don't know.
    private static JsonNode Codes(JsonNode json)
    {
        foreach (var (name, value) in json is JsonObject fields ? fields.ToList() : [])
            if (Code(name) is { } code && value is JsonValue text && text.GetValueKind() == JsonValueKind.String && string.Equals(text.GetValue<string>(), name, StringComparison.OrdinalIgnoreCase))
                json[name] = code;
        return json;
    }

    private static string? Code(string field) => field switch
    {
        "licence" => "licensed",
        "profession" => "nurse",
        "serviceLine" => "primary_care",
        "register" or "seen" => "health",
        "municipality" => "272",
        "language" => "fi",
        "urgency" => "non_urgent",
        _ => null,
    };

    public static Recorded Record(string alias, IEvent e, int position) => new(
        position, new Guid(position, 0, 0, new byte[8]), 1, alias, e, TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.Empty);
}
