using Microsoft.Extensions.Localization;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>The number for an answer by phone: the one on file, else it is asked in the form and kept with the contact data of whoever contacts.</summary>
/// <param name="Whom">Who is called: whoever contacts.</param>
/// <param name="Known">What is on file, also under non-disclosure.</param>
public sealed record CallBack(PersonRow Whom, ContactData? Known)
{
    /// <summary>Field of the form that asked for the number once: whoever has none is recorded all the same.</summary>
    internal const string Asked = "PhoneAsked";

    private const int MostCharacters = 50;

    internal static CallBack Of(PersonRow whom, People people) => new(whom, people.ContactDataOf(whom));

    internal bool Missing => Known?.Phone is null;

    /// <summary>The number as a page may show it; null when there is none, or under non-disclosure.</summary>
    internal string? Shown => Whom.NonDisclosure ? null : Known?.Phone;

    /// <summary>In danger nobody is kept from sending: what was typed is kept as it is.</summary>
    /// <param name="recorded">A professional records what the person tells.</param>
    internal void Check(FormState form, IStringLocalizer<Texts> texts, bool recorded = false)
    {
        if (form.Text("ReplyBy") != "phone" || form.Text("Danger") == "yes") return;
        form.Limit("Phone", MostCharacters, texts["Notice.PhoneTooLong"]);
        if (form.Text("Phone") is { } phone && !Typed.IsPhone(phone)) form.Errors.Add("Phone", texts["Contact.PhoneWrong"]);
        if (Missing && form.Text("Phone") is null && !(recorded && form.Has(Asked, "true")))
            form.Errors.Add("Phone", texts[recorded ? "Record.PhoneMissing" : "Contact.PhoneMissing"]);
    }

    /// <summary>What the form changes in the contact data; null = nothing.</summary>
    internal ChangePersonalData? Change(FormState form) =>
        form.Text("ReplyBy") == "phone" && form.Text("Phone") is { Length: <= MostCharacters } phone && phone != Known?.Phone
            ? new(Whom.Person, ContactData: (Known ?? new(null, null)) with { Phone = phone })
            : null;
}
