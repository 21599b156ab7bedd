using NodaTime;
using Yhteys.Access;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Assessment;

/// <summary>The need for care was assessed (hoidon tarpeen arvio, TervHL 51 §) by a professional.</summary>
/// <param name="Urgency">immediate, urgent or non_urgent.</param>
/// <param name="Outcome">self_care, appointment, other_professional, no_need.</param>
/// <param name="MedicalReason">Illness, injury, worsened chronic illness, new symptom or reduced function (51 a § 3 mom).</param>
/// <param name="Needs">Whose care is needed: physician, dentist, specialist_dentist; null = any professional.</param>
[Alias("assessment.care-need-assessed/1")]
public sealed record CareNeedAssessed(
    Guid Matter, string Urgency, string Outcome, bool MedicalReason, bool GeneralMedicine, string? Needs, Sealed<string>? Note,
    LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IClockCorrection, IMatterStage
{
    public string Stage => "assessed";

    public ClockCorrection ClockCorrection() => new(Reasons:
        [Urgency, .. MedicalReason ? ["medical_reason"] : Array.Empty<string>(), .. GeneralMedicine ? ["general_medicine"] : Array.Empty<string>()]);

    public IEnumerable<ClockFact> ClockFacts()
    {
        yield return new("need_assessed", Day, Profession, Licence);
        yield return new("contact_handled", Day, Profession, Licence);
        if (Needs is not null)
            yield return new("need_identified", Day, Profession, Licence, Needs);
    }
}

/// <summary>The assessment of service needs (palvelutarpeen arviointi, SHL 36 §) began.</summary>
[Alias("assessment.social-assessment-started/1")]
public sealed record SocialAssessmentStarted(Guid Matter, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "assessing";

    public IEnumerable<ClockFact> ClockFacts() => [new("assessment_started", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];
}

[Alias("assessment.social-assessment-completed/1")]
public sealed record SocialAssessmentCompleted(
    Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "assessed";

    public IEnumerable<ClockFact> ClockFacts() => [new("assessment_completed", Day, Profession, Licence)];
}

/// <summary>A decision on a social service was made (SHL 45 §).</summary>
/// <param name="Result">granted, refused or not_needed.</param>
[Alias("assessment.decision-made/1")]
public sealed record DecisionMade(
    Guid Matter, string Result, Sealed<string>? Ground, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "decided";

    public IEnumerable<ClockFact> ClockFacts() => [new("decision_made", Day, Profession, Licence)];
}

/// <summary>The decision was carried out (toimeenpantu): the service began.</summary>
[Alias("assessment.decision-carried-out/1")]
public sealed record DecisionCarriedOut(Guid Matter, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "carried_out";

    public IEnumerable<ClockFact> ClockFacts() => [new("decision_implemented", Day, Profession, Licence)];
}
