using System.Collections.Frozen;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>Every kind of recording that the program knows, also those that have a form of their own or another module's.</summary>
internal static class FactKinds
{
    private const string Urgent = "urgent", NonUrgent = "non_urgent", Immediate = "immediate";

    public static IReadOnlyList<FactKind> All { get; } =
    [
        new("contact", Rights.ContactRecord, "contact", "matter_pending", "notice_received", "request_made") { Opens = true },
        .. OpenMatter.Kinds,
        new("care-need-assessed", Rights.NeedAssessHealth, "need_assessed", "contact_handled", "need_identified")
        {
            Elsewhere = "/assess",
            Choices = Codes.Needs,
            Qualifies = true,
            Reasons = [Immediate, Urgent, NonUrgent, "medical_reason", "general_medicine"],
        },
        FollowReferral.Start, FollowReferral.Examine,
        IdentifyNeed.Kind,
        new("appointment", Rights.AppointmentOffer, "visit", "offer_declined") { Elsewhere = "#offer" },
        GiveCare.Visit, GiveCare.HomeVisit, GiveCare.Start, GiveCare.Birth, GiveCare.Reach,
        new("social-started", Rights.NeedAssessSocial, "assessment_started", "contact_handled") { Elsewhere = "/social-start" },
        new("social-completed", Rights.NeedAssessSocial, "assessment_completed") { Elsewhere = "/social-complete" },
        new("decision-made", Rights.DecisionMake, "decision_made") { Elsewhere = "/decide", Choices = Codes.Results, Qualifies = true },
        new("decision-carried-out", Rights.NeedAssessSocial, "decision_implemented") { Elsewhere = "/carry-out" },
        JudgeUrgency.Kind,
        new("child-urgency-judged", Rights.MatterHandle, "need_assessed", "contact_handled") { Elsewhere = "#judge", Reasons = [Urgent, NonUrgent] },
        HandleApplication.Arrive, HandleApplication.Ask, HandleApplication.Complete,
        OfferConversation.Request, OfferConversation.Offer,
        PlaceChild.Place, PlaceChild.End,
        DescribeClient.Kind, ChooseSchool.Kind, ExtendLimit.Kind,
    ];

    private static readonly FrozenDictionary<string, FactKind> ByCode = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    public static FactKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
