using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Cli;

/// <summary>What stands behind <c>yhteys clock</c>.</summary>
public static class ClockCommand
{
    /// <summary>The last day of a rule from a start day.</summary>
    /// <param name="closed">When the school is closed, as 2026-10-19..2026-10-23; only for school working days.</param>
    public static CommandAnswer<RuleDates> ByRule(RuleSet rules, CountySettings settings, string ruleId, string start, string? closed = null)
    {
        if (rules.Find(ruleId) is not { } rule)
            return Fail($"There is no rule {ruleId}. Use one of: {string.Join(", ", rules.All.Select(r => r.Id).Order(StringComparer.Ordinal))}.");
        if (!LocalDatePattern.Iso.Parse(start).TryGetValue(default, out var day))
            return Fail($"\"{start}\" is not a date. Write it as year-month-day, for example 2026-11-30.");
        if (rule.Starts.Count == 0)
            return Fail($"{rule.Id} has no clock of its own: it is a target for {string.Join(", ", rule.Follows)}. Ask one of them.");
        var school = rule.Starts[0].Unit == TimeUnit.SchoolDays;
        if (closed is not null && !school)
            return Fail($"{rule.Id} does not count school working days, so leave --closed out.");
        if (!rule.IsInForceOn(day))
            return Fail(Validity.Outside(rules, rule, day));
        if (closed is not null && Interval(closed) is null)
            return Fail($"\"{closed}\" is not a period. Write its first and last day, for example 2026-10-19..2026-10-23.");
        return Count(
            rule, day, closed is null ? settings.Time : settings.Time with { SchoolClosed = [Interval(closed)!] }, settings,
            school && closed is null ? [LeftOut.SchoolClosed(rule.Id, "Give the period in which it does not work: --closed 2026-10-19..2026-10-23.")] : null);
    }

    /// <summary>All clocks of a matter from its facts; docs/clock-facts.md describes the JSON.</summary>
    /// <param name="explain">Also the whole reasoning, in English.</param>
    /// <param name="file">What the file is called in the problems.</param>
    public static CommandAnswer<ClockRows> ByFacts(RuleSet rules, CountySettings settings, string json, LocalDate asOf, bool explain = false, string file = "facts")
    {
        var (facts, chosen, problems) = FactsFile.Read(file, json, settings, rules);
        return facts is null
            ? CommandAnswer<ClockRows>.Fail(string.Join(" ", problems))
            : CommandAnswer<ClockRows>.Of(RowsOf.Facts(facts, rules, chosen, asOf, explain));
    }

    private static CommandAnswer<RuleDates> Count(ClockRule rule, LocalDate start, StatutoryTime time, CountySettings settings, IReadOnlyList<LeftOutRow>? leftOut)
    {
        try
        {
            LastDays? end = null;
            for (var i = 0; i < rule.Starts.Count; i++)
                end = LastDays.Either(end, LastDays.Of(Deadlines.End(rule, time, start, rule.LimitOf(i)), settings), settings);
            return CommandAnswer<RuleDates>.Of(new(rule.Id, start.Iso(), end!.Value.Strict.Iso(), end.Value.InTime.Iso(), rule.Law?.On(start).Citation ?? $"Own promise, target {rule.Target} %", leftOut));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Fail($"The calendar knows the years {WorkingDays.FirstYear}–{WorkingDays.LastYear}. Give a start whose time ends within them.");
        }
    }

    private static DateInterval? Interval(string closed)
    {
        var ends = closed.Split("..");
        return ends.Length == 2
            && LocalDatePattern.Iso.Parse(ends[0]).TryGetValue(default, out var from)
            && LocalDatePattern.Iso.Parse(ends[1]).TryGetValue(default, out var to)
            && from <= to ? new DateInterval(from, to) : null;
    }

    private static CommandAnswer<RuleDates> Fail(string sentence) => CommandAnswer<RuleDates>.Fail(sentence);
}
