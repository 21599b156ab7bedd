using Yhteys.Kernel;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>A form of a person's details whose page has grown old: what the user left as it was must not undo what another has changed.</summary>
internal static class StaleFields
{
    /// <summary>Sends the change when nothing is wrong in the form. When it was not done the form is fit to be shown again.</summary>
    public static async Task<bool> Send(PersonEntry entry, FormState form, ChangePersonalData command, PersonTools tools)
    {
        var refusal = form.Valid ? await tools.Send(entry, form, "details", (_, state) => ChangePersonalData.Decide(state, command)) : null;
        if (!form.Valid) Renew(form, tools.People.Find(entry.Person)?.NonDisclosure ?? false, refusal);
        return form.Valid;
    }

    /// <param name="hidden">The person is under non-disclosure now.</param>
    /// <param name="refusal">Null when the form itself was wrong: its page keeps its age, and is refused when it is right and still old.</param>
    private static void Renew(FormState form, bool hidden, Refusal? refusal)
    {
        // The page is older than the non-disclosure: what it held must not come back, nor what was typed over it.
        if (hidden && HiddenFields.Names.Any(field => form.Text(FormState.Was + field) is not null)) Forget(form, HiddenFields.Names);
        if (refusal is not ChangedSinceOpened) return;
        HiddenFields.Keep(form);
        // An address is one thing: a half of each would be nobody's.
        if (KnownDetails.OfAddress.All(field => form.Untouched(field))) Forget(form, KnownDetails.OfAddress);
        foreach (var field in KnownDetails.OfAddress) form[FormState.Was + field] = null;
        Renew(form, KnownDetails.Names.Except(KnownDetails.OfAddress));
    }

    /// <summary>The form is as new as the page that shows it: a field that the user left as it was holds what is known now, another what the user typed.</summary>
    public static void Renew(FormState form, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            if (form.Untouched(field)) form[field] = null;
            form[FormState.Was + field] = null;
        }

        form["Seen"] = null;
    }

    private static void Forget(FormState form, IEnumerable<string> fields)
    {
        foreach (var field in fields.ToList()) form[field] = form[FormState.Was + field] = null;
    }
}
