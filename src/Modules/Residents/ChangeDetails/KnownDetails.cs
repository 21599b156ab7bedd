using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>What is known of a person now and may be changed.</summary>
public sealed record KnownDetails(PersonName Name, PostalAddress? Address, ContactData Contact, string? Municipality, string Language)
{
    public static KnownDetails Of(PersonRow row, People people) => new(
        people.NameOf(row) ?? new(null, null), people.AddressOf(row), people.ContactDataOf(row) ?? new(null, null), people.MunicipalityOf(row), row.Language);

    /// <summary>The fields of a form and what each holds beforehand.</summary>
    internal IReadOnlyDictionary<string, string?> Fields => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["GivenNames"] = Name.GivenNames,
        ["Surname"] = Name.Surname,
        ["PreferredName"] = Name.Preferred,
        ["Language"] = Language,
        ["Phone"] = Contact.Phone,
        ["Email"] = Contact.Email,
        ["Reach"] = Contact.Reach,
        ["Street"] = Address?.Street,
        ["Postcode"] = Address?.Postcode,
        ["Town"] = Address?.Town,
        ["Municipality"] = Municipality,
    };

    /// <summary>What a form may hold beforehand: under non-disclosure no place, number or address reaches the page. The way that is safe for the person does.</summary>
    public static KnownDetails Shown(PersonRow row, People people)
    {
        var known = Of(row, people);
        return row.NonDisclosure ? known with { Address = null, Contact = new(null, null, known.Contact.Reach), Municipality = null } : known;
    }
}
