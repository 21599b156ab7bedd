using Yhteys.Access.Clocks;

namespace Yhteys.Assessment;

/// <summary>Whether every rule in force can be started and stopped by what is recorded on each of its lines.</summary>
internal static class RuleCoverage
{
    /// <summary>The service line and a sentence for each rule that has no way there; empty when all have.</summary>
    public static IEnumerable<(string Line, FormattableString Said)> Gaps(RecordingBook book, RuleSet rules) =>
        from rule in rules.Statutes
        where rule.To is null
        from line in rule.Lines
        from gap in Gaps(book, rule, line)
        select (line, gap);

    private static IEnumerable<FormattableString> Gaps(RecordingBook book, ClockRule rule, string line)
    {
        if (!rule.Starts.Any(start => Gives(book, line, start)))
            yield return Said(rule, line, $"starts it", rule.Starts);
        foreach (var required in rule.Requires.Where(required => !Gives(book, line, required)))
            yield return Said(rule, line, $"fulfils what it requires", [required]);
        if (!rule.Stops.Any(stop => Gives(book, line, stop)))
            yield return Said(rule, line, $"stops it", rule.Stops);
        if (rule.MoreTime is not null && book.Find(ExtendLimit.Kind.Code, line) is null)
            yield return $"{rule.Id} on {line}: no recording gives the more time that the act allows. Add one.";
        foreach (var reason in (rule.Conditions.All ?? []).Where(reason => !Sets(book, line, reason)))
            yield return $"{rule.Id} on {line}: no recording sets its condition {reason}. Add one.";
        if (rule.Conditions.AnyOf is { Count: > 0 } any && !any.Any(reason => Sets(book, line, reason)))
            yield return $"{rule.Id} on {line}: no recording sets any of its conditions {string.Join(", ", any)}. Add one.";
    }

    /// <summary>The recordings of the line that give what a rule means.</summary>
    public static IEnumerable<Recording> Giving(RecordingBook book, string line, FactMatch match) =>
        match.Lines?.Contains(line) == false ? [] : book.On(line).Where(r => Gives(r, match));

    private static bool Gives(RecordingBook book, string line, FactMatch match) => Giving(book, line, match).Any();

    private static bool Gives(Recording recording, FactMatch match)
    {
        var kind = FactKinds.Find(recording.Kind)!;
        if (!kind.Facts.Intersect(match.Facts).Any())
            return false;
        if (match.Professions is { } professions && recording.Professions?.Intersect(professions).Any() == false)
            return false;
        if (match.NotProfessions is { } not && recording.Professions?.Except(not).Any() == false)
            return false;
        if (match.Licences is { } licences && recording.Licences?.Intersect(licences).Any() == false)
            return false;
        return match.Qualifiers is not { } qualifiers
            || kind.Facts.Contains("placement")
            || (kind.Qualifies && (recording.Choices ?? kind.Choices).Intersect(qualifiers).Any());
    }

    // A line may say of its client by itself what a rule asks.
    private static bool Sets(RecordingBook book, string line, string reason) =>
        (line, reason) is ("older_people", "older_person") or ("disability", "disabled")
        || book.On(line).Any(r => FactKinds.Find(r.Kind)!.Reasons is var sets && sets.Contains(reason)
            && (!FactKinds.Find(r.Kind)!.Asks(FactFields.Flags) || (r.Choices ?? sets).Contains(reason)));

    private static FormattableString Said(ClockRule rule, string line, FormattableString what, IEnumerable<FactMatch> matches) =>
        $"{rule.Id} on {line}: no recording {what} ({string.Join(", ", matches.SelectMany(m => m.Facts).Distinct(StringComparer.Ordinal))}). Add one.";
}
