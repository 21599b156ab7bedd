using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>
/// Two rules of the same place in the law, of the same line, start, stop and conditions are versions of one limit. Their validities
/// may neither overlap nor leave days without law between them, whether or not one says that it replaces the other.
/// </summary>
internal static class ValidityChecks
{
    public static IEnumerable<ContentProblem> Of(IEnumerable<LocatedRule> rules)
    {
        var said = new HashSet<(string, string)>();
        foreach (var versions in rules.Where(rule => rule.Rule is { Kind: RuleKind.Statute, Law: not null })
            .SelectMany(rule => rule.Rule.Lines.Select(line => (Key: $"{line} {Limit(rule.Rule)}", Rule: rule)))
            .GroupBy(pair => pair.Key, pair => pair.Rule, StringComparer.Ordinal))
        {
            LocatedRule? before = null;
            foreach (var rule in versions.OrderBy(rule => rule.Rule.From))
            {
                if (before is not null && !Linked(before.Rule, rule.Rule) && Wrong(before.Rule, rule.Rule) is { } reason && said.Add((before.Rule.Id, rule.Rule.Id)))
                    yield return rule.Problem("from", reason);
                if (before is null || (before.Rule.To is { } to && !(rule.Rule.To < to)))
                    before = rule;
            }
        }
    }

    private static FormattableString? Wrong(ClockRule before, ClockRule rule)
    {
        if (before.To is not { } last || last >= rule.From)
            return $"It says the same limit as {before.Id}, and both are in force on {rule.From}: end {before.Id} on the day before, or give them different conditions.";
        return last.PlusDays(1) == rule.From
            ? null
            : (FormattableString)$"It says the same limit as {before.Id}, and neither is in force from {last.PlusDays(1)} until {rule.From}: close the gap.";
    }

    // A rule that says what it replaces is checked along that chain.
    internal static bool Linked(ClockRule one, ClockRule other) =>
        one.Replaces.Contains(other.Id, StringComparer.Ordinal) || other.Replaces.Contains(one.Id, StringComparer.Ordinal);

    internal static bool AreVersions(ClockRule one, ClockRule other) =>
        one is { Kind: RuleKind.Statute, Law: not null } && other is { Kind: RuleKind.Statute, Law: not null }
        && one.Lines.Intersect(other.Lines, StringComparer.Ordinal).Any() && Limit(one) == Limit(other);

    /// <summary>The same for two versions of one limit.</summary>
    internal static string Limit(ClockRule rule)
    {
        var (law, conditions) = (rule.Law!, rule.Conditions);
        return string.Join(" | ",
            law.Act, law.Section, law.Paragraph, law.Item, Match(rule.Starts), Match(rule.Requires), Match(rule.Stops),
            $"{conditions.Under} {conditions.AtLeast} {conditions.AgeOn}", Codes(conditions.All), Codes(conditions.AnyOf), Codes(conditions.None), Codes(conditions.NotAll));
    }

    internal static string Match(IEnumerable<FactMatch> matches) =>
        string.Join(" or ", matches.Select(match => $"{Codes(match.Facts)} {Codes(match.Qualifiers)} {Codes(match.Professions)} {Codes(match.NotProfessions)}").Order(StringComparer.Ordinal));

    private static string Codes(IEnumerable<string>? codes) => string.Join(',', (codes ?? []).Order(StringComparer.Ordinal));
}
