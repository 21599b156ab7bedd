using Microsoft.Extensions.Localization;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>What a professional has typed of a person's details: only what differs from what is known is a change.</summary>
internal static class DetailsForm
{
    /// <param name="hidden">The person is under non-disclosure: place and contact data were not on the page, and an empty field leaves them as they are.</param>
    public static ChangePersonalData Read(Guid person, FormState form, KnownDetails known, bool hidden, IStringLocalizer<Texts> texts)
    {
        PersonName.Check(form, texts);
        ContactFields.Check(form, texts);
        if (hidden) HiddenFields.Check(form, texts);
        var (name, contact, address) = (Name(form, known.Name, texts), ContactFields.Now(form, known.Contact, hidden), Address(form, known.Address, hidden, texts));
        form.Errors.InOrder([.. HiddenFields.WithBoxes(KnownDetails.Names)]);
        return new(
            person,
            name == known.Name ? null : name,
            address == known.Address ? null : address,
            contact == known.Contact ? null : contact,
            form.Text("Municipality") is { } code && code != known.Municipality ? code : null,
            form.Text("Language") is { } language && language != known.Language ? language : null,
            NoAddress: address is null && known.Address is not null,
            NoMunicipality: hidden && known.Municipality is not null && HiddenFields.Removed(form, HiddenFields.Municipality),
            Seen: form.Seen);
    }

    private static PersonName Name(FormState form, PersonName known, IStringLocalizer<Texts> texts) => new(
        Known(form, "GivenNames", known.GivenNames, texts["GivenNamesMissing"]), Known(form, "Surname", known.Surname, texts["SurnameMissing"]),
        ContactFields.Now(form, "PreferredName", known.Preferred, false));

    // What is known of a name is not made unknown by leaving its field empty.
    private static string? Known(FormState form, string field, string? known, string missing) => known is null ? form.Text(field) : form.Require(field, missing);

    private static PostalAddress? Address(FormState form, PostalAddress? known, bool hidden, IStringLocalizer<Texts> texts)
    {
        if (KnownDetails.OfAddress.All(part => form.Text(part) is null)) return (hidden ? HiddenFields.Removed(form, HiddenFields.Address) : form["Street"] is not null) ? null : known;
        foreach (var (part, most) in KnownDetails.OfAddress.Zip([200, 20, 100]))
        {
            form.Require(part, texts["AddressPartMissing"]);
            form.Limit(part, most, texts["AddressPartTooLong", most]);
        }

        return new(form.Text("Street") ?? "", form.Text("Postcode") ?? "", form.Text("Town") ?? "");
    }
}
