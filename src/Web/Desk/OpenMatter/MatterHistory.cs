using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>What has happened in a matter, as a professional reads it.</summary>
internal static class MatterHistory
{
    /// <summary>The steps, newest first.</summary>
    /// <param name="said">Of <see cref="StepWords"/>.</param>
    public static IReadOnlyList<MatterStep> Steps(IReadOnlyList<Recorded> stream, KeyRing keys, Func<Recorded, string> nameOf, RefusalText texts, Func<Recorded, StepSaid> said) =>
    [
        .. stream.Reverse().Where(r => r.Event is not (CareRelationEnded or CareRelationBegan)).Select(r => new MatterStep(
            r.Version, said(r), r.HappenedAt, nameOf(r), keys.Open(Text(r.Event)), r.RecordedAt - r.HappenedAt > LateAfter ? r.RecordedAt : null,
            LateReasons.Said(r.LateReason, texts) ?? r.LateReason)),
    ];

    /// <summary>The conversation with the resident, oldest first.</summary>
    public static IReadOnlyList<ConversationMessage> Messages(IReadOnlyList<Recorded> stream, KeyRing keys, Func<Recorded, string> nameOf, IStringLocalizer<DeskTexts> texts) =>
    [
        .. from r in stream
           let said = Said(r.Event)
           where said.Text is not null
           select new ConversationMessage(keys.Open(said.Text), From(r, nameOf(r), said.Told, texts), r.HappenedAt, said.Ours),
    ];

    // What a professional recorded is in the words of who called or came; an answer that was told says how.
    private static string From(Recorded r, string name, string? told, IStringLocalizer<DeskTexts> texts) => r switch
    {
        { Event: ContactReceived { Channel: not GiveNotice.Channel and var channel }, Actor.Kind: "staff" } => texts["Recorded_From", texts[$"Channel_{channel}"], name],
        _ when told is not null => texts["Answer_From", name, texts[$"Told_{told}"]],
        _ => name,
    };

    /// <summary>What of a matter its conversation shows. Help at first contact assesses and treats too, which only the whole page tells.</summary>
    public static SeenSpan Seen(IReadOnlyList<Recorded> stream)
    {
        var moves = stream.Where(r => Matter.Moves(r.Event.GetType())).ToList();
        return new(moves.Last(r => r.Event is not (ResidentWrote or MoreAsked or ProfessionalWrote)).Version, moves[^1].Version);
    }

    /// <summary>From here on it is told when something was recorded, besides when it happened.</summary>
    private static readonly Duration LateAfter = Duration.FromMinutes(1);

    // What a professional wrote down with the step, for other professionals.
    private static Sealed<string>? Text(IEvent e) => e switch
    {
        MatterReferred x => x.Reason,
        MatterClosed x => x.Ground,
        MatterEndedWithoutCare x => x.Ground,
        UrgencyJudged x => x.Ground,
        ReleasedTo x => x.Reason,
        KeptFromGuardians x => x.Reason,
        RecordedForWrongPerson x => x.Reason,
        IdentityConfirmed x => x.Reason,
        NotifierOpened x => x.Reason,
        FactCorrected x => x.Reason,
        SocialAssessmentCompleted x => x.Note,
        IMatterStep x => x.Note,
        _ => null,
    };

    private static (Sealed<string>? Text, bool Ours, string? Told) Said(IEvent e) => e switch
    {
        ContactReceived received => (received.Text, false, null),
        ResidentWrote wrote => (wrote.Text, false, null),
        MoreAsked asked => (asked.Text, true, asked.Told),
        ProfessionalWrote wrote => (wrote.Text, true, wrote.Told),
        HelpedAtFirstContact helped => (helped.Text, true, helped.Told),
        _ => (null, false, null),
    };
}

/// <summary>A step of a matter.</summary>
/// <param name="Version">Of its event in the matter's stream.</param>
/// <param name="Text">What a professional wrote down with it.</param>
/// <param name="RecordedAt">When it was recorded, if later than it happened.</param>
/// <param name="LateReason">Why it was recorded over a day later.</param>
public sealed record MatterStep(int Version, StepSaid Said, Instant At, string By, string? Text, Instant? RecordedAt, string? LateReason);

/// <summary>Whoever had seen a matter as it was at a version from <paramref name="From"/> on sees it by its conversation as it is at <paramref name="To"/>.</summary>
public sealed record SeenSpan(int From, int To);
