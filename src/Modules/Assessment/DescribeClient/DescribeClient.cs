using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>What is known of the client and the reason, and chooses the rule: disabled, highest care allowance, an application that lacks something.</summary>
/// <remarks>Learned later, it corrects what the clocks were told; the answer given before stays with its day.</remarks>
internal static class DescribeClient
{
    public static readonly FactKind Kind = new("client-facts", Rights.FactRecord)
    {
        Fields = FactFields.Flags,
        Choices = [.. ClockVocabulary.Reasons.Except(ClockVocabulary.Urgencies)],
        ChoiceTexts = "client-facts",
        Reasons = [.. ClockVocabulary.Reasons.Except(ClockVocabulary.Urgencies)],
        Decide = Describe,
    };

    private static Decision Describe(FactCase c)
    {
        var asked = c.Recording.Choices ?? Kind.Choices;
        var ticked = c.Input.Flags ?? [];
        var known = c.Known.Reasons.Where(asked.Contains).ToList();
        var (added, removed) = (ticked.Except(known).ToList(), known.Except(ticked).ToList());
        if (added.Count + removed.Count == 0) return new NothingChanges();
        return c.Append(new ClientFactsRecorded(
            c.Matter, c.ReasonsWith(added, removed), added, removed, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register));
    }
}
