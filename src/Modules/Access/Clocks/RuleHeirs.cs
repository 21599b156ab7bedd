namespace Yhteys.Access.Clocks;

/// <summary>
/// A rule that nothing names belongs where the rule is whose place it took: a law that is changed on a page goes on in the figures and the
/// watch of the law before it. A duty at once is no heir of a limit with days, nor the other way.
/// </summary>
/// <param name="rules">Rules that may be heirs.</param>
/// <param name="all">Where a rule that was replaced is found.</param>
/// <param name="named">Ids that are named somewhere.</param>
internal sealed class RuleHeirs(IEnumerable<ClockRule> rules, RuleSet all, IReadOnlySet<string> named)
{
    private readonly ILookup<string, string> _heirs = rules.Where(rule => !named.Contains(rule.Id))
        .SelectMany(rule => rule.Replaces.Where(id => all.Find(id) is not { } before || before.IsImmediate == rule.IsImmediate).Select(replaced => (replaced, rule.Id)))
        .ToLookup(pair => pair.replaced, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>These rules, then their heirs.</summary>
    public IReadOnlyList<string> With(IReadOnlyList<string> own)
    {
        if (_heirs.Count == 0)
            return own;
        List<string> found = [.. own];
        // The list grows while it is gone through: an heir may have heirs.
        for (var i = 0; i < found.Count; i++)
            found.AddRange(_heirs[found[i]].Except(found, StringComparer.Ordinal).ToList());
        return found;
    }
}
