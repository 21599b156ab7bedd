using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>That there can be somebody whom a rule concerns.</summary>
internal static class WhomChecks
{
    public static IEnumerable<ContentProblem> Of(LocatedRule located)
    {
        var conditions = located.Rule.Conditions;
        if (conditions.AtLeast >= conditions.Under)
            yield return located.Problem("under", $"Nobody is under {conditions.Under} and at least {conditions.AtLeast} years old: change one of the ages.");
        if (conditions is { UnknownAge: true, AtLeast: null })
            yield return located.Problem("unknownAge", $"Without a lowest age the rule concerns those of unknown age anyway: remove unknownAge.");
        var (all, none) = (conditions.All ?? [], conditions.None ?? []);
        foreach (var reason in all.Intersect(none, StringComparer.Ordinal))
            yield return located.Problem(reason, $"\"{reason}\" both must hold and must not: remove one of them.");
        if (conditions.AnyOf is { Count: > 0 } any && !any.Except(none, StringComparer.Ordinal).Any())
            yield return located.Problem("anyOf", $"Everything in anyOf is ruled out by none: change one of them.");
        if (conditions.NotAll is { Count: > 0 } notAll && !notAll.Except(all, StringComparer.Ordinal).Any())
            yield return located.Problem("notAll", $"All of notAll must hold by all, so the rule concerns nobody: change one of them.");
        if (all.Intersect(ClockVocabulary.Urgencies, StringComparer.Ordinal).Skip(1).Any())
            yield return located.Problem("all", $"Only one of {string.Join(", ", ClockVocabulary.Urgencies)} can hold at once: keep one.");
    }
}
