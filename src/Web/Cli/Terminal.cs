using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Yhteys.Web.Cli;

/// <summary>Where a verb answers: results to one stream, sentences about trouble and progress to the other.</summary>
internal sealed class Terminal(TextWriter answers, TextWriter notes)
{
    public const int Fine = 0, Unexpected = 1, BadInput = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new Day(), new Moment() },
    };

    private static readonly JsonSerializerOptions JsonLine = new(Json) { WriteIndented = false };

    public TextWriter Answers { get; } = answers;
    public TextWriter Notes { get; } = notes;
    public bool AsJson { get; set; }

    /// <summary>Answers with an object (--json) or with its lines of text.</summary>
    public int Answer(object result, params IEnumerable<string> lines)
    {
        if (AsJson)
            Answers.WriteLine(JsonSerializer.Serialize(result, Json));
        else
            foreach (var line in lines)
                Answers.WriteLine(line);
        return Fine;
    }

    /// <summary>Answers and ends with 2, for a check that found something wrong.</summary>
    public int AnswerBad(object result, params IEnumerable<string> lines)
    {
        Answer(result, lines);
        return BadInput;
    }

    /// <summary>The input can't be used: one sentence that says what to do.</summary>
    public int Refuse(string sentence) => Fail(sentence, BadInput);

    internal int Fail(string sentence, int code)
    {
        Notes.WriteLine(AsJson ? JsonSerializer.Serialize(new { error = sentence }, JsonLine) : sentence);
        return code;
    }

    /// <summary>Progress and warnings; in JSON each is an object on a line of its own, as an error is.</summary>
    public void Note(string sentence) => Notes.WriteLine(AsJson ? JsonSerializer.Serialize(new { note = sentence }, JsonLine) : sentence);

    private sealed class Day : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class Moment : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
