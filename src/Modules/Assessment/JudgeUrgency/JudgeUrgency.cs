using Yhteys.Access.Clocks;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>How urgent the need is, judged at once (SHL 36 § 1 mom; OHL 15 § and ToTuL 14 b § give urgent matters a shorter time).</summary>
internal static class JudgeUrgency
{
    public static readonly FactKind Kind = new("urgency-judged", Rights.NeedAssessSocial, "need_assessed", "contact_handled")
    {
        Fields = FactFields.Choice,
        Choices = ClockVocabulary.Urgencies,
        ChoiceTexts = "urgency",
        Reasons = ClockVocabulary.Urgencies,
        Decide = c => c.Append(new UrgentNeedJudged(
            c.Matter, c.Input.Choice!, c.ReasonsWith([c.Input.Choice!], ClockVocabulary.Urgencies), c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };
}
