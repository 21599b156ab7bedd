using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>A personal conversation is asked for and offered (OHL 15 §, ToTuL 14 d § 2 mom).</summary>
/// <remarks>The act promises the chance to talk by its last day, so the day is that of the conversation and never ahead.</remarks>
internal static class OfferConversation
{
    public static readonly FactKind Request = new("conversation-requested", Rights.FactRecord, "request_made")
    {
        Again = new ConversationAlreadyRequested(),
        Decide = c => c.Append(new ConversationRequested(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    public static readonly FactKind Offer = new("conversation-offered", Rights.FactRecord, "conversation_offered", "contact_handled")
    {
        Fields = FactFields.Choice,
        Choices = ["held", "not_taken"],
        Decide = c => c.Append(new ConversationOffered(
            c.Matter, c.Input.Choice == "held", c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };
}
