using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>A professional finds that the client needs another's care: a physician, a dentist, therapy, psychosocial support.</summary>
internal static class IdentifyNeed
{
    public static readonly FactKind Kind = new("need-identified", Rights.FactRecord, "need_identified")
    {
        Fields = FactFields.Choice,
        Choices = Codes.Needs,
        ChoiceTexts = "needs",
        Qualifies = true,
        Decide = c => c.Known.File?.Facts.Any(f => f.Fact == "need_identified" && f.Qualifier == c.Input.Choice) == true
            ? new NeedAlreadyFound()
            : c.Append(new NeedIdentified(c.Matter, c.Input.Choice!, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register, Common.AgeOn(c.Birth, c.Day))),
    };
}
