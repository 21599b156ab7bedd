using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>
/// Two limits that somebody could have at once though one of them is meant: they stand in the same section or took the place of the same rule, run to
/// the same facts, are in force together, and their conditions do not rule each other out. Items of a list (kohta) are grounds beside each other.
/// </summary>
internal static class OverlapChecks
{
    private const int Oldest = 200;

    public static IEnumerable<ContentProblem> Of(IReadOnlyList<LocatedRule> rules)
    {
        var statutes = rules.Where(rule => rule.Rule is { Kind: RuleKind.Statute, Law: not null }).OrderBy(rule => rule.Rule.From).ToList();
        foreach (var (i, rule) in statutes.Index())
            foreach (var before in statutes.Take(i).Select(located => located.Rule))
                if (!(before.To < rule.Rule.From) && AreOneLimit(before, rule.Rule) && CanBothHold(before.Conditions, rule.Rule.Conditions))
                    yield return rule.Problem("from", $"Somebody can have both it and {before.Id} on {rule.Rule.From}: first change the ages or conditions of {before.Id} in the same draft so that they rule each other out, or end {before.Id} on the day before if nobody else needs it.");
    }

    private static bool AreOneLimit(ClockRule one, ClockRule other) =>
        one.Lines.Intersect(other.Lines, StringComparer.Ordinal).Any()
        && ValidityChecks.Match(one.Stops) == ValidityChecks.Match(other.Stops)
        && !ValidityChecks.Linked(one, other)
        && ValidityChecks.Limit(one) != ValidityChecks.Limit(other)
        && (one.Replaces.Intersect(other.Replaces, StringComparer.Ordinal).Any() || AreInOneSection(one, other));

    private static bool AreInOneSection(ClockRule one, ClockRule other) =>
        (one.Law!.Act, one.Law.Section, one.Law.Item) == (other.Law!.Act, other.Law.Section, other.Law.Item)
        && ValidityChecks.Match(one.Starts) == ValidityChecks.Match(other.Starts)
        && ValidityChecks.Match(one.Requires) == ValidityChecks.Match(other.Requires);

    private static bool CanBothHold(RuleConditions one, RuleConditions other) =>
        (Math.Max(one.AtLeast ?? 0, other.AtLeast ?? 0) < Math.Min(one.Under ?? Oldest, other.Under ?? Oldest) || (OfUnknownAge(one) && OfUnknownAge(other)))
        && Sets([.. Named(one).Union(Named(other), StringComparer.Ordinal)]).Any(said => Hold(one, said) && Hold(other, said));

    private static bool OfUnknownAge(RuleConditions conditions) => conditions.AtLeast is null || conditions.UnknownAge;

    private static IEnumerable<string> Named(RuleConditions conditions) =>
        new[] { conditions.All, conditions.AnyOf, conditions.None, conditions.NotAll }.SelectMany(codes => codes ?? []);

    // Every way in which the reasons can be said of one matter.
    private static IEnumerable<string[]> Sets(string[] reasons) =>
        from mask in Enumerable.Range(0, 1 << reasons.Length)
        let said = reasons.Where((_, i) => (mask >> i & 1) != 0).ToArray()
        where said.Intersect(ClockVocabulary.Urgencies, StringComparer.Ordinal).Count() < 2 && said.Intersect(ClockVocabulary.Apart, StringComparer.Ordinal).Count() < 2
        select said;

    private static bool Hold(RuleConditions conditions, string[] said) =>
        (conditions.All ?? []).All(said.Contains)
        && (conditions.AnyOf is not { Count: > 0 } any || any.Any(said.Contains))
        && !(conditions.None ?? []).Any(said.Contains)
        && (conditions.NotAll is not { Count: > 0 } together || !together.All(said.Contains));
}
