using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Kernel;

/// <summary>The bytes of an event. Sealing happens here: a <see cref="Sealed{T}"/> is written only encrypted.</summary>
public static class EventJson
{
    /// <summary>Options without keys: reads everything, writes what is already sealed.</summary>
    public static readonly JsonSerializerOptions Options = Create(null);

    /// <param name="heard">Hears the key of each sealed value that is read.</param>
    internal static JsonSerializerOptions Create(KeyRing? ring, Action<Guid>? heard = null) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // What an event means to others is computed from its fields; only the fields are kept.
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new TextConverter<Instant>(InstantPattern.ExtendedIso),
            new TextConverter<LocalDate>(LocalDatePattern.Iso),
            new TextConverter<LocalTime>(LocalTimePattern.ExtendedIso),
            new TextConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso),
            new IntervalConverter(),
            new JsonStringEnumConverter(),
            new SealedConverterFactory(ring, heard),
        },
    };

    /// <summary>An event of the journal as all views and states see it.</summary>
    internal static IEvent AsRead(IEvent e, Instant happenedAt) => e is IReadWithTime written ? written.ReadWith(happenedAt) : e;

    /// <summary>Days from the first to the last, both included: 2026-10-19/2026-10-23. By itself it would be written as a list of days.</summary>
    private sealed class IntervalConverter : JsonConverter<DateInterval>
    {
        public override DateInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var days = reader.GetString()!.Split('/');
            return new(LocalDatePattern.Iso.Parse(days[0]).Value, LocalDatePattern.Iso.Parse(days[1]).Value);
        }

        public override void Write(Utf8JsonWriter writer, DateInterval value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{LocalDatePattern.Iso.Format(value.Start)}/{LocalDatePattern.Iso.Format(value.End)}");
    }

    private sealed class TextConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
