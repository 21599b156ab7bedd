using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Escalation.Plan;

/// <summary>The plan that the view of watched matters folds with.</summary>
internal sealed class EscalationsInForce(ContentStore content) : InForce<EscalationPlan>(content, ContentKinds.Escalations, EscalationReader.Of)
{
    public EscalationPlan Plan => Current;
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
