using Yhteys.Access.Clocks;

namespace Yhteys.Access.ReadLaw;

/// <summary>A rule with those before and after it, in the order in which they came into force.</summary>
internal static class RuleChain
{
    public static IReadOnlyList<ClockRule> Of(ClockRule rule, RuleSet rules)
    {
        var chain = new HashSet<ClockRule> { rule };
        Before(rule, rules, chain);
        After(rule, rules, chain);
        return [.. chain.OrderBy(r => r.From).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private static void Before(ClockRule rule, RuleSet rules, HashSet<ClockRule> chain)
    {
        foreach (var before in rule.Replaces.Select(rules.Find).OfType<ClockRule>())
            if (chain.Add(before))
                Before(before, rules, chain);
    }

    private static void After(ClockRule rule, RuleSet rules, HashSet<ClockRule> chain)
    {
        foreach (var after in rules.SuccessorsOf(rule))
            if (chain.Add(after))
                After(after, rules, chain);
    }
}
