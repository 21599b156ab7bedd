using Yhteys.Access.Clocks;

namespace Yhteys.Access.Publish.Plan;

/// <summary>The rules of the tables with their <see cref="RuleHeirs"/>.</summary>
internal static class TableRules
{
    public static IReadOnlyList<Publication> Complete(IReadOnlyList<Publication> publications, RuleSet rules)
    {
        var heirs = new RuleHeirs(rules.Statutes, rules, publications.SelectMany(p => p.Tables).SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal));
        return [.. publications.Select(p => p with { Tables = [.. p.Tables.Select(t => t with { Rules = heirs.With(t.Rules) })] })];
    }
}
