using System.Globalization;
using System.Resources;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Residents.Vault;

/// <summary>
/// A person's name; given names in full, the one that the person goes by is used on screens. What nobody knows is null, and told in the reader's language.
/// </summary>
/// <param name="Preferred">What the person wishes to be called (kutsumanimi); null where it is the first of the given names.</param>
[JsonConverter(typeof(PersonNameJson))]
public sealed record PersonName(string? GivenNames, string? Surname, string? Preferred = null)
{
    private static readonly ResourceManager Words = new(typeof(Texts));

    public string Full => Told(GivenNames);

    public string Short => Told(Preferred ?? GivenNames?.Split(' ')[0]);

    /// <summary>What is known of it, without words about what is not.</summary>
    internal string Known => string.Join(' ', new[] { GivenNames, Surname }.OfType<string>());

    /// <summary>What of it can be no name; null when all can.</summary>
    internal Refusal? Refused() =>
        !Typed.IsName(GivenNames ?? "x") ? new GivenNamesWrong()
        : !Typed.IsName(Surname ?? "x") ? new SurnameWrong()
        : !Typed.IsName(Preferred ?? "x") ? new PreferredNameWrong()
        : null;

    /// <summary>Adds what is wrong with the names of a form.</summary>
    internal static void Check(FormState form, IStringLocalizer<Texts> texts)
    {
        foreach (var field in (string[])["GivenNames", "Surname", "PreferredName"])
        {
            form.Limit(field, RegisterPerson.MostCharacters, texts["NameTooLong"]);
            form.CheckName(field, texts[field + "Wrong"]);
        }
    }

    private string Told(string? given) => (given, Surname) switch
    {
        ({ } first, { } last) => $"{first} {last}",
        (null, null) => Words.GetString("NameUnknown", CultureInfo.CurrentUICulture)!,
        ({ } first, null) => string.Format(CultureInfo.InvariantCulture, Words.GetString("SurnameUnknown", CultureInfo.CurrentUICulture)!, first),
        (null, { } last) => string.Format(CultureInfo.InvariantCulture, Words.GetString("GivenNamesUnknown", CultureInfo.CurrentUICulture)!, last),
    };
}
