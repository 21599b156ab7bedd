using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>What is known of a person now and may be changed.</summary>
public sealed record KnownDetails(PersonName Name, PostalAddress? Address, ContactData Contact, string? Municipality, string Language)
{
    private static readonly (string Name, Func<KnownDetails, string?> Of)[] All =
    [
        ("GivenNames", k => k.Name.GivenNames),
        ("Surname", k => k.Name.Surname),
        ("PreferredName", k => k.Name.Preferred),
        ("Language", k => k.Language),
        ("Phone", k => k.Contact.Phone),
        ("Email", k => k.Contact.Email),
        ("Reach", k => k.Contact.Reach),
        ("Street", k => k.Address?.Street),
        ("Postcode", k => k.Address?.Postcode),
        ("Town", k => k.Address?.Town),
        ("Municipality", k => k.Municipality),
    ];

    /// <summary>The fields of a form, in the order of the page.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(f => f.Name)];

    /// <summary>Those of an address.</summary>
    internal static IReadOnlyList<string> OfAddress { get; } = ["Street", "Postcode", "Town"];

    public static KnownDetails Of(PersonRow row, People people) => new(
        people.NameOf(row) ?? new(null, null), people.AddressOf(row), people.ContactDataOf(row) ?? new(null, null), people.MunicipalityOf(row), row.Language);

    /// <summary>The fields of a form and what each holds beforehand.</summary>
    internal IReadOnlyList<ShownField> Fields => [.. All.Select(f => new ShownField(f.Name, f.Of(this)))];

    /// <summary>Those of the person's own page, which asks less.</summary>
    internal IReadOnlyList<ShownField> OwnFields => [.. Fields.Where(f => f.Name is "Phone" or "Email" or "Reach" or "Language")];

    /// <summary>What a form may hold beforehand: under non-disclosure no place, number or address reaches the page. The way that is safe for the person does.</summary>
    public static KnownDetails Shown(PersonRow row, People people)
    {
        var known = Of(row, people);
        return row.NonDisclosure ? known with { Address = null, Contact = new(null, null, known.Contact.Reach), Municipality = null } : known;
    }
}
