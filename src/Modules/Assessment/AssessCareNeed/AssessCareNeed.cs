using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>A health care professional assesses the need for care (TervHL 51 §). The day is that of the context's <c>HappenedAt</c>.</summary>
/// <param name="MedicalReason">Illness, injury or symptom; asked where the limit depends on it, see <see cref="AsksReason"/>; null: as was said before.</param>
/// <param name="GeneralMedicine">Belongs to general medicine; asked where the limit depends on it.</param>
/// <param name="Needs">Whose care is needed, of <see cref="Codes.Needs"/>; null = any professional.</param>
public sealed record AssessCareNeed(
    Guid Matter, string Urgency, string Outcome, bool? MedicalReason, bool? GeneralMedicine, string? Needs, string? Note)
{
    private static readonly string[] Asked = [.. ClockVocabulary.Urgencies, .. ClockVocabulary.Assessed];

    /// <summary>All that is missing, in the order of the form: one sentence for each field.</summary>
    /// <param name="asksReason">Of <see cref="AsksReason"/>.</param>
    public IEnumerable<Refusal> Missing(bool asksReason)
    {
        if (!ClockVocabulary.Urgencies.Contains(Urgency)) yield return new UrgencyMissing();
        if (!Codes.Outcomes.Contains(Outcome)) yield return new OutcomeMissing();
        if (asksReason && MedicalReason is null) yield return new MedicalReasonMissing();
        if (asksReason && GeneralMedicine is null) yield return new GeneralMedicineMissing();
        if (Urgency is "immediate" or "urgent" && Outcome is "self_care" or "no_need" && string.IsNullOrWhiteSpace(Note)) yield return new UrgentGroundMissing();
    }

    /// <summary>Records the assessment when a professional who may make it has made it.</summary>
    /// <param name="professional">Who assesses; null = the actor is not a professional of the county.</param>
    /// <param name="birth">Day of birth of the matter's person; null when it is not known.</param>
    public static Decision Decide(Matter state, MatterFacts known, AssessCareNeed command, ContentInUse content, ProfessionalRow? professional, Context context, LocalDate? birth = null)
    {
        if (Common.Refused(state, known, Registers.Health, context) is { } closed) return closed;
        if (professional is null || !MayAssess(professional.Licence, state.ServiceLine)) return new MayNotAssess();
        if (command.Missing(AsksReason(content.Rules, state.ServiceLine)).FirstOrDefault() is { } missing) return missing;
        if (command.Needs is { } needs && !Codes.Needs.Contains(needs)) return new UnknownNeeds();
        if (Common.TooLong(command.Note)) return new NoteTooLong();
        return Decision.Append(command.Matter, new CareNeedAssessed(
            command.Matter, command.Urgency, command.Outcome, command.MedicalReason ?? known.Reasons.Contains("medical_reason"), command.GeneralMedicine ?? known.Reasons.Contains("general_medicine"), command.Needs,
            Common.Sealed(command.Matter, command.Note), context.HappenedAt.Day(), professional.Profession, professional.Licence, state.Register,
            known.Reasons.Except(Asked).ToList() is { Count: > 0 } kept ? kept : null,
            Common.AgeOn(birth, context.HappenedAt.Day())));
    }

    /// <summary>Licensed professionals; in oral health also those with a protected title, such as dental nurses.</summary>
    public static bool MayAssess(string licence, string serviceLine) =>
        licence == "licensed" || (licence == "protected" && serviceLine == "oral_health");

    /// <summary>A limit of the service line depends on the reason, as in primary care (51 a §), so an empty answer may not decide it.</summary>
    public static bool AsksReason(RuleSet rules, string serviceLine) => rules.DependsOnAssessment(serviceLine);
}
