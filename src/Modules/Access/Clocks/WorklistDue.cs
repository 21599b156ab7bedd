using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>By when a matter must be taken, for the order of a worklist.</summary>
/// <param name="Immediate">A duty without a number is open, or somebody is said to be in danger and nobody has handled the matter: first of all.</param>
/// <param name="Due">The earliest strict date of an open statutory clock; without one, that of the promise for matters without a clock.</param>
/// <param name="LastInTime">The earliest last day on which one of the same clocks is still in time; it is overdue only after that.</param>
/// <param name="Rule">The rule or promise that the date comes from; null of a message, which has none.</param>
public readonly record struct WorklistDue(bool Immediate, LocalDate? Due, LocalDate? LastInTime, ClockRule? Rule)
{
    private static readonly TimeLimit Answer = new(3, TimeUnit.WorkingDays);

    /// <summary>Of the clocks of one matter that wait to be met. It does not depend on the day of looking, so it changes only with events and law.</summary>
    public static WorklistDue Of(ClockFacts facts, IEnumerable<ClockResult> clocks)
    {
        var immediate = InDanger(facts);
        ClockResult? statute = null, promise = null;
        LocalDate? statuteInTime = null, promiseInTime = null;
        foreach (var clock in clocks)
        {
            if (!clock.Waits)
                continue;
            immediate |= clock.IsImmediate;
            if (clock.Rule.Kind == RuleKind.Statute)
                (statute, statuteInTime) = (Earlier(statute, clock), Earlier(statuteInTime, clock.LastInTime));
            else if (clock.Rule.Fallback)
                (promise, promiseInTime) = (Earlier(promise, clock), Earlier(promiseInTime, clock.LastInTime));
        }

        return statute is null ? new(immediate, promise?.Strict, promiseInTime, promise?.Rule) : new(immediate, statute.Strict, statuteInTime, statute.Rule);
    }

    /// <summary>When no clock gives a date, a message that waits for an answer does: three working days from it.</summary>
    /// <param name="message">The day of the first message that nobody has answered; null when none waits.</param>
    public WorklistDue OrAnswerTo(LocalDate? message, CountySettings settings) =>
        Due is null && message is { } day && settings.Time.End(day, Answer) is var end ? this with { Due = end.Strict, LastInTime = end.Latest } : this;

    // No act says it of every service line.
    private static bool InDanger(ClockFacts facts) =>
        facts.Subject.Reasons.Contains("immediate", StringComparer.Ordinal) && !Handling.Begun(facts.Facts) && facts.EndingAfter(facts.Subject.Opened) is null;

    private static ClockResult Earlier(ClockResult? one, ClockResult other) => one is null || other.Strict < one.Strict ? other : one;

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is null || other < one ? other : one;
}
