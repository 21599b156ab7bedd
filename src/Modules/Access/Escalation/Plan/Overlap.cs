namespace Yhteys.Access.Escalation.Plan;

/// <summary>Two entries that would watch the same thing on the same day, so that nobody could tell which counts.</summary>
internal static class Overlap
{
    /// <summary>What both watch, in words; null when nothing.</summary>
    public static FormattableString? Of(EscalationRule one, EscalationRule other)
    {
        if (one.State != other.State || one.Nearness != other.Nearness || one.From > (other.To ?? one.From) || other.From > (one.To ?? other.From))
            return null;
        var lines = Shared(one.Lines, other.Lines);
        var rules = Shared(one.Rules, other.Rules);
        if (lines is [] || rules is [])
            return null;
        return (one.State, rules, lines) switch
        {
            ({ } state, _, _) => $"the state {state}",
            (_, [var rule, ..], _) => $"{rule}",
            (_, _, [var line, ..]) => $"all rules of {line}",
            _ => $"all other rules",
        };
    }

    /// <summary>Null when neither names any.</summary>
    private static List<string>? Shared(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? null : [.. one.Intersect(other, StringComparer.Ordinal)];
}
