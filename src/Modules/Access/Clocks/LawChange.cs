using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>Which version of the law binds a wait that crosses a change (B1 row 1).</summary>
internal readonly record struct LawChange(bool NotInForce, LocalDate? From, LocalDate? Until)
{
    public static LawChange Of(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? stop, LocalDate? ended)
    {
        if (!settings.NewLawTakesRunning || !rule.Moves)
            return new(!rule.Rule.IsInForceOn(start), null, null);
        var settled = stop < ended || ended is null ? stop : ended;
        if (start < rule.Rule.From && (!BeganUnderPredecessor(rule, facts.Subject.ServiceLine, start) || settled < rule.Rule.From))
            return new(true, null, null);
        if (start > rule.Rule.To)
            return new(true, null, null);
        var taken = rule.Rule.To is { } to && !(settled <= to) ? Heirs(rule, facts, settings).Min(next => (LocalDate?)TakesOver(next, facts, settings)) : null;
        return new(false, start < rule.Rule.From ? rule.Rule.From : null, settled < taken ? null : taken);
    }

    /// <summary>The rules that take the wait over: of those that took this one's place, or the place of one that does not concern the matter, the first that do.</summary>
    public static IEnumerable<CodedRule> Heirs(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        foreach (var next in rule.Successors)
        {
            if (!next.Moves || !IsOn(next, facts.Subject.ServiceLine))
                continue;
            if (Binds(next, facts, settings))
                yield return next;
            else
                foreach (var further in Heirs(next, facts, settings))
                    yield return further;
        }
    }

    /// <summary>The day on which an heir takes the wait over: not before its own fact is there, so that until then the old time stands.</summary>
    public static LocalDate TakesOver(CodedRule heir, ClockFacts facts, CountySettings settings)
    {
        var there = ClockComputer.Compute(heir, facts, settings);
        return (there.AppliesFrom ?? there.Start) is { } seen && seen > heir.Rule.From ? seen : heir.Rule.From;
    }

    private static bool Binds(CodedRule rule, ClockFacts facts, CountySettings settings) =>
        ClockComputer.Compute(rule, facts, settings) is { Start: not null } there && (there.Why == NotApplicableReason.None || there.AppliesUntil is not null);

    private static bool BeganUnderPredecessor(CodedRule rule, string line, LocalDate start)
    {
        foreach (var before in rule.Predecessors)
            if (before.Moves && IsOn(before, line) && (before.Rule.IsInForceOn(start) || BeganUnderPredecessor(before, line, start)))
                return true;
        return false;
    }

    private static bool IsOn(CodedRule rule, string line) => rule.Rule.Lines.Contains(line, StringComparer.Ordinal);
}
