using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>How a form that was sent becomes a command, and how the refusal of one is told in the form.</summary>
public static class SentForms
{
    /// <summary>The form's command: sent twice, it gets the first answer.</summary>
    /// <param name="purpose">Word of the journal for what it is done for: <c>care</c>, <c>contact</c>, <c>law</c>.</param>
    public static Envelope Envelope(this FormState form, CurrentUser user, string purpose, params Guid[] streams) =>
        new(form.CommandId ?? Guid.NewGuid(), user.Actor, purpose, streams);

    /// <summary>Adds the sentence of a refusal to its field.</summary>
    /// <param name="field">The form's own name for the field; that of the refusal when left out, and a field that does not exist puts it above all.</param>
    public static void Refuse(this FormState form, Refusal refusal, RefusalText sentences, string? field = null) =>
        form.Errors.Add(field ?? refusal.Field ?? "", sentences.Of(refusal));

    /// <summary>The sentence of a refusal in the reader's language.</summary>
    public static string Of(this RefusalText sentences, Refusal refusal) => sentences.Of(refusal.GetType(), refusal.Key, refusal.Arguments);
}
