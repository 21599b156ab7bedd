using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>Which version of the law binds a wait that crosses a change (B1 row 1).</summary>
internal readonly record struct LawChange(bool NotInForce, LocalDate? From, LocalDate? Until)
{
    public static LawChange Of(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? stop, LocalDate? ended, LocalDate? lastInTime)
    {
        if (!settings.NewLawTakesRunning || !rule.Moves)
            return new(!rule.Rule.IsInForceOn(start), null, null);
        var settled = stop < ended || ended is null ? stop : ended;
        if (start < rule.Rule.From && (!BeganUnderPredecessor(rule, facts.Subject.ServiceLine, start) || settled < rule.Rule.From))
            return new(true, null, null);
        if (start < rule.Rule.From && WasOverdue(rule, facts, settings, ClockComputer.Need(rule, facts, settings).Day is { } need && need > rule.Rule.From ? need : rule.Rule.From) is true)
            return new(true, null, null);
        if (start > rule.Rule.To)
            return new(true, null, null);
        // A duty at once is never overdue, so that its last day takes nothing from the rule that comes after it.
        LocalDate? taken = null;
        if (rule.Rule.To is { } to && !(settled <= to))
            foreach (var heir in Heirs(rule, facts, settings))
                if (!(settled < heir.From) && !(heir.IsLater && settled == heir.From) && (rule.Rule.IsImmediate || !(heir.From > lastInTime)) && !(heir.From >= taken))
                    taken = heir.From;
        return new(false, start < rule.Rule.From ? rule.Rule.From : null, taken);
    }

    /// <summary>The rules that take the wait over: of those that took this one's place, or the place of one that does not concern the matter, the first that do.</summary>
    public static IEnumerable<Heir> Heirs(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        foreach (var next in rule.Successors)
        {
            if (!next.Moves || !IsOn(next, facts.Subject.ServiceLine))
                continue;
            if (ClockComputer.Compute(next, facts, settings) is { Start: { } start } there && (there.Why == NotApplicableReason.None || there.AppliesUntil is not null))
                yield return Heir.Of(next.Rule, there.AppliesFrom ?? start);
            else
                foreach (var further in Heirs(next, facts, settings))
                    yield return further;
        }
    }

    private static bool BeganUnderPredecessor(CodedRule rule, string line, LocalDate start)
    {
        foreach (var before in rule.Predecessors)
            if (before.Moves && IsOn(before, line) && (before.Rule.IsInForceOn(start) || BeganUnderPredecessor(before, line, start)))
                return true;
        return false;
    }

    /// <summary>Whether the wait was overdue when the rule came: under each of those before it that concern the matter, or already when such a one came. Null when none does.</summary>
    /// <param name="on">The day on which the rule came, or that of its need when it was found later.</param>
    private static bool? WasOverdue(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate on)
    {
        bool? overdue = null;
        foreach (var before in rule.Predecessors)
            if (before.Moves && IsOn(before, facts.Subject.ServiceLine) && Under(before) is { } was)
                overdue = was && overdue is not false;
        return overdue;

        bool? Under(CodedRule before) => ClockComputer.BegunOn(before, facts, settings) is not { } begun
            ? WasOverdue(before, facts, settings, on)
            : begun.Start > before.Rule.To ? null
            : ClockComputer.LastInTime(before, facts, settings, begun) < on
                || (begun.Start < before.Rule.From && WasOverdue(before, facts, settings, before.Rule.From) is true);
    }

    private static bool IsOn(CodedRule rule, string line) => rule.Rule.Lines.Contains(line, StringComparer.Ordinal);
}

/// <summary>A rule that takes a wait over.</summary>
/// <param name="From">Not before its own fact is there, so that until then the old time stands.</param>
/// <param name="IsLater">Its fact came after its first day: what stops the old clock does not take that clock away.</param>
internal readonly record struct Heir(ClockRule Rule, LocalDate From, bool IsLater)
{
    public static Heir Of(ClockRule rule, LocalDate seen) => seen > rule.From ? new(rule, seen, true) : new(rule, rule.From, false);
}
