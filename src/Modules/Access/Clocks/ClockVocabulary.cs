using System.Collections.Frozen;

namespace Yhteys.Access.Clocks;

/// <summary>The codes that rules and facts may use. A code outside these is an error, never skipped.</summary>
public static class ClockVocabulary
{
    /// <summary>Facts in the order in which a matter goes: a rule can't stop with a fact that comes before its start.</summary>
    public static IReadOnlyList<string> Facts { get; } =
    [
        "birth", "contact", "notice_received", "referral_arrived", "application_arrived", "request_made", "placement", "matter_pending",
        "contact_handled", "answered", "completion_requested", "application_completed", "completion_expired", "need_assessed", "conversation_offered",
        "assessment_started", "assessment_completed", "need_identified", "examinations_done", "limit_extended", "offer_declined", "visit",
        "home_visit", "decision_made", "care_started", "decision_implemented", "placement_ended",
    ];

    /// <summary>Facts with which an authority or a service learns of a matter; nothing else of the matter can be earlier.</summary>
    public static IReadOnlyList<string> OpeningFacts { get; } =
        ["contact", "notice_received", "referral_arrived", "application_arrived", "request_made"];

    /// <summary>Flags of which one holds.</summary>
    public static IReadOnlyList<string> Urgencies { get; } = ["immediate", "urgent", "non_urgent"];

    /// <summary>Flags of the reason for contact and of the client. Urgency is one of them: immediate, urgent, non_urgent.</summary>
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "medical_reason", "general_medicine", "certificate_only", "care_plan", "recall_interval", "periodic_oral_check", "needs_examinations",
        "special_support", "highest_care_allowance", "disabled", "older_person", "first_child", "incomplete_application",
        "immediate", "urgent", "non_urgent",
    ];

    /// <summary>Flags of which at most one holds: a visit only for a certificate has no medical reason.</summary>
    public static IReadOnlyList<string> Apart { get; } = ["medical_reason", "certificate_only"];

    /// <summary>Flags that the assessment of the need for care answers: until it has been made, a flag that nobody has said is unknown.</summary>
    public static IReadOnlyList<string> Assessed { get; } = ["medical_reason", "general_medicine"];

    public static IReadOnlyList<string> Professions { get; } =
    [
        "physician", "dentist", "specialist_dentist", "nurse", "public_health_nurse", "practical_nurse", "physiotherapist", "psychologist",
        "dental_hygienist", "dental_nurse", "social_worker", "social_counsellor", "midwife", "service_adviser",
    ];

    public static IReadOnlyList<string> Licences { get; } = ["none", "protected", "licensed"];

    /// <summary>The licence that a profession has by itself: only these two are protected titles, only the adviser has none.</summary>
    public static string LicenceOf(string? profession) => profession switch
    {
        null or "service_adviser" => "none",
        "practical_nurse" or "dental_nurse" => "protected",
        _ => "licensed",
    };

    /// <summary>What narrows a fact: whose care or which help the need is of, who made the contact, what kind a placement is of, what was decided. A rule's id is one too.</summary>
    public static IReadOnlyList<string> Qualifiers { get; } =
        ["physician", "dentist", "specialist_dentist", "therapy", "psychosocial", "authority", "emergency", "granted", "refused", "not_needed"];

    /// <summary>The qualifiers that a fact can have; limit_extended has a rule's id in their place.</summary>
    public static IReadOnlyList<string> QualifiersOf(string fact) => fact switch
    {
        "need_identified" => ["physician", "dentist", "specialist_dentist", "therapy", "psychosocial"],
        "contact" => ["authority"],
        "placement" => ["emergency"],
        "decision_made" => ["emergency", "granted", "refused", "not_needed"],
        "care_started" => ["therapy"],
        _ => [],
    };

    /// <summary>Pairs of facts of which the second can't be before the first.</summary>
    public static IReadOnlyList<(string Before, string After)> Order { get; } =
    [
        ("application_arrived", "completion_requested"), ("completion_requested", "application_completed"), ("completion_requested", "completion_expired"),
        ("request_made", "conversation_offered"), ("assessment_started", "assessment_completed"), ("decision_made", "decision_implemented"),
        ("placement", "placement_ended"),
    ];

    /// <summary>
    /// Facts that an answer does not settle: an assessment that has begun is completed and a decision carried out; so are a need that was found, an application
    /// and a request for a conversation.
    /// </summary>
    public static IReadOnlyList<string> NotSettledByAnswer { get; } = ["assessment_started", "application_arrived", "request_made", "need_identified", "decision_made"];

    public static IReadOnlyList<string> Registers { get; } = ["health", "social"];

    /// <summary>Service lines that rules may name.</summary>
    public static IReadOnlyList<string> ServiceLines { get; } =
    [
        "primary_care", "oral_health", "child_health_clinic", "student_health", "mental_health_addiction",
        "primary_specialised_care", "specialised_care", "youth_psychiatry",
        "adult_social", "family_social", "child_welfare", "older_people", "disability", "social_assistance", "student_welfare",
    ];

    /// <summary>health or social, by the service line.</summary>
    public static string RegisterOf(string serviceLine) => IndexOf(serviceLine) < IndexOf("adult_social") ? "health" : "social";

    private static int IndexOf(string line) => ServiceLines.Select((code, i) => (code, i)).First(pair => pair.code == line).i;

    private static readonly FrozenDictionary<string, int> FactIndex = Index(Facts);
    private static readonly FrozenDictionary<string, int> ReasonIndex = Index(Reasons);
    private static readonly FrozenDictionary<string, int> ProfessionIndex = Index(Professions);
    private static readonly FrozenDictionary<string, int> LicenceIndex = Index(Licences);

    private static readonly ulong CertificateOnly = 1UL << ReasonAt("certificate_only");
    private static readonly ulong MedicalReason = 1UL << ReasonAt("medical_reason");
    private static readonly ulong SpecialSupport = 1UL << ReasonAt("special_support");
    private static readonly ulong AssessedReasons = ReasonMask(Assessed);
    private static readonly ulong Assessment = 1UL << FactAt("need_assessed");

    internal static int FactAt(string fact) => At(FactIndex, fact, "fact");
    internal static int ReasonAt(string reason) => At(ReasonIndex, reason, "reason");
    internal static int LicenceAt(string? licence) => licence is null ? 0 : At(LicenceIndex, licence, "licence");

    // A profession that no rule names can do what any profession may do, so an unknown one is let through as the last bit.
    internal static int ProfessionAt(string? profession) =>
        profession is not null && ProfessionIndex.TryGetValue(profession, out var index) ? index : 63;

    internal static ulong ReasonMask(IReadOnlyList<string>? reasons) => Mask(reasons, ReasonAt);

    internal static ulong Mask(IReadOnlyList<string>? codes, Func<string, int> at)
    {
        var mask = 0UL;
        for (var i = 0; i < (codes?.Count ?? 0); i++)
            mask |= 1UL << at(codes![i]);
        return mask;
    }

    /// <summary>The reasons that hold: those said and those that the service line implies. A visit only for a certificate has no medical reason.</summary>
    internal static ulong MaskOf(ClockSubject subject)
    {
        var mask = ReasonMask(subject.Reasons) | ImpliedBy(subject.ServiceLine);
        return (mask & CertificateOnly) != 0 ? mask & ~MedicalReason : mask;
    }

    /// <summary>The flags of which nobody knows yet whether they hold.</summary>
    internal static ulong UnknownOf(ulong reasons, ulong facts)
    {
        if ((facts & Assessment) != 0)
            return 0;
        var unknown = AssessedReasons & ~reasons;
        return (reasons & CertificateOnly) != 0 ? unknown & ~MedicalReason : unknown;
    }

    /// <summary>Whether a reason that only a child has tells that somebody of unknown age is one.</summary>
    internal static bool IsOfChild(ulong reasons) => (reasons & SpecialSupport) != 0;

    // What a service line says of its client by itself.
    private static ulong ImpliedBy(string serviceLine) => serviceLine switch
    {
        "older_people" => 1UL << ReasonAt("older_person"),
        "disability" => 1UL << ReasonAt("disabled"),
        _ => 0,
    };

    private static int At(FrozenDictionary<string, int> index, string code, string what) => index.TryGetValue(code, out var i)
        ? i
        : throw new ArgumentOutOfRangeException(nameof(code), code, $"There is no such {what} in the vocabulary of the clocks.");

    private static FrozenDictionary<string, int> Index(IReadOnlyList<string> codes) =>
        codes.Select((code, i) => KeyValuePair.Create(code, i)).ToFrozenDictionary(StringComparer.Ordinal);
}
