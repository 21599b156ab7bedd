using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;

namespace Yhteys.Access.Cli;

/// <summary>Says when a rule was in force and which rules to ask instead.</summary>
internal static class Validity
{
    public static string Outside(RuleSet rules, ClockRule rule, LocalDate day)
    {
        var when = rule.To is { } to ? $"from {rule.From.Iso()} to {to.Iso()}" : $"from {rule.From.Iso()}";
        var said = $"{rule.Id} is in force for clocks that start {when}, not on {day.Iso()}.";
        var instead = Instead(rules, rule, day, day < rule.From).DistinctBy(other => other.Id).ToList();
        if (instead.Count == 0)
            return $"{said} There is no rule for that day here.";
        var how = day < rule.From ? "Before it:" : "It was replaced by:";
        return $"{said} {how} {string.Join("; ", instead.Select(other => Described(other, rule, day)))}. Ask with one of these.";
    }

    // Along the chain until the rules that were in force on the day, since a change may follow another.
    private static IEnumerable<ClockRule> Instead(RuleSet rules, ClockRule rule, LocalDate day, bool before)
    {
        foreach (var next in before ? rule.Replaces.Select(id => rules.Find(id)!) : rules.SuccessorsOf(rule))
            if (next.IsInForceOn(day))
                yield return next;
            else
                foreach (var further in Instead(rules, next, day, before))
                    yield return further;
    }

    /// <param name="asked">The rule that was asked of: one that has taken its place on some of its lines only names them.</param>
    private static string Described(ClockRule rule, ClockRule asked, LocalDate day)
    {
        var conditions = rule.Conditions;
        var parts = new List<string>();
        if (conditions.Under is { } under)
            parts.Add($"under {under} years");
        if (conditions.AtLeast is { } atLeast)
            parts.Add($"{atLeast} years or over{(conditions.UnknownAge ? " or of unknown age" : "")}");
        parts.AddRange((conditions.All ?? []).Select(code => Words.Reason(code).In("en")));
        if (conditions.AnyOf is { Count: > 0 } any)
            parts.Add(string.Join(" or ", any.Select(code => Words.Reason(code).In("en"))));
        parts.AddRange((conditions.None ?? []).Select(code => $"not {Words.Reason(code).In("en")}"));
        if (conditions.NotAll is { Count: > 0 } notAll)
            parts.Add($"not ({string.Join(" and ", notAll.Select(code => Words.Reason(code).In("en")))})");
        var lines = asked.Lines.Intersect(rule.Lines, StringComparer.Ordinal).ToList();
        var whom = parts.Count == 0 ? "all" : string.Join(", ", parts);
        if (lines.Count < asked.Lines.Count)
            whom += $"{(parts.Count == 0 ? "" : ";")} on {string.Join(", ", lines.Count > 0 ? lines : rule.Lines)}";
        return $"{rule.Id} ({whom}; {rule.Law?.On(day).Citation ?? "promise"})";
    }
}
