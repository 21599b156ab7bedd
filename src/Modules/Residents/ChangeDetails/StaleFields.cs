using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>A form of a person's details whose page has grown old: what the user left as it was must not undo what another has changed.</summary>
internal static class StaleFields
{
    /// <summary>Begins the name of the hidden field that tells what the page showed.</summary>
    public const string Was = "Was";

    private static readonly string[] OfAddress = ["Street", "Postcode", "Town"];

    private static readonly string[] Concealed = ["Phone", "Email", .. OfAddress, "Municipality"];

    /// <summary>Makes a refused form fit to be shown again.</summary>
    /// <param name="known">What is known now.</param>
    /// <param name="hidden">The person is under non-disclosure now.</param>
    /// <param name="refusal">Null when the form itself was wrong: its page keeps its age, and is refused when it is right and still old.</param>
    public static void Renew(FormState form, KnownDetails known, bool hidden, Refusal? refusal = null)
    {
        // The page is older than the non-disclosure: what it held must not come back, nor what was typed over it.
        if (hidden && Concealed.Any(field => form.Text(Was + field) is not null)) Forget(form, Concealed);
        if (refusal is not ChangedSinceOpened) return;
        Forget(form, known.Fields.Keys.Except(OfAddress).Where(field => Untouched(form, field)));
        // An address is one thing: a half of each would be nobody's.
        if (OfAddress.All(field => Untouched(form, field))) Forget(form, OfAddress);
        foreach (var field in known.Fields.Keys) form[Was + field] = null;
        form["Seen"] = null;
    }

    private static bool Untouched(FormState form, string field) => form[Was + field] is not null && form.Text(Was + field) == form.Text(field);

    private static void Forget(FormState form, IEnumerable<string> fields)
    {
        foreach (var field in fields.ToList()) form[field] = form[Was + field] = null;
    }
}
