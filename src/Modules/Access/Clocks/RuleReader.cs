using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>Reads one file of rules or promises. The shape is checked by the schema first, so that reading it can't fail half-way.</summary>
internal static class RuleReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonSchema RuleSchema = Schema("rule.schema.json");
    private static readonly JsonSchema PromiseSchema = Schema("promise.schema.json");

    public static IEnumerable<LocatedRule> Read(string file, string json, List<ContentProblem> problems)
    {
        var promises = IsPromises(json);
        var found = (promises ? PromiseSchema : RuleSchema).Check(file, json);
        problems.AddRange(found);
        if (found.Count > 0)
            return [];
        var read = JsonSerializer.Deserialize<RuleFile>(json, Options)!;
        if (read.Acts is { } acts)
            problems.AddRange(TextChecks.OfActs(file, json, acts));
        return promises
            ? Locate(file, json, read.Promises!.Select(rule => rule with { Kind = RuleKind.Promise }))
            : Locate(file, json, read.Rules!.Select(rule => Named(rule, read, file, json, problems)));
    }

    /// <summary>The rule in a text that is the same for the same rule.</summary>
    public static string TextOf(ClockRule rule) => JsonSerializer.Serialize(rule, Options);

    private static bool IsPromises(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("promises", out _);
        }
        catch (JsonException)
        {
            return false; // The schema check says where it is broken.
        }
    }

    private static ClockRule Named(ClockRule rule, RuleFile file, string path, string json, List<ContentProblem> problems)
    {
        if (file.Acts!.TryGetValue(rule.Law!.Act, out var name))
            return rule with { Law = rule.Law with { Name = name } };
        problems.Add(new(path, LocatedRule.LineIn(json, rule.Id, rule.Law.Act), $"$.rules.{rule.Id}.law.act", $"Act {rule.Law.Act} is not in the file's list of acts: add its name there."));
        return rule;
    }

    private static List<LocatedRule> Locate(string file, string json, IEnumerable<ClockRule> rules) =>
        [.. rules.Select(rule => new LocatedRule(rule, file, json))];

    private static JsonSchema Schema(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var problems = new List<ContentProblem>();
        return JsonSchema.Parse(name, reader.ReadToEnd(), problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private sealed record RuleFile(
        Dictionary<string, ActName>? Acts = null,
        IReadOnlyList<ClockRule>? Rules = null,
        IReadOnlyList<ClockRule>? Promises = null)
    {
        [JsonPropertyName("$schema")]
        public string? SchemaName { get; init; }
    }
}

/// <summary>Earlier places of a limit. A version of the law that an earlier program took into use has undated words there, which cite nothing.</summary>
internal sealed class EarlierConverter : JsonConverter<IReadOnlyList<EarlierPlace>>
{
    public override IReadOnlyList<EarlierPlace>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? null : JsonSerializer.Deserialize<List<EarlierPlace>>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<EarlierPlace> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}

/// <summary>Dates as 2026-11-30.</summary>
internal sealed class DateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } date
            ? date.Value
            : throw new JsonException($"\"{reader.GetString()}\" is not a date: write it as year-month-day, for example 2026-01-31.");

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
