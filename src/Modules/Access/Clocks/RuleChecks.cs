using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>What a schema can't say: codes that exist, rules that lead somewhere, validity without overlap or gap.</summary>
internal static class RuleChecks
{
    // The facts of a matter may be of the second last year before the calendar ends, and a last day moves over days off.
    public const int LongestDays = 700;

    public static void Check(IReadOnlyList<LocatedRule> rules, List<ContentProblem> problems)
    {
        var byId = new Dictionary<string, LocatedRule>(StringComparer.Ordinal);
        foreach (var rule in rules)
            if (!byId.TryAdd(rule.Rule.Id, rule))
                problems.Add(rule.Problem("id", $"The rule {rule.Rule.Id} is also in {byId[rule.Rule.Id].File}: give each rule its own id."));
        foreach (var rule in rules)
        {
            problems.AddRange(Codes(rule));
            problems.AddRange(Times(rule));
            problems.AddRange(WhomChecks.Of(rule));
            problems.AddRange(OfTaking(TextChecks.Of(rule).Concat(Registers(rule)).Concat(NoNumbers(rule))));
            problems.AddRange(Chain(rule, byId));
        }

        problems.AddRange(ValidityChecks.Of(rules));
        problems.AddRange(OfTaking(OverlapChecks.Of(rules)));
    }

    private static IEnumerable<ContentProblem> OfTaking(IEnumerable<ContentProblem> problems) => problems.Select(problem => problem with { OfTaking = true });

    private static IEnumerable<ContentProblem> Codes(LocatedRule located)
    {
        var rule = located.Rule;
        var conditions = rule.Conditions;
        FactMatch[] matches = [.. rule.Starts, .. rule.Starts.SelectMany(start => start.Or), .. rule.Requires, .. rule.Stops, .. rule.Unless];
        return Qualifiers(located, matches).Concat(Unknown(located, matches.SelectMany(m => m.Facts), ClockVocabulary.Facts, $"fact"))
            .Concat(Unknown(located, matches.SelectMany(m => (m.Professions ?? []).Concat(m.NotProfessions ?? [])), ClockVocabulary.Professions, $"profession"))
            .Concat(Unknown(located, matches.SelectMany(m => m.Licences ?? []), ClockVocabulary.Licences, $"licence"))
            .Concat(Unknown(located, rule.Lines.Concat(matches.SelectMany(m => m.Lines ?? [])), ClockVocabulary.ServiceLines, $"service line"))
            .Concat(Unknown(located, matches.Select(m => m.Setting).OfType<string>().Concat(rule.Settings), CountySettings.Choices.Keys, $"county setting"))
            .Concat(Unknown(located, new[] { conditions.All, conditions.AnyOf, conditions.None, conditions.NotAll }.SelectMany(list => list ?? []).Concat(rule.Requires.SelectMany(need => need.Reasons)), ClockVocabulary.Reasons, $"reason"));
    }

    private static IEnumerable<ContentProblem> Registers(LocatedRule located) =>
        from line in located.Rule.Lines.Intersect(ClockVocabulary.ServiceLines, StringComparer.Ordinal)
        let register = ClockVocabulary.RegisterOf(line)
        where register != located.Rule.Register
        select located.Problem(line, $"The service line {line} belongs to the register {register}, and the rule to {located.Rule.Register}: change one of them.");

    // A qualifier that none of the facts can have would silently switch the rule off.
    private static IEnumerable<ContentProblem> Qualifiers(LocatedRule rule, IEnumerable<FactMatch> matches) =>
        from match in matches
        from qualifier in (match.Qualifiers ?? []).Concat(match.NotQualifiers ?? [])
        let known = match.Facts.SelectMany(fact => ClockVocabulary.QualifiersOf(fact)).Distinct(StringComparer.Ordinal).ToList()
        where !known.Contains(qualifier, StringComparer.Ordinal)
        select rule.Problem(qualifier, known.Count == 0
            ? (FormattableString)$"{string.Join(", ", match.Facts)} has no qualifiers: remove \"{qualifier}\"."
            : $"There is no qualifier \"{qualifier}\" of {string.Join(", ", match.Facts)}: use one of {string.Join(", ", known)}.");

    private static IEnumerable<ContentProblem> Unknown(LocatedRule rule, IEnumerable<string> used, IEnumerable<string> known, FormattableString what) =>
        used.Except(known, StringComparer.Ordinal).Select(code => rule.Problem(code, $"There is no {what} \"{code}\": use one of {string.Join(", ", known)}."));

    private static IEnumerable<ContentProblem> Times(LocatedRule located)
    {
        var rule = located.Rule;
        if (rule.To < rule.From)
            yield return located.Problem("to", $"The last day is before the first day: change one of them.");
        if (rule.From.Year is < WorkingDays.FirstYear or > WorkingDays.LastYear || rule.To?.Year > WorkingDays.LastYear)
            yield return located.Problem(rule.From.Year is >= WorkingDays.FirstYear and <= WorkingDays.LastYear ? "to" : "from", $"The calendar knows the years {WorkingDays.FirstYear}–{WorkingDays.LastYear}: change the validity.");
        if (rule.Starts.Count > 0 && rule.Stops.Count > 0 && Latest(rule.Stops) < Earliest(rule.Starts))
            yield return located.Problem("stops", $"What stops the clock always comes before what starts it: change one of them.");
        foreach (var start in rule.Starts)
        {
            if (start.N == 0 && start.Unit is not (TimeUnit.SameDay or TimeUnit.Immediate))
                yield return located.Problem("n", $"A time of 0 is written as same_day or immediate.");
            if (IsTooLong(start.N, start.Unit, rule.Extension))
                yield return located.Problem("n", $"The calendar can't count a time of more than about two years with what may be added to it: write a smaller n.", IsTooLong(start.N, start.Unit) ? "starts" : "extension");
        }
    }

    private static IEnumerable<ContentProblem> NoNumbers(LocatedRule located) =>
        from start in located.Rule.Starts
        where start.N != 0 && start.Unit is (TimeUnit.SameDay or TimeUnit.Immediate)
        select located.Problem("n", $"No number goes with same_day and immediate: write n as 0.", "starts");

    /// <summary>Whether the calendar can't count the time with what may be added to it.</summary>
    public static bool IsTooLong(int n, TimeUnit unit, RuleExtension? more = null) => DaysOf(n, unit) + (more is null ? 0 : DaysOf(more.N, more.Unit)) > LongestDays;

    // Days at most: of five working days a week some are holidays.
    private static int DaysOf(int n, TimeUnit unit) => unit switch
    {
        TimeUnit.Weeks => 7 * n,
        TimeUnit.Months => 31 * n,
        TimeUnit.WorkingDays or TimeUnit.SchoolDays => 3 * n / 2,
        TimeUnit.Days or TimeUnit.SameDay or TimeUnit.Immediate => n,
    };

    private static int Earliest(IEnumerable<FactMatch> matches) => Ranks(matches).DefaultIfEmpty(0).Min();

    private static int Latest(IEnumerable<FactMatch> matches) => Ranks(matches).DefaultIfEmpty(int.MaxValue).Max();

    private static IEnumerable<int> Ranks(IEnumerable<FactMatch> matches) => matches
        .SelectMany(match => match.Facts).Where(fact => ClockVocabulary.Facts.Contains(fact, StringComparer.Ordinal)).Select(ClockVocabulary.FactAt);

    private static IEnumerable<ContentProblem> Chain(LocatedRule located, Dictionary<string, LocatedRule> byId)
    {
        var rule = located.Rule;
        foreach (var id in rule.Replaces.Concat(rule.Thereafter).Concat(rule.Follows).Where(id => !byId.ContainsKey(id)))
            yield return located.Problem(id, $"There is no rule {id}: write the id of a rule that is here.");
        foreach (var (ids, member) in new[] { (rule.Replaces, "replaces"), (rule.Thereafter, "thereafter"), (rule.Follows, "follows") })
            if (ids.Contains(rule.Id, StringComparer.Ordinal))
                yield return located.Problem(rule.Id, $"{rule.Id} names itself: write another rule or remove it.", member);
        foreach (var before in rule.Replaces.Where(id => id != rule.Id && byId.ContainsKey(id)).Select(id => byId[id].Rule))
        {
            if (before.To is not { } last || last >= rule.From)
                yield return located.Problem(before.Id, $"It overlaps {before.Id}, which it replaces: {before.Id} must end on the day before {rule.From}.");
            else if (last.PlusDays(1) != rule.From)
                yield return located.Problem(before.Id, $"There is a gap after {before.Id}, which it replaces: no rule is in force from {last.PlusDays(1)} until {rule.From}.");
        }
    }
}
