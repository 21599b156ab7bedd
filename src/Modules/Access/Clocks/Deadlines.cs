using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>The dates of a started clock.</summary>
internal static class Deadlines
{
    /// <param name="stop">What stops the clock; null while nothing has.</param>
    public static LastDays Of(
        CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need, LocalDate? stop, LocalDate? ended)
    {
        if (rule.HasOneLimit)
            return LastDays.Of(EndOf(rule, 0, start, facts, settings), settings);
        LastDays? both = null;
        foreach (var (i, day) in Starts(rule, facts, settings, need, stop, ended))
            both = LastDays.Either(both, LastDays.Of(EndOf(rule, i, day, facts, settings), settings), settings);
        return both!.Value;
    }

    /// <summary>
    /// The starts that give a rule with different times its last day, in the order of their days. What comes after the need was found, and when the time of
    /// those before it has run out, the clock has stopped or the matter has ended, gives no more: overdue stays overdue.
    /// </summary>
    /// <returns>Numbers of the rule's starts.</returns>
    public static IEnumerable<(int Index, LocalDate Day)> Starts(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate? need, LocalDate? stop, LocalDate? ended)
    {
        var found = Enumerable.Range(0, rule.Starts.Length).Select(i => (Index: i, Day: ClockComputer.StartAt(rule, i, facts, settings, need)))
            .Where(s => s.Day is not null).Select(s => (s.Index, Day: s.Day!.Value)).OrderBy(s => s.Day);
        LastDays? both = null;
        foreach (var (i, day) in found)
        {
            if (both is { } before && !(day <= need) && (day > before.InTime || day > stop || day > ended))
                yield break;
            both = LastDays.Either(both, LastDays.Of(EndOf(rule, i, day, facts, settings), settings), settings);
            yield return (i, day);
        }
    }

    /// <summary>The end of the time that runs from one of the starts.</summary>
    public static Deadline EndOf(CodedRule rule, int index, LocalDate day, ClockFacts facts, CountySettings settings)
    {
        var limit = rule.Rule.LimitOf(index);
        return End(rule.Rule, TimeOf(facts, settings), CountedFrom(facts, day, limit), limit);
    }

    /// <summary>More time, when it was decided before the time ran out, before the clock was met and before the matter ended.</summary>
    public static bool Extend(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate? stop, LocalDate? ended, ref LastDays days)
    {
        if (rule.Rule.Extension is not { } extension || (facts.FactMask & rule.Extension) == 0)
            return false;
        foreach (var fact in facts.Facts)
            if (rule.Rule.HasGround(fact) && fact.Day <= days.InTime && !(fact.Day > stop) && !(fact.Day > ended))
            {
                days = LastDays.Of(End(rule.Rule, TimeOf(facts, settings), days.Strict, new TimeLimit(extension.N, extension.Unit)), settings);
                return true;
            }

        return false;
    }

    /// <summary>A limit of the same day is of a day with office hours: what came after them is counted from the next.</summary>
    public static LocalDate CountedFrom(ClockFacts facts, LocalDate start, TimeLimit limit) =>
        limit.Unit is TimeUnit.SameDay && start == facts.Subject.Opened && facts.Subject.CountsFrom is { } counts ? counts : start;

    /// <summary>The end of a rule's time from a day.</summary>
    public static Deadline End(ClockRule rule, StatutoryTime time, LocalDate start, TimeLimit limit)
    {
        var end = time.End(start, limit);
        return rule.Longest ? end with { Latest = end.Strict } : end;
    }

    public static StatutoryTime TimeOf(ClockFacts facts, CountySettings settings) =>
        facts.Subject.SchoolClosed is { Count: > 0 } closed ? settings.Time with { SchoolClosed = closed } : settings.Time;
}
