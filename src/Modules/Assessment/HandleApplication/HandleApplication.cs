using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>An application from its arrival to the decision (ToTuL 14 a §): what is missing is asked for by a day.</summary>
internal static class HandleApplication
{
    private const string Incomplete = "incomplete_application";
    private const int LongestDays = 60;

    public static readonly FactKind Arrive = new("application-arrived", Rights.FactRecord, "application_arrived")
    {
        Decide = c => c.Append(new ApplicationArrived(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    // The other fact is made by the day after the deadline: CompletionWatch.
    public static readonly FactKind Ask = new("completion-requested", Rights.FactRecord, "completion_requested", "completion_expired")
    {
        Fields = FactFields.OtherDay | FactFields.Words,
        Reasons = [Incomplete],
        Decide = AskFor,
    };

    public static readonly FactKind Complete = new("application-completed", Rights.FactRecord, "application_completed")
    {
        Decide = c => c.Append(new ApplicationCompleted(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    private static Decision AskFor(FactCase c)
    {
        if (c.Input.OtherDay is not { } deadline) return new OtherDayMissing();
        if (deadline <= c.Day) return new DeadlineNotAhead(c.Day);
        if (deadline > c.Day.PlusDays(LongestDays)) return new DeadlineTooFar(c.Day.PlusDays(LongestDays));
        if (string.IsNullOrWhiteSpace(c.Input.Words)) return new WordsMissing();
        return c.Append(
            new CompletionRequested(c.Matter, deadline, c.ReasonsWith([Incomplete]), c.Day, c.Doer.Profession, c.Doer.Licence, c.Register),
            new MoreAsked(c.Matter, Seal.With(c.Matter, c.Input.Words.Trim()), c.Register, c.Today, c.Doer.Profession, c.Doer.Licence));
    }
}
