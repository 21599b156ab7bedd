using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yhteys.Residents.Vault;

/// <summary>
/// A name as it lies sealed. Older journals hold words in place of a part that a notifier did not know, in the notifier's language: they are read as nothing,
/// unless the name says that it is somebody's own.
/// </summary>
internal sealed class PersonNameJson : JsonConverter<PersonName>
{
    private static readonly string[] OldGivenNames = ["Nimi", "Namnet", "Name"], OldSurnames = ["ei tiedossa", "okänt", "not known"];

    public override PersonName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (given, surname, own, preferred) = JsonSerializer.Deserialize<Kept>(ref reader, options)!;
        return own == true ? new(given, surname, preferred)
            : new(OldGivenNames.Contains(given, StringComparer.Ordinal) ? null : given, OldSurnames.Contains(surname, StringComparer.Ordinal) ? null : surname, preferred);
    }

    public override void Write(Utf8JsonWriter writer, PersonName value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        new Kept(value.GivenNames, value.Surname, OldGivenNames.Contains(value.GivenNames, StringComparer.Ordinal) || OldSurnames.Contains(value.Surname, StringComparer.Ordinal) ? true : null, value.Preferred),
        options);

    /// <param name="Own">True where a part is one of the old words and somebody's own name all the same.</param>
    private sealed record Kept(string? GivenNames, string? Surname, bool? Own = null, string? Preferred = null);
}
