using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>The plan that the view of watched matters folds with. It changes only together with the view, when another version is taken into use.</summary>
internal sealed class EscalationsInForce(ContentStore content)
{
    private volatile EscalationPlan? _plan;

    /// <summary>Keep it in a variable when several answers must agree.</summary>
    public EscalationPlan Plan => _plan ??= Read(content);

    public void Set(EscalationPlan plan) => _plan = plan;

    // The journal asks for the hash of its views before it takes the content into use, so the files may not have been read yet.
    private static EscalationPlan Read(ContentStore content)
    {
        if (content.Current.Missing.Count > 0 && content.Load() is [var first, ..] && content.Current.Files(ContentKinds.Escalations).Count == 0)
            throw new InvalidOperationException($"There is no sound plan of escalation: {first}");
        return EscalationReader.Of(content.Current);
    }
}

/// <summary>Reads content/escalations, which has passed its schema and check.</summary>
internal static class EscalationReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new DateConverter(), new TimeConverter() } };

    public static EscalationPlan Of(ContentSnapshot content)
    {
        var files = content.Files(ContentKinds.Escalations).Select(Read).ToList();
        return new([.. files.SelectMany(f => f.Escalations ?? [])], files.First(f => f.Settings is not null).Settings!, content.HashOf(ContentKinds.Escalations));
    }

    public static EscalationFile Read(ContentFile file) => JsonSerializer.Deserialize<EscalationFile>(file.Json, Options)!;

    private sealed class TimeConverter : JsonConverter<LocalTime>
    {
        private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(Pattern.Format(value));
    }
}

internal sealed record EscalationFile(IReadOnlyList<EscalationRule>? Escalations, EscalationSettings? Settings);
