using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>The time limits of care that would run if the need was assessed now, told before it is chosen how urgent it is.</summary>
internal static class UrgencyClocks
{
    /// <summary>Their rules, by the law in use; empty where none would run.</summary>
    /// <param name="known">What the clocks of the matter know now.</param>
    /// <param name="professional">Who assesses: a limit may begin by some professions only.</param>
    public static IReadOnlyList<ClockRule> Of(ClockFile known, string urgency, ProfessionalRow professional, ContentInUse content, LocalDate today)
    {
        var subject = known.Subject;
        bool[] answers = AssessCareNeed.AsksReason(content.Rules, subject.ServiceLine) ? [true, false] : [false];
        return
        [
            .. (from medical in answers
                from general in answers
                let assessed = new CareNeedAssessed(
                    Guid.Empty, urgency, "appointment", medical, general, null, null, today, professional.Profession, professional.Licence, subject.Register,
                    [.. subject.Reasons.Except([.. ClockVocabulary.Urgencies, .. ClockVocabulary.Assessed])])
                from clock in StatutoryClocks.Compute(ClockFile.After(known, assessed)!.ToFacts(), content.Rules, content.Settings)
                where clock is { Waits: true, Rule: { Kind: RuleKind.Statute, Phase: ClockPhase.Care } }
                select clock.Rule).DistinctBy(rule => rule.Id),
        ];
    }
}
