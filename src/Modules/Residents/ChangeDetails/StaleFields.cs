using Yhteys.Kernel;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>A form of a person's details whose page has grown old: what the user left as it was must not undo what another has changed.</summary>
internal static class StaleFields
{
    /// <summary>Sends the change when nothing is wrong in the form. When it was not done the form is fit to be shown again.</summary>
    public static async Task<bool> Send(PersonEntry entry, FormState form, ChangePersonalData command, PersonTools tools)
    {
        var refusal = form.Valid ? await tools.Send(entry, form, "details", (_, state) => ChangePersonalData.Decide(state, command)) : null;
        if (form.Valid) return true;
        var version = PersonState.VersionOf(tools.Journal.Stream(entry.Person));
        Renew(form, version, tools.People.Find(entry.Person), tools.People, refusal);
        return false;
    }

    /// <param name="version">Of the person's stream, read before <paramref name="row"/>.</param>
    /// <param name="refusal">Null when the form itself was wrong: its page keeps its age, and is refused when it is right and still old.</param>
    private static void Renew(FormState form, long version, PersonRow? row, People people, Refusal? refusal)
    {
        // The page is older than the non-disclosure: what it held must not come back, nor what was typed over it.
        if (row?.NonDisclosure == true && HiddenFields.Names.Any(field => form.Text(FormState.Was + field) is not null)) Forget(form);
        if (refusal is not ChangedSinceOpened) return;
        HiddenFields.Keep(form);
        if (row is not null) form.Renew(version, KnownDetails.Shown(row, people).Fields, KnownDetails.OfAddress);
    }

    private static void Forget(FormState form)
    {
        foreach (var field in HiddenFields.Names) form[field] = form[FormState.Was + field] = null;
    }
}
