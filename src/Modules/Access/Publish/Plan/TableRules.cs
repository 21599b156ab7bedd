using Yhteys.Access.Clocks;

namespace Yhteys.Access.Publish.Plan;

/// <summary>
/// A rule that no table names belongs to the tables of the rules whose place it took: a law that is changed on a page goes on in the figures
/// of the law before it.
/// </summary>
internal static class TableRules
{
    public static IReadOnlyList<Publication> Complete(IReadOnlyList<Publication> publications, RuleSet rules)
    {
        var named = publications.SelectMany(p => p.Tables).SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal);
        var heirs = rules.Statutes.Where(rule => !named.Contains(rule.Id))
            .SelectMany(rule => rule.Replaces.Select(replaced => (replaced, rule.Id))).ToLookup(pair => pair.replaced, pair => pair.Id, StringComparer.Ordinal);
        return heirs.Count == 0 ? publications : [.. publications.Select(p => p with { Tables = [.. p.Tables.Select(t => t with { Rules = With(t.Rules, heirs) })] })];
    }

    private static List<string> With(IReadOnlyList<string> rules, ILookup<string, string> heirs)
    {
        List<string> all = [.. rules];
        // The list grows while it is gone through: an heir may have heirs.
        for (var i = 0; i < all.Count; i++)
            all.AddRange(heirs[all[i]].Except(all, StringComparer.Ordinal).ToList());
        return all;
    }
}
