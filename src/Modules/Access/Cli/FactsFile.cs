using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Cli;

/// <summary>Reads the facts of one matter; what is wrong is said with its file and line, and nothing is skipped.</summary>
internal static class FactsFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonSchema Schema = ReadSchema();

    /// <param name="file">The name by which the file is called in the problems.</param>
    public static (ClockFacts? Facts, CountySettings Settings, IReadOnlyList<ContentProblem> Problems) Read(string file, string json, CountySettings settings, RuleSet rules)
    {
        if (Schema.Check(file, json) is { Count: > 0 } shape)
            return (null, settings, shape);
        var place = new FactsPlace(file, JsonLines.Of(json));
        if (Said(json, place, out var unread) is not { } said)
            return (null, settings, [unread!]);
        IReadOnlyList<ContentProblem> problems = [.. FactsCodes.Of(said, rules, place)];
        if (problems.Count == 0)
            problems = [.. Contradictions.Of(said, place)];
        if (problems.Count > 0)
            return (null, settings, problems);
        foreach (var (name, value) in said.Settings ?? [])
            settings = settings.With(name, FactsCodes.Text(value));
        return (Facts(said), settings, []);
    }

    /// <summary>Null and the problem when a value keeps the schema and can't be read all the same, as a number written 4e1.</summary>
    private static SaidFacts? Said(string json, FactsPlace place, out ContentProblem? unread)
    {
        unread = null;
        try
        {
            return JsonSerializer.Deserialize<SaidFacts>(json, Options);
        }
        catch (JsonException wrong)
        {
            unread = place.Problem("The value here can't be read: write it in the ordinary way, without an exponent or decimals.", wrong.Path ?? "$");
            return null;
        }
    }

    private static ClockFacts Facts(SaidFacts said) => new(
        new ClockSubject(said.Opened, ClockVocabulary.RegisterOf(said.Line), said.Line, said.Age, said.Reasons ?? [])
        {
            BirthDate = said.BirthDate,
            CountsFrom = said.CountsFrom > said.Opened ? said.CountsFrom : null,
            SchoolClosed = said.SchoolClosed?.ConvertAll(period => new DateInterval(period.From, period.To)),
        },
        said.Facts.Select(fact => fact with { Licence = fact.Licence ?? ClockVocabulary.LicenceOf(fact.Profession) }),
        said.Endings);

    private static JsonSchema ReadSchema()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("clock-facts.schema.json")!);
        return JsonSchema.Parse("clock-facts.schema.json", reader.ReadToEnd(), [])!;
    }
}

/// <summary>The file and the line of each of its values.</summary>
internal sealed record FactsPlace(string File, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>A problem at the first of the paths that is in the file. Nobody but the command line says it, so its reason is in English alone.</summary>
    public ContentProblem Problem(string reason, params string[] paths)
    {
        foreach (var path in paths)
            if (Lines.TryGetValue(path, out var line))
                return new(File, line, path, $"{reason}");
        return new(File, 1, "$", $"{reason}");
    }
}
