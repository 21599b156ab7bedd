using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Cli;

/// <summary>Reads the facts of one matter; what is wrong is said with its line, and nothing is skipped.</summary>
internal static class FactsFile
{
    private const string Name = "facts";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonSchema Schema = ReadSchema();

    public static (ClockFacts? Facts, CountySettings Settings, string? Error) Read(string json, CountySettings settings)
    {
        var problems = Schema.Check(Name, json);
        if (problems.Count > 0)
            return (null, settings, string.Join(" ", problems));
        var said = JsonSerializer.Deserialize<Said>(json, Options)!;
        if (UnknownCode(said) is { } unknown)
            return (null, settings, unknown);
        try
        {
            foreach (var (name, value) in said.Settings ?? [])
                settings = settings.With(name, value.ToString() is var text && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text);
        }
        catch (ArgumentOutOfRangeException e)
        {
            return (null, settings, $"\"{e.ActualValue}\" is not a county setting and its value. See docs/clock-facts.md for the list.");
        }

        return Contradiction(said) is { } sentence ? (null, settings, sentence) : (Facts(said), settings, null);
    }

    private static string? UnknownCode(Said said)
    {
        if (!ClockVocabulary.ServiceLines.Contains(said.Line, StringComparer.Ordinal))
            return Unknown("service line", said.Line, ClockVocabulary.ServiceLines);
        if (said.Facts.Find(fact => !ClockVocabulary.Facts.Contains(fact.Fact, StringComparer.Ordinal)) is { } fact)
            return Unknown("fact", fact.Fact, ClockVocabulary.Facts);
        if (said.Facts.Find(f => f.Profession is not null && !ClockVocabulary.Professions.Contains(f.Profession, StringComparer.Ordinal)) is { } doer)
            return Unknown("profession", doer.Profession!, ClockVocabulary.Professions);
        return said.Reasons?.Find(reason => !ClockVocabulary.Reasons.Contains(reason, StringComparer.Ordinal)) is { } flag
            ? Unknown("reason", flag, ClockVocabulary.Reasons)
            : null;
    }

    private static string? Contradiction(Said said)
    {
        if (said.BirthDate > said.Opened)
            return $"The person is born on {ClockCommand.Iso(said.BirthDate)}, after the contact on {ClockCommand.Iso(said.Opened)}. Correct one of the dates.";
        if (said.Register is { } register && register != ClockVocabulary.RegisterOf(said.Line))
            return $"The service line {said.Line} belongs to the register {ClockVocabulary.RegisterOf(said.Line)}, not {register}. Correct one of them.";
        if (said.Facts.Find(fact => fact.Day < said.Opened && fact.Fact is not ("birth" or "placement")) is { } early)
            return $"{early.Fact} on {ClockCommand.Iso(early.Day)} is before the matter was opened on {ClockCommand.Iso(said.Opened)}. Correct one of the dates.";
        if (said.Endings?.Find(ending => ending.Day < said.Opened) is { } ended)
            return $"The matter ends on {ClockCommand.Iso(ended.Day)}, before it was opened on {ClockCommand.Iso(said.Opened)}. Correct one of the dates.";
        return said.SchoolClosed?.Find(period => period.To < period.From) is { } period
            ? $"The school's closed period from {ClockCommand.Iso(period.From)} ends before it begins. Correct one of the dates."
            : null;
    }

    private static ClockFacts Facts(Said said) => new(
        new ClockSubject(said.Opened, ClockVocabulary.RegisterOf(said.Line), said.Line, said.Age, said.Reasons ?? [])
        {
            BirthDate = said.BirthDate,
            SchoolClosed = said.SchoolClosed?.ConvertAll(period => new DateInterval(period.From, period.To)),
        },
        said.Facts.Select(fact => fact with { Licence = fact.Licence ?? ClockVocabulary.LicenceOf(fact.Profession) }),
        said.Endings);

    private static string Unknown(string what, string code, IReadOnlyList<string> known) =>
        $"There is no {what} \"{code}\". Use one of: {string.Join(", ", known)}.";

    private static JsonSchema ReadSchema()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("clock-facts.schema.json")!);
        return JsonSchema.Parse("clock-facts.schema.json", reader.ReadToEnd(), [])!;
    }

    private sealed record Period(LocalDate From, LocalDate To);

    private sealed record Said(
        LocalDate Opened,
        string Line,
        List<ClockFact> Facts,
        string? Register = null,
        LocalDate? BirthDate = null,
        int? Age = null,
        List<string>? Reasons = null,
        List<ClockEnding>? Endings = null,
        List<Period>? SchoolClosed = null,
        Dictionary<string, JsonElement>? Settings = null);
}
