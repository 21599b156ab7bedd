using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Assessment;

/// <summary>The need for care was assessed (hoidon tarpeen arvio, TervHL 51 §) by a professional.</summary>
/// <param name="Urgency">immediate, urgent or non_urgent.</param>
/// <param name="Outcome">self_care, appointment, other_professional, no_need.</param>
/// <param name="MedicalReason">Illness, injury, worsened chronic illness, new symptom or reduced function (51 a § 3 mom).</param>
/// <param name="Needs">Whose care is needed: physician, dentist, specialist_dentist; null = any professional.</param>
/// <param name="Kept">Flags of the client that were known before and hold on, for example first_child.</param>
/// <param name="Age">Of the person on the day, in whole years; absent when nobody knows it, and before it was kept.</param>
[Alias("assessment.care-need-assessed/1")]
public sealed record CareNeedAssessed(
    Guid Matter, string Urgency, string Outcome, bool MedicalReason, bool GeneralMedicine, string? Needs, Sealed<string>? Note,
    LocalDate Day, string Profession, string Licence, string Register, IReadOnlyList<string>? Kept = null, int? Age = null)
    : IEvent, IClockFact, IClockCorrection, IMatterStage, IMatterStep
{
    public string Stage => "assessed";
    public string Step => $"care-need-assessed.{Outcome}";

    public IReadOnlyList<object?> StepArguments() =>
    [
        new[] { Words.Reason(Urgency), Needs is null ? null : Words.Need(Needs), MedicalReason ? Words.Reason("medical_reason") : null, GeneralMedicine ? Words.Reason("general_medicine") : null }
            .OfType<ClockSentence>().ToArray(),
    ];

    public ClockCorrection ClockCorrection() => new(Reasons:
        [Urgency, .. MedicalReason ? ["medical_reason"] : Array.Empty<string>(), .. GeneralMedicine ? ["general_medicine"] : Array.Empty<string>(), .. Kept ?? []]);

    public IEnumerable<ClockFact> ClockFacts()
    {
        yield return new("need_assessed", Day, Profession, Licence, Age: Age);
        yield return new("contact_handled", Day, Profession, Licence);
        if (Needs is not null)
            yield return new("need_identified", Day, Profession, Licence, Needs, Age);
    }
}

/// <summary>The assessment of service needs (palvelutarpeen arviointi, SHL 36 §) began.</summary>
[Alias("assessment.social-assessment-started/1")]
public sealed record SocialAssessmentStarted(Guid Matter, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "assessing";

    public IEnumerable<ClockFact> ClockFacts() => [new("assessment_started", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];
}

/// <summary>The assessment of service needs (palvelutarpeen arviointi, SHL 36 §) was completed.</summary>
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
    Guid Matter, string Result, Sealed<string>? Ground, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "decided";
    public string Step => $"decision-made.{Result}";

    Sealed<string>? IMatterStep.Note => Ground;

    public IEnumerable<ClockFact> ClockFacts() => [new("decision_made", Day, Profession, Licence, Result)];
}

/// <summary>The decision was carried out (toimeenpantu): the service began.</summary>
[Alias("assessment.decision-carried-out/1")]
public sealed record DecisionCarriedOut(Guid Matter, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "carried_out";

    public IEnumerable<ClockFact> ClockFacts() => [new("decision_implemented", Day, Profession, Licence)];
}

/// <summary>A specialist or a team began to assess a referral (lähete; TervHL 51 c, 52 and 53 §).</summary>
[Alias("assessment.referral-assessment-started/1")]
public sealed record ReferralAssessmentStarted(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "assessing";
    public string Step => "assessment-started";

    public IEnumerable<ClockFact> ClockFacts() => [new("assessment_started", Day, Profession, Licence)];
}

/// <summary>The assessment and the examinations that it needed are done (TervHL 52 § 2 mom, 53 § 3 mom).</summary>
[Alias("assessment.examinations-done/1")]
public sealed record ExaminationsDone(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "examinations-done";

    public IEnumerable<ClockFact> ClockFacts() => [new("examinations_done", Day, Profession, Licence)];
}

/// <summary>Whose care or what help the client needs was found after the first assessment, for example at a visit.</summary>
/// <param name="Needs">One of <see cref="Codes.Needs"/>.</param>
/// <param name="Age">As of <see cref="CareNeedAssessed"/>: the therapy guarantee may look at the age on the day of the need (TervHL 53 § 1 mom).</param>
[Alias("assessment.need-identified/1")]
public sealed record NeedIdentified(
    Guid Matter, string Needs, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register, int? Age = null)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => $"need-identified.{Needs}";

    public IEnumerable<ClockFact> ClockFacts() => [new("need_identified", Day, Profession, Licence, Needs, Age)];
}

/// <summary>The care that the need called for began (hoito aloitettiin).</summary>
/// <param name="What">care; or therapy: short psychotherapy or another structured psychosocial treatment (TervHL 53 § 1 mom).</param>
[Alias("assessment.care-started/1")]
public sealed record CareStarted(Guid Matter, string What, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "in_care";
    public string Step => What == "therapy" ? "therapy-started" : "care-started";

    public IEnumerable<ClockFact> ClockFacts() => [new("care_started", Day, Profession, Licence, What == "therapy" ? What : null)];
}

/// <summary>A visit without an appointment: on the spot, remote, or urgent care at once.</summary>
/// <param name="How">on_site or remote.</param>
[Alias("assessment.visit-made/1")]
public sealed record VisitMade(Guid Matter, string How, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "attended";
    public string Step => $"visit-made.{How}";

    public IEnumerable<ClockFact> ClockFacts() => [new("visit", Day, Profession, Licence)];
}

/// <summary>A home visit with a check after a birth (VNA 93/2026 3 §).</summary>
[Alias("assessment.home-visit-made/1")]
public sealed record HomeVisitMade(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "attended";
    public string Step => "home-visit-made";

    public IEnumerable<ClockFact> ClockFacts() => [new("home_visit", Day, Profession, Licence)];
}

/// <summary>A child was born to a family that the clinic follows.</summary>
/// <param name="Reasons">All flags of the clocks that hold now; first_child and urgent among them when they do.</param>
[Alias("assessment.child-born/1")]
public sealed record ChildBorn(
    Guid Matter, LocalDate BornOn, IReadOnlyList<string> Reasons, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IClockCorrection, IMatterStep
{
    public string Step => "child-born";
    public IReadOnlyList<object?> StepArguments() => [BornOn];

    public IEnumerable<ClockFact> ClockFacts() => [new("birth", BornOn)];

    public ClockCorrection ClockCorrection() => new(Reasons: Reasons);
}

/// <summary>The one who made contact was reached and the matter was talked through (yhteydenotto käsiteltiin).</summary>
[Alias("assessment.contact-handled/1")]
public sealed record ContactHandled(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "contact-handled";

    public IEnumerable<ClockFact> ClockFacts() => [new("contact_handled", Day, Profession, Licence)];
}

/// <summary>A time limit was extended on the ground that its act gives.</summary>
/// <param name="Rule">Id of the rule.</param>
[Alias("assessment.limit-extended/1")]
public sealed record LimitExtended(Guid Matter, string Rule, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "limit-extended";

    public IEnumerable<ClockFact> ClockFacts() => [new("limit_extended", Day, Profession, Licence, Rule)];
}

/// <summary>Flags of the client or the reason, which choose the rule, as they are known from now on.</summary>
/// <param name="Reasons">All that hold now.</param>
/// <param name="Added">Those learned now.</param>
/// <param name="Removed">Those that were wrong or have ended.</param>
[Alias("assessment.client-facts-recorded/1")]
public sealed record ClientFactsRecorded(
    Guid Matter, IReadOnlyList<string> Reasons, IReadOnlyList<string> Added, IReadOnlyList<string> Removed, Sealed<string>? Note,
    LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockCorrection, IMatterStep
{
    public string Step => (Added.Count, Removed.Count) switch { (_, 0) => "client-facts.added", (0, _) => "client-facts.removed", _ => "client-facts.changed" };

    public IReadOnlyList<object?> StepArguments() => Removed.Count == 0 ? [Said(Added)] : Added.Count == 0 ? [Said(Removed)] : [Said(Added), Said(Removed)];

    public ClockCorrection ClockCorrection() => new(Reasons: Reasons);

    private static ClockSentence Said(IReadOnlyList<string> reasons) => new("Clock_stopped", [reasons.Select(Words.Reason).ToArray()]);
}

/// <summary>How urgent a matter of social or student welfare is was judged (SHL 36 § 1 mom).</summary>
/// <param name="Reasons">All flags of the clocks that hold now, the urgency among them.</param>
[Alias("assessment.urgent-need-judged/1")]
public sealed record UrgentNeedJudged(
    Guid Matter, string Urgency, IReadOnlyList<string> Reasons, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IClockCorrection, IMatterStep
{
    public string Step => $"urgency-judged.{Urgency}";

    public IEnumerable<ClockFact> ClockFacts() => [new("need_assessed", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];

    public ClockCorrection ClockCorrection() => new(Reasons: Reasons);
}

/// <summary>The client asked for a personal conversation (ToTuL 14 d § 2 mom, OHL 15 §).</summary>
[Alias("assessment.conversation-requested/1")]
public sealed record ConversationRequested(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "conversation-requested";

    public IEnumerable<ClockFact> ClockFacts() => [new("request_made", Day)];
}

/// <summary>The client could talk with a professional on the day, and did or chose not to.</summary>
/// <param name="Held">The conversation took place.</param>
[Alias("assessment.conversation-offered/1")]
public sealed record ConversationOffered(Guid Matter, bool Held, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "assessed";
    public string Step => Held ? "conversation-held" : "conversation-offered";

    public IEnumerable<ClockFact> ClockFacts() => [new("conversation_offered", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];
}

/// <summary>An application (hakemus) arrived in a matter that was opened otherwise.</summary>
[Alias("assessment.application-arrived/1")]
public sealed record ApplicationArrived(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "application-arrived";

    public IEnumerable<ClockFact> ClockFacts() => [new("application_arrived", Day)];
}

/// <summary>The applicant was asked to complete the application by a day (ToTuL 14 a § 3 mom).</summary>
/// <param name="Deadline">The last day on which the completion is in time.</param>
/// <param name="Reasons">All flags of the clocks that hold now; the application is incomplete.</param>
[Alias("assessment.completion-requested/1")]
public sealed record CompletionRequested(
    Guid Matter, LocalDate Deadline, IReadOnlyList<string> Reasons, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IClockCorrection, IMatterStep
{
    public string Step => "completion-requested";
    public IReadOnlyList<object?> StepArguments() => [Deadline];

    public IEnumerable<ClockFact> ClockFacts() => [new("completion_requested", Day, Profession, Licence)];

    public ClockCorrection ClockCorrection() => new(Reasons: Reasons);
}

/// <summary>What was missing of an application arrived.</summary>
[Alias("assessment.application-completed/1")]
public sealed record ApplicationCompleted(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "assessing";
    public string Step => "application-completed";

    public IEnumerable<ClockFact> ClockFacts() => [new("application_completed", Day)];
}

/// <summary>The time that was given for completing an application ended, and nothing had arrived. Nobody does it: the day does.</summary>
/// <param name="Deadline">The last day of the time given; the time for the decision is counted from it.</param>
[Alias("assessment.completion-expired/1")]
public sealed record CompletionExpired(Guid Matter, LocalDate Deadline, string Register) : IEvent, IClockFact, IMatterStage, IMatterStep
{
    public string Stage => "assessing";
    public string Step => "completion-expired";
    public IReadOnlyList<object?> StepArguments() => [Deadline];

    public IEnumerable<ClockFact> ClockFacts() => [new("completion_expired", Deadline)];
}

/// <summary>A child was placed urgently (kiireellinen sijoitus, LSL 38 §).</summary>
/// <param name="PlacedOn">The day on which the child was in fact placed; the time of 30 days counts from it, or from the decision if that came first.</param>
[Alias("assessment.child-placed/1")]
public sealed record ChildPlaced(
    Guid Matter, LocalDate PlacedOn, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "child-placed";
    public IReadOnlyList<object?> StepArguments() => [LocalDate.Min(PlacedOn, Day)];

    public IEnumerable<ClockFact> ClockFacts() => [new("placement", LocalDate.Min(PlacedOn, Day), Profession, Licence, "emergency")];
}

/// <summary>The urgent placement (kiireellinen sijoitus, LSL 38 §) of a child ended.</summary>
[Alias("assessment.placement-ended/1")]
public sealed record PlacementEnded(Guid Matter, Sealed<string>? Note, LocalDate Day, string Profession, string Licence, string Register)
    : IEvent, IClockFact, IMatterStep
{
    public string Step => "placement-ended";

    public IEnumerable<ClockFact> ClockFacts() => [new("placement_ended", Day, Profession, Licence)];
}

/// <summary>The school whose working days are counted is of this municipality, or of another provider there (OHL 15 §).</summary>
/// <param name="Closed">When its schools are closed, as the calendar stands now.</param>
/// <param name="Provider">Null for the municipality's own schools.</param>
[Alias("assessment.school-chosen/1")]
public sealed record SchoolChosen(Guid Matter, string Municipality, IReadOnlyList<ClosedDays> Closed, LocalDate Day, string Register, string? Provider = null)
    : IEvent, IClockCorrection, IMatterStep
{
    public string Step => "school-chosen";

    public ClockCorrection ClockCorrection() => new() { SchoolClosed = [.. Closed.Select(days => days.ToInterval())] };
}

/// <summary>A recording was wrong. Both what was said and what is right are kept; the clocks go by what is right.</summary>
/// <param name="Version">Of the wrong recording in the matter's stream.</param>
/// <param name="Recording">Its alias.</param>
/// <param name="Facts">Its facts as they were said, each with the right one; none in its place = it never happened.</param>
/// <param name="Stage">Of the matter after the correction.</param>
/// <param name="Opened">When the day of the opening was wrong: the right day that it counts for.</param>
/// <param name="ArrivedOn">The day of arrival, when it was before the day that it counts for.</param>
/// <param name="Age">Of the client on the day of arrival.</param>
/// <param name="Doer">Whose work it was; absent when that was right.</param>
/// <param name="Ending">The ending that the recording told the clocks and the right one; absent when it told none, or its day was right.</param>
[Alias("assessment.fact-corrected/1")]
public sealed record FactCorrected(
    Guid Matter, int Version, string Recording, IReadOnlyList<FactChange> Facts, Sealed<string> Reason, string Stage, string Register,
    LocalDate? Opened = null, LocalDate? ArrivedOn = null, int? Age = null, Guid? Doer = null, EndingChange? Ending = null) : IEvent, IClockCorrection, IMatterStage, IMatterStep
{
    /// <summary>It never happened.</summary>
    public bool Never => Facts[0].Right is null;

    /// <summary>Only the recording by which care was given can take it away.</summary>
    public bool? CareGiven => !Never ? null
        : Stage is "attended" or "carried_out" ? true
        : Recording == "cases.helped-at-first-contact/1" || Facts.Any(f => f.Wrong.Fact is "visit" or "home_visit" or "decision_implemented") ? false
        : null;

    public string Step => Never ? "fact-corrected.never"
        : Facts[0].Right!.Day != Facts[0].Wrong.Day ? "fact-corrected.day"
        : Doer is not null && Facts.All(f => f.Right! with { Age = f.Wrong.Age } == f.Wrong) ? "fact-corrected.colleague"
        : "fact-corrected.who";

    public IReadOnlyList<object?> StepArguments() => Step switch
    {
        "fact-corrected.never" => [Words.Fact(Facts[0].Wrong.Fact), Facts[0].Wrong.Day],
        "fact-corrected.day" => [Words.Fact(Facts[0].Wrong.Fact), Facts[0].Wrong.Day, Facts[0].Right!.Day],
        "fact-corrected.colleague" => [Words.Fact(Facts[0].Wrong.Fact), Profession(Facts.First(f => f.Wrong.Profession is not null).Wrong)],
        _ => [Words.Fact(Facts[0].Wrong.Fact), Profession(Facts[0].Wrong), Profession(Facts[0].Right!)],
    };

    public ClockCorrection ClockCorrection() => new(AgeAtContact: Age, Wrong: Facts[0].Wrong, Right: Came(Facts[0].Right))
    {
        Recording = Version,
        Ending = Ending,
        Others = [.. Facts.Skip(1).Select(f => f with { Right = Came(f.Right) })],
        Opened = ArrivedOn ?? Opened,
        CountsFrom = ArrivedOn is null ? null : Opened,
    };

    // Until the facts had the day of arrival, a corrected contact had the day that it counted for.
    private ClockFact? Came(ClockFact? right) => right is { Fact: "contact" } contact && Opened is { } counts ? contact with { Day = ArrivedOn ?? counts } : right;

    private static ClockSentence? Profession(ClockFact fact) => fact.Profession is { } code ? Words.Profession(code) : null;
}
