using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A social worker judges at once whether a child needs urgent help (LSL 26 § 2 mom).</summary>
public sealed record JudgeUrgency(Guid Matter, bool? Urgent, string Ground, long? Seen = null)
{
    public static Decision Decide(Matter state, JudgeUrgency command, ProfessionalRow? professional, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.ServiceLine != ChildWelfare.Line) return new NotChildWelfare();
        if (professional is not { Profession: "social_worker" }) return new OnlySocialWorkerJudges();
        if (state.UrgencyJudged) return new UrgencyAlreadyJudged();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Urgent is not { } urgent) return new UrgencyMissing();
        if (Words.Refused(command.Ground, new GroundMissing()) is { } refusal) return refusal;
        return Decision.Append(command.Matter, new UrgencyJudged(
            command.Matter, urgent, Seal.With(command.Matter, command.Ground.Trim()), today, professional.Profession, professional.Licence, state.Register,
            state.Clock?.Subject.Reasons.Except(ClockVocabulary.Urgencies).ToList() is { Count: > 0 } kept ? kept : null));
    }
}
