using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>The fields of how a person is reached, alike wherever they are typed.</summary>
internal static partial class ContactFields
{
    public static void Check(FormState form, IStringLocalizer<Texts> texts)
    {
        form.Limit("Phone", 50, texts["PhoneTooLong"]);
        if (form.Text("Phone") is { } phone && !Typed.IsPhone(phone)) form.Errors.Add("Phone", texts["PhoneWrong"]);
        form.Limit("Email", 200, texts["EmailTooLong"]);
        if (form.Text("Email") is { } email && !Email().IsMatch(email)) form.Errors.Add("Email", texts["EmailWrong"]);
        if (form.Text("Reach") is { } reach && !Reaches.All.Contains(reach)) form.Errors.Add("Reach", texts["ReachWrong"]);
    }

    /// <summary>How the person is reached after the form.</summary>
    /// <param name="hidden">See <see cref="Now"/>; the way to reach the person is never hidden.</param>
    public static ContactData Now(FormState form, ContactData known, bool hidden) =>
        new(Now(form, HiddenFields.Phone, known.Phone, hidden), Now(form, HiddenFields.Email, known.Email, hidden), Now(form, "Reach", known.Reach, hidden: false));

    /// <summary>A field after the form. One that was not sent stays as it was.</summary>
    /// <param name="hidden">The form did not show what is known, so an empty field says nothing of it: <see cref="HiddenFields"/>.</param>
    public static string? Now(FormState form, string field, string? known, bool hidden) =>
        form.Text(field) ?? ((hidden ? HiddenFields.Removed(form, field) : form[field] is not null) ? null : known);

    // Somebody at some host: one @, nothing empty, no space.
    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Email();
}
