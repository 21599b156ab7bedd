using Yhteys.Access.Clocks;

namespace Yhteys.Access.Publish.Plan;

/// <summary>The rules of the tables with their <see cref="RuleHeirs"/>: what is not to be published as the rule before it was is none.</summary>
internal static class TableRules
{
    public static IReadOnlyList<Publication> Complete(IReadOnlyList<Publication> publications, RuleSet rules)
    {
        var heirs = new RuleHeirs(
            rules.Statutes.Where(rule => rule.Replaces.Any(id => rules.Find(id)?.Publish == rule.Publish)), rules, publications.SelectMany(p => p.Tables).SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal));
        return [.. publications.Select(p => p with { Tables = [.. p.Tables.Select(t => t with { Rules = heirs.With(t.Rules) })] })];
    }
}
