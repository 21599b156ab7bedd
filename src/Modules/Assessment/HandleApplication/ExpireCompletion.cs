using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>The day after the deadline has come and nothing has arrived: the time given for completing the application is over.</summary>
public sealed record ExpireCompletion(Guid Matter, LocalDate Deadline)
{
    /// <summary>Nothing to do when the completion arrived, a decision was made or another deadline was given; never before the day is over.</summary>
    public static Decision Decide(MatterFacts known, ExpireCompletion command, string register, Context context) =>
        known.First("completion_requested") is null
        || known.First("application_completed", "completion_expired", "decision_made") is not null
        || context.Now.Day() <= command.Deadline
            ? Decision.Nothing
            : Decision.Append(command.Matter, new CompletionExpired(command.Matter, command.Deadline, register));
}
