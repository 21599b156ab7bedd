using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>The dates of a started clock.</summary>
internal static class Deadlines
{
    /// <param name="stop">What stops the clock; null while nothing has.</param>
    public static (LocalDate Strict, LocalDate Latest) Of(
        CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need, LocalDate? stop, LocalDate? ended)
    {
        if (rule.HasOneLimit)
        {
            var end = EndOf(rule, 0, start, facts, settings);
            return (end.Strict, end.Latest);
        }

        Deadline? both = null;
        foreach (var (i, day) in Starts(rule, facts, settings, need, stop, ended))
            both = Either(both, EndOf(rule, i, day, facts, settings), settings);
        return (both!.Value.Strict, both.Value.Latest);
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
        Deadline? both = null;
        foreach (var (i, day) in found)
        {
            if (both is { } before && !(day <= need) && (day > (settings.StrictOnly ? before.Strict : before.Latest) || day > stop || day > ended))
                yield break;
            both = Either(both, EndOf(rule, i, day, facts, settings), settings);
            yield return (i, day);
        }
    }

    /// <summary>The end of the time that runs from one of the starts.</summary>
    public static Deadline EndOf(CodedRule rule, int index, LocalDate day, ClockFacts facts, CountySettings settings)
    {
        var limit = rule.Rule.LimitOf(index);
        return End(rule.Rule, TimeOf(facts, settings), CountedFrom(facts, day, limit), limit);
    }

    /// <summary>"4 weeks or 3 months": the alarm follows the earlier and the breach the later, unless the county reads it otherwise (B1 row 6).</summary>
    public static Deadline Either(Deadline? one, Deadline other, CountySettings settings)
    {
        if (one is not { } first)
            return other;
        var (earlier, later) = first.Strict <= other.Strict ? (first, other) : (other, first);
        return settings.DentistEitherLimit switch
        {
            "earlier" => earlier,
            "later" => later,
            _ => new Deadline(earlier.Strict, later.Latest),
        };
    }

    /// <summary>More time, when it was decided before the time ran out, before the clock was met and before the matter ended.</summary>
    public static bool Extend(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate? stop, LocalDate? ended, ref LocalDate strict, ref LocalDate latest)
    {
        if (rule.Rule.Extension is not { } extension || (facts.FactMask & rule.Extension) == 0)
            return false;
        foreach (var fact in facts.Facts)
            if (rule.Rule.HasGround(fact) && fact.Day <= latest && !(fact.Day > stop) && !(fact.Day > ended))
            {
                (strict, latest) = End(rule.Rule, TimeOf(facts, settings), strict, new TimeLimit(extension.N, extension.Unit));
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
