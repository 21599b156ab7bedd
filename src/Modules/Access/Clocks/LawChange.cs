using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>Which version of the law binds a wait that crosses a change (B1 row 1).</summary>
internal readonly record struct LawChange(bool NotInForce, LocalDate? From, LocalDate? Until)
{
    public static LawChange Of(CodedRule rule, string line, CountySettings settings, LocalDate start, LocalDate? stop, LocalDate? ended)
    {
        if (!settings.NewLawTakesRunning || !rule.Moves)
            return new(!rule.Rule.IsInForceOn(start), null, null);
        var settled = stop < ended || ended is null ? stop : ended;
        if (start < rule.Rule.From && (!BeganUnderPredecessor(rule, start) || settled < rule.Rule.From))
            return new(true, null, null);
        if (start > rule.Rule.To)
            return new(true, null, null);
        var until = rule.Rule.To is { } to && Array.Exists(rule.Successors, next => next.Moves && next.Rule.Lines.Contains(line, StringComparer.Ordinal)) && !(settled <= to) ? to.PlusDays(1) : (LocalDate?)null;
        return new(false, start < rule.Rule.From ? rule.Rule.From : null, until);
    }

    private static bool BeganUnderPredecessor(CodedRule rule, LocalDate start)
    {
        foreach (var before in rule.Predecessors)
            if (before.Moves && (before.Rule.IsInForceOn(start) || BeganUnderPredecessor(before, start)))
                return true;
        return false;
    }
}
