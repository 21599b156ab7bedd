using NodaTime;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>What an identity card (henkilökortti) shows: who the person is and how to reach them, nothing of their matters.</summary>
/// <param name="Code">Identity code or temporary id.</param>
/// <param name="Hidden">Under non-disclosure: place and contact data are not shown.</param>
/// <param name="Preferred">What the person wishes to be called, if it is not the first given name.</param>
/// <param name="Reach">How the person wishes to be reached: the way alone, which tells no number or place, and of one under non-disclosure it is the safe one.</param>
/// <param name="Opened">The one hidden field that was opened with a reason: address, municipality, phone or email.</param>
public sealed record IdentityCardModel(
    Guid Person, string Name, string? Code, bool Temporary, LocalDate? BirthDate, int? Age, string Language,
    string? Municipality, PostalAddress? Address, string? Phone, string? Email, bool Hidden, LocalDate? DiedOn, string? Opened = null, string? Preferred = null,
    string? Reach = null)
{
    public static IReadOnlyList<string> HiddenFields { get; } = ["address", "municipality", "phone", "email"];

    public bool Shows(string field) => !Hidden || Opened == field;

    /// <param name="opened">The hidden field to show, after its reason has been logged.</param>
    public static IdentityCardModel Of(PersonRow row, People people, LocalDate today, string? opened = null)
    {
        var contact = people.ContactDataOf(row);
        var model = new IdentityCardModel(
            row.Person, people.NameOf(row)?.Full ?? "", people.CodeOf(row), row.CodeKey is null, row.BirthDate, row.AgeOn(today), row.Language,
            people.MunicipalityOf(row), people.AddressOf(row), contact?.Phone, contact?.Email, row.NonDisclosure, row.DiedOn, opened,
            people.NameOf(row)?.Preferred, contact?.Reach);
        return model.Hidden
            ? model with
            {
                // What is not shown doesn't reach the page at all.
                Municipality = opened == "municipality" ? model.Municipality : null,
                Address = opened == "address" ? model.Address : null,
                Phone = opened == "phone" ? model.Phone : null,
                Email = opened == "email" ? model.Email : null,
            }
            : model;
    }
}
