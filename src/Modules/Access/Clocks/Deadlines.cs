using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>The dates of a started clock.</summary>
internal static class Deadlines
{
    public static (LocalDate Strict, LocalDate Latest) Of(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need)
    {
        var time = TimeOf(facts, settings);
        if (rule.HasOneLimit)
        {
            var limit = rule.Rule.LimitOf(0);
            var end = End(rule.Rule, time, CountedFrom(facts, start, limit), limit);
            return (end.Strict, end.Latest);
        }

        Deadline? both = null;
        for (var i = 0; i < rule.Starts.Length; i++)
            if (ClockComputer.StartAt(rule, i, facts, settings, need) is { } day)
                both = Either(both, End(rule.Rule, time, CountedFrom(facts, day, rule.Rule.LimitOf(i)), rule.Rule.LimitOf(i)), settings);
        return (both!.Value.Strict, both.Value.Latest);
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
