using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>By when a matter must be taken, for the order of a worklist.</summary>
/// <param name="Immediate">A duty without a number is open: first of all.</param>
/// <param name="Due">The earliest strict date of an open statutory clock; without one, that of the promise for matters without a clock.</param>
/// <param name="Rule">The rule or promise that the date comes from.</param>
public readonly record struct WorklistDue(bool Immediate, LocalDate? Due, ClockRule? Rule)
{
    /// <summary>Of the clocks of one matter that wait to be met. It does not depend on the day of looking, so it changes only with events and law.</summary>
    public static WorklistDue Of(IEnumerable<ClockResult> clocks)
    {
        var immediate = false;
        ClockResult? statute = null, promise = null;
        foreach (var clock in clocks)
        {
            if (!clock.Waits)
                continue;
            immediate |= clock.IsImmediate;
            if (clock.Rule.Kind == RuleKind.Statute)
                statute = Earlier(statute, clock);
            else if (clock.Rule.Fallback)
                promise = Earlier(promise, clock);
        }

        var first = statute ?? promise;
        return new(immediate, first?.Strict, first?.Rule);
    }

    private static ClockResult Earlier(ClockResult? one, ClockResult other) => one is null || other.Strict < one.Strict ? other : one;
}
