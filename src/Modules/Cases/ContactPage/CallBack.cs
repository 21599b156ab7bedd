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

    // Of the story, for what was typed for a number.
    private const int MostBeside = 300;

    internal static CallBack Of(PersonRow whom, People people) => new(whom, people.ContactDataOf(whom));

    internal bool Missing => Known?.Phone is null;

    /// <summary>The number as a page may show it; null when there is none, or under non-disclosure.</summary>
    internal string? Shown => Whom.NonDisclosure ? null : Known?.Phone;

    /// <summary>In danger nobody is kept from sending: what is no number then is told in the story.</summary>
    /// <param name="recorded">A professional records what the person tells.</param>
    internal void Check(FormState form, IStringLocalizer<Texts> texts, bool recorded = false)
    {
        if (form.Text("ReplyBy") != "phone" || form.Text("Danger") == "yes") return;
        form.Limit("Phone", MostCharacters, texts["Notice.PhoneTooLong"]);
        if (form.Text("Phone") is { } phone && !Typed.IsPhone(phone)) form.Errors.Add("Phone", texts["Contact.PhoneWrong"]);
        // A number on file is changed with the person's data, where it is seen which one goes.
        else if (!Missing && form.Text("Phone") is { } other && other != Known?.Phone) form.Errors.Add("Phone", texts["Record.PhoneThere"]);
        if (Missing && form.Text("Phone") is null && !(recorded && form.Has(Asked, "true")))
            form.Errors.Add("Phone", texts[recorded ? "Record.PhoneMissing" : "Contact.PhoneMissing"]);
    }

    /// <summary>What the form changes in the contact data; null = nothing.</summary>
    internal ChangePersonalData? Change(FormState form) =>
        New(form) is { } phone ? new(Whom.Person, ContactData: (Known ?? new(null, null)) with { Phone = phone }) : null;

    /// <summary>The story, with what was typed for a number in danger and is kept nowhere else.</summary>
    internal string Story(FormState form, string text)
    {
        if (form.Text("Danger") != "yes" || form.Text("Phone") is not { } typed || New(form) is not null || typed == Known?.Phone) return text;
        var said = Words.Cut(typed, MostBeside).Kept;
        return $"{Words.Cut(text, Words.MostCharacters - said.Length - 2).Kept}\n\n{said}";
    }

    // A number that nobody knew; null when it is none, or when there is one.
    private string? New(FormState form) =>
        Missing && form.Text("ReplyBy") == "phone" && form.Text("Phone") is { Length: <= MostCharacters } phone && Typed.IsPhone(phone) ? phone : null;
}
