using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>From the referral to care (TervHL 51 c, 52 and 53 §): the assessment begins, and the examinations that it needs are done.</summary>
internal static class FollowReferral
{
    public static readonly FactKind Start = new("assessment-started", Rights.NeedAssessHealth, "assessment_started")
    {
        Decide = c => c.Append(new ReferralAssessmentStarted(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    public static readonly FactKind Examine = new("examinations-done", Rights.FactRecord, "examinations_done")
    {
        Decide = c => c.Append(new ExaminationsDone(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };
}
