namespace Yhteys.Demo.Life;

/// <summary>A step of a matter: what is recorded and by which profession.</summary>
/// <param name="What">A kind of content/recordings, or one of the steps that have a form of their own.</param>
/// <param name="Choice">What is chosen on the form.</param>
/// <param name="DaysBefore">So many days before the clock starts.</param>
internal sealed record RuleStep(string What, string Profession, string? Choice = null, int DaysBefore = 0);

/// <summary>How a matter comes under a rule, and what meets it.</summary>
/// <param name="Opening">contact, or a kind that opens a matter by what arrived.</param>
/// <param name="By">Profession of the one who records the opening; the matter goes to that one's unit.</param>
/// <param name="Before">Recorded once the matter is open.</param>
/// <param name="Stop">Recorded to meet the clock.</param>
internal sealed record RuleRecipe(
    string Rule, string Line, string By, RuleStep[] Before, RuleStep[] Stop, string Opening = "contact", int From = 23, int To = 70, params string[] Flags);

/// <summary>At least one recipe for each rule in force, so that the demonstration shows every clock in each of its states.</summary>
internal static class RuleRecipes
{
    private const string Nurse = "nurse", Physician = "physician", Dentist = "dentist", Specialist = "specialist_dentist", Hygienist = "dental_hygienist",
        HealthNurse = "public_health_nurse", Psychologist = "psychologist", Worker = "social_worker", Counsellor = "social_counsellor";

    private static readonly RuleStep[] Nothing = [];
    private static readonly RuleStep Assess = new("assess", Nurse), OralAssess = new("assess", Hygienist), MedicalAssess = new("assess", Nurse, "medical");
    private static readonly RuleStep[] Granted = [new("decide", Worker, "granted"), new("carry-out", Worker)];

    public static IReadOnlyList<RuleRecipe> All { get; } =
    [
        new("THL51-HTA", "primary_care", Nurse, Nothing, [Assess]),
        new("THL51A-ADULT", "primary_care", Nurse, [Assess], [new("visit-made", Nurse, "on_site")]),
        new("THL51A-ADULT-DOC", "primary_care", Nurse, [Assess, new("need-identified", Nurse, "physician")], [new("visit-made", Physician, "on_site")]),
        new("THL51A-U23", "primary_care", Nurse, [MedicalAssess], [new("visit-made", Nurse, "on_site")], From: 3, To: 21),
        new("THL51A-U23-OTHER", "primary_care", Nurse, [Assess], [new("visit-made", Nurse, "on_site")], From: 3, To: 21),
        new("THL51A-U23-DOC", "primary_care", Nurse, [MedicalAssess, new("visit-made", Nurse, "on_site"), new("need-identified", Nurse, "physician")], [new("visit-made", Physician, "on_site")], From: 3, To: 21),
        new("THL50-URGENT", "primary_care", Nurse, [new("assess", Nurse, "urgent")], [new("visit-made", Physician, "on_site")]),

        new("THL51B-ADULT", "oral_health", Hygienist, [OralAssess], [new("visit-made", Dentist, "on_site")]),
        new("THL51B-ADULT-DENTIST", "oral_health", Hygienist, [OralAssess, new("need-identified", Hygienist, "dentist")], [new("visit-made", Dentist, "on_site")]),
        new("THL51B-ADULT-SPEC", "oral_health", Hygienist, [OralAssess, new("need-identified", Dentist, "specialist_dentist")], [new("visit-made", Specialist, "on_site")]),
        new("THL51B-U23", "oral_health", Hygienist, [OralAssess], [new("visit-made", Dentist, "on_site")], From: 3, To: 21),
        new("THL51B-U23-DENTIST", "oral_health", Hygienist, [OralAssess, new("need-identified", Hygienist, "dentist")], [new("visit-made", Dentist, "on_site")], From: 3, To: 21),
        new("THL51B-U23-SPEC", "oral_health", Hygienist, [OralAssess, new("need-identified", Dentist, "specialist_dentist")], [new("visit-made", Specialist, "on_site")], From: 3, To: 21),
        new("THL51B-CHECK-DENTIST", "oral_health", Hygienist, [OralAssess, new("client-facts", Hygienist, "periodic_oral_check"), new("need-identified", Hygienist, "dentist")], [new("visit-made", Dentist, "on_site")], From: 3, To: 15),

        new("THL51C-START", "primary_specialised_care", Nurse, Nothing, [new("assessment-started", Physician)], "referral"),
        new("THL51C-CARE", "primary_specialised_care", Nurse, [new("assessment-started", Physician), new("assess", Physician)], [new("care-started", Physician, "care")], "referral"),
        new("THL52-START", "specialised_care", Nurse, Nothing, [new("assessment-started", Physician)], "referral"),
        new("THL52-EXAM", "specialised_care", Nurse, Nothing, [new("assessment-started", Physician), new("examinations-done", Physician)], "referral", Flags: "needs_examinations"),
        new("THL52-CARE", "specialised_care", Nurse, [new("assessment-started", Physician), new("assess", Physician)], [new("care-started", Physician, "care")], "referral"),
        new("THL53-PSY-START", "youth_psychiatry", Nurse, Nothing, [new("assessment-started", Psychologist)], "referral", 8, 21),
        new("THL53-PSY-EXAM", "youth_psychiatry", Nurse, Nothing, [new("assessment-started", Psychologist), new("examinations-done", Physician)], "referral", 8, 21, "needs_examinations"),
        new("THL53-PSY-CARE", "youth_psychiatry", Nurse, [new("assessment-started", Psychologist), new("assess", Physician)], [new("care-started", Psychologist, "care")], "referral", 8, 21),
        new("THL53-THERAPY", "mental_health_addiction", Nurse, [Assess, new("need-identified", Psychologist, "therapy")], [new("care-started", Psychologist, "therapy")], From: 13, To: 21),

        new("OHL17-CONTACT", "student_health", HealthNurse, Nothing, [new("contact-handled", HealthNurse)], From: 13, To: 21),
        new("OHL15-TALK", "student_welfare", Counsellor, Nothing, [new("conversation-offered", Counsellor, "held")], "request", 8, 17),
        new("OHL15-URGENT", "student_welfare", Counsellor, Nothing, [new("conversation-offered", Counsellor, "held")], "request", 8, 17, "urgent"),
        new("NEUV3-HOME", "child_health_clinic", HealthNurse, Nothing, [new("home-visit-made", HealthNurse)], "birth-notice", 20, 40, "first_child"),
        new("NEUV3-HOME", "child_health_clinic", HealthNurse, [new("child-born", HealthNurse, "first_child")], [new("home-visit-made", HealthNurse)], From: 20, To: 40),
        new("NEUV3-HOME-URGENT", "child_health_clinic", HealthNurse, Nothing, [new("home-visit-made", HealthNurse)], "birth-notice", 20, 40, "first_child", "urgent"),

        new("SHL36-75", "older_people", Counsellor, Nothing, [new("social-start", Counsellor)], From: 76, To: 95),
        new("SHL36-HOITOTUKI", "adult_social", Worker, [new("client-facts", Worker, "highest_care_allowance")], [new("social-start", Worker)], From: 18),
        new("SHL36-DISABLED", "disability", Worker, Nothing, [new("social-start", Worker)], From: 18),
        new("SHL36-CHILD-START", "family_social", Worker, [new("client-facts", Worker, "special_support")], [new("social-start", Worker)], From: 1, To: 16),
        new("SHL36-CHILD-DONE", "family_social", Worker, [new("client-facts", Worker, "special_support"), new("social-start", Worker)], [new("social-complete", Worker)], From: 1, To: 16),
        new("SHL45-IMPL", "adult_social", Worker, [new("social-start", Worker)], Granted, From: 18),
        new("VANHPL18-IMPL", "older_people", Counsellor, [new("social-start", Counsellor)], [new("decide", Counsellor, "granted"), new("carry-out", Counsellor)], From: 76, To: 95),
        new("SHL45-PSYSOC", "family_social", Worker, [new("need-identified", Worker, "psychosocial")], Granted, From: 3, To: 16),
        new("SHL36-URGENT", "adult_social", Worker, Nothing, [new("urgency-judged", Worker, "urgent")], "application", 18, 64, "urgent"),
        new("SHL45-URGENT", "adult_social", Worker, [new("urgency-judged", Worker, "urgent")], Granted, "application", 18, 64, "urgent"),
        new("VANHPL18-URGENT", "older_people", Counsellor, [new("urgency-judged", Counsellor, "urgent")], [new("decide", Counsellor, "granted"), new("carry-out", Counsellor)], "authority", 76, 95, "urgent"),

        new("LSL26-START", "child_welfare", Worker, [new("judge", Worker, "non_urgent")], [new("social-start", Worker)], From: 1, To: 16),
        new("LSL26-DONE", "child_welfare", Worker, [new("judge", Worker, "non_urgent"), new("social-start", Worker)], [new("social-complete", Worker)], From: 1, To: 16),
        new("LSL26-URGENT", "child_welfare", Worker, Nothing, [new("judge", Worker, "non_urgent")], From: 1, To: 16),
        new("LSL38-EMERGENCY", "child_welfare", Worker, [new("judge", Worker, "urgent"), new("child-placed", Worker)], [new("placement-ended", Worker)], From: 1, To: 16),

        new("TTL14A-DECISION", "social_assistance", Worker, Nothing, [new("decide", Worker, "granted")], "application", 18, 64),
        new("TTL14B-URGENT", "social_assistance", Worker, Nothing, [new("decide", Worker, "granted")], "application", 18, 64, "urgent"),
        new("TTL14A-REQUEST", "social_assistance", Worker, [new("client-facts", Worker, "incomplete_application")], [new("completion-requested", Worker)], "application", 18, 64),
        new("TTL14A-COMPLETED", "social_assistance", Worker, [new("completion-requested", Worker, DaysBefore: 6), new("application-completed", Worker)], [new("decide", Worker, "granted")], "application", 18, 64),
        new("TTL14A-EXPIRED", "social_assistance", Worker, [new("completion-requested", Worker, DaysBefore: Deadline)], [new("decide", Worker, "refused")], "application", 18, 64),
        new("TTL14D-TALK", "social_assistance", Worker, [new("conversation-requested", Worker)], [new("conversation-offered", Worker, "held")], "contact", 18, 64),
    ];

    /// <summary>Days that the demonstration's workers give for completing an application.</summary>
    public const int Deadline = 10;
}
