using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A social worker judges at once whether a child needs urgent help (LSL 26 § 2 mom).</summary>
public sealed record JudgeUrgency(Guid Matter, bool? Urgent, string Ground, long? Seen = null)
{
    /// <inheritdoc cref="ReferMatter.Missing"/>
    public IEnumerable<Refusal> Missing()
    {
        if (Urgent is null) yield return new UrgencyMissing();
        if (Words.Refused(Ground, new GroundMissing()) is { } refusal) yield return refusal;
    }

    public static Decision Decide(Matter state, JudgeUrgency command, ProfessionalRow? professional, LocalDate today)
    {
        if (!state.Exists) return new MatterNotFound();
        if (!state.Open) return new MatterIsClosed();
        if (state.ServiceLine != ChildWelfare.Line) return new NotChildWelfare();
        if (professional is not { Profession: "social_worker" }) return new OnlySocialWorkerJudges();
        if (state.UrgencyJudged) return new UrgencyAlreadyJudged();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Missing().FirstOrDefault() is { } missing) return missing;
        return Decision.Append(command.Matter, new UrgencyJudged(
            command.Matter, command.Urgent == true, Seal.With(command.Matter, command.Ground.Trim()), today, professional.Profession, professional.Licence, state.Register,
            state.Clock?.Subject.Reasons.Except(ClockVocabulary.Urgencies).ToList() is { Count: > 0 } kept ? kept : null));
    }
}
