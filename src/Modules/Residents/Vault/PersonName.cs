using System.Globalization;
using System.Resources;
using System.Text.Json.Serialization;

namespace Yhteys.Residents.Vault;

/// <summary>A person's name; given names in full, the first one is used on screens. What nobody knows is null, and told in the reader's language.</summary>
[JsonConverter(typeof(PersonNameJson))]
public sealed record PersonName(string? GivenNames, string? Surname)
{
    private static readonly ResourceManager Words = new(typeof(Texts));

    public string Full => Told(GivenNames);

    public string Short => Told(GivenNames?.Split(' ')[0]);

    /// <summary>What is known of it, without words about what is not.</summary>
    internal string Known => string.Join(' ', new[] { GivenNames, Surname }.OfType<string>());

    private string Told(string? given) => (given, Surname) switch
    {
        ({ } first, { } last) => $"{first} {last}",
        (null, null) => Words.GetString("NameUnknown", CultureInfo.CurrentUICulture)!,
        ({ } first, null) => string.Format(CultureInfo.InvariantCulture, Words.GetString("SurnameUnknown", CultureInfo.CurrentUICulture)!, first),
        (null, { } last) => string.Format(CultureInfo.InvariantCulture, Words.GetString("GivenNamesUnknown", CultureInfo.CurrentUICulture)!, last),
    };
}
