using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>Computes one clock. Called for each matter and rule of a county, so it allocates only the answer.</summary>
internal static class ClockComputer
{
    /// <summary>Cheap test that leaves out what a view would not keep.</summary>
    public static bool IsSeen(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        if (!string.Equals(rule.Rule.Register, facts.Subject.Register, StringComparison.Ordinal) || rule.Rule.To < facts.Subject.Opened && !settings.NewLawTakesRunning)
            return false;
        if (Applicability.OfReasons(rule, facts).Why != NotApplicableReason.None)
            return false;
        if (!rule.Rule.Main)
        {
            var canStart = false;
            foreach (var start in rule.Starts)
                canStart |= start.CanMatch(facts);
            for (var i = 0; i < rule.Requires.Length; i++)
                canStart &= IsSaid(rule, i, facts) || rule.Requires[i].CanMatch(facts);
            if (!canStart || Need(rule, facts, settings) is not { Found: true } need || StartOf(rule, facts, settings, need.Day) is null)
                return false;
        }

        return true;
    }

    public static ClockResult Compute(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        var (why, of) = Applicability.OfReasons(rule, facts);
        var need = Need(rule, facts, settings);
        var start = need.Found ? StartOf(rule, facts, settings, need.Day) : null;
        if (!Applicability.OfAge(rule.Rule, facts, start, settings))
            (why, of) = (NotApplicableReason.Age, null);
        if (why == NotApplicableReason.None)
            return start is { } day ? Started(rule, facts, settings, day, need.Day) : NotStarted(rule, facts);
        // Of several reasons the one that no other fact would change: first that the rule is not in force, then the age, then the conditions.
        return NotInForce(rule, facts, settings, start, need.Day) ?? Not(rule, why, of) with { Start = start };
    }

    private static ClockResult? NotInForce(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate? start, LocalDate? need)
    {
        if (start is { } began && rule.Rule.IsInForceOn(began))
            return null;
        var result = start is { } day ? Started(rule, facts, settings, day, need) : NotStarted(rule, facts);
        return result.Why == NotApplicableReason.NotInForce ? result : null;
    }

    private static ClockResult NotStarted(CodedRule rule, ClockFacts facts)
    {
        if (rule.Rule.To < facts.Subject.Opened)
            return Not(rule, NotApplicableReason.NotInForce, null);
        var ending = facts.EndingAfter(facts.Subject.Opened, rule.Rule.IsImmediate || IsTakenUp(facts, LocalDate.MaxIsoValue));
        return new ClockResult { Rule = rule.Rule, EndedOn = ending?.Day, Ending = ending?.Reason };
    }

    private static ClockResult Started(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need)
    {
        var (from, stop, ending, days, extended) = CourseOf(rule, facts, settings, start, need);
        // A time that was offered too late, or for a day after the matter ended, arranged nothing: what happened after it counts.
        if (settings.OffersMeet && (stop > ending?.Day || stop > days.InTime))
            stop = CodedMatch.FirstOf(rule.Stops, facts, settings.With("declinedOffer", "clock_runs_on"), from);
        LawChange law = default;
        if (!rule.Rule.IsInForceOn(start) || (settings.NewLawTakesRunning && rule.Successors.Length > 0))
        {
            law = LawChange.Of(rule, facts, settings, start, stop, ending?.Day, days.InTime);
            if (law.NotInForce && !NeedFoundUnder(rule, facts, settings, start, need))
                return Not(rule, NotApplicableReason.NotInForce, null) with { Start = start };
        }

        // What comes after the last day no longer takes the clock away: overdue stays overdue. Nor does what comes after another rule has taken it.
        var voided = CodedMatch.FirstOf(rule.Unless, facts, settings, from);
        if (voided >= stop || voided > days.InTime || voided >= law.Until)
            voided = null;
        var until = voided ?? law.Until;
        // What happens after the clock has stopped to concern the matter meets another clock, not this one.
        var met = stop >= until || IsOfAnotherNeed(stop, ending, days.InTime) ? null : stop;
        return new ClockResult
        {
            Rule = rule.Rule,
            Start = start,
            CountsFrom = rule.HasOneLimit && Deadlines.CountedFrom(facts, start, rule.Rule.LimitOf(0)) is var counts && counts > start ? counts : null,
            Strict = days.Strict,
            Latest = days.Latest,
            LastInTime = days.InTime,
            MetOn = met,
            EndedOn = ending?.Day,
            Ending = ending?.Reason,
            Why = voided is not null ? NotApplicableReason.Voided : law.Until is not null ? NotApplicableReason.Superseded : NotApplicableReason.None,
            // A need that was found after the new law took the wait over calls for the rule from its own day.
            AppliesFrom = law.From is { } taken && !(need > taken) ? taken : need > start ? need : null,
            AppliesUntil = until,
            Extended = extended,
            AgeUnknown = Applicability.AgeOf(rule.Rule, facts, start, settings) is { Years: null, AtLeast: not null },
        };
    }

    /// <summary>How the clock goes from its start, whatever law was in force.</summary>
    private static (LocalDate From, LocalDate? Stop, ClockEnding? Ending, LastDays Days, bool Extended) CourseOf(
        CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need)
    {
        var from = need > start ? need.Value : start;
        var stop = CodedMatch.FirstOf(rule.Stops, facts, settings, from);
        var ending = facts.EndingAfter(start, rule.Rule.IsImmediate);
        var (days, extended) = Limits(ending?.Day);
        if (ending is { Reason: ClockEndingReason.AssessmentUnneeded } && IsTakenUp(facts, days.InTime))
        {
            ending = facts.EndingAfter(start, pastAnswers: true);
            (days, extended) = Limits(ending?.Day);
        }

        return (from, stop, ending, days, extended);

        (LastDays Days, bool Extended) Limits(LocalDate? ended)
        {
            var last = Deadlines.Of(rule, facts, settings, start, need, stop, ended);
            var longer = Deadlines.Extend(rule, facts, settings, stop, ended, ref last);
            return (last, longer);
        }
    }

    // An answer found nothing to do: what is begun, found, asked or decided within the time all the same has its time as if there had been no answer.
    private static bool IsTakenUp(ClockFacts facts, LocalDate? lastInTime) =>
        facts.Facts.Any(fact => fact.Day <= lastInTime && ClockVocabulary.NotSettledByAnswer.Contains(fact.Fact, StringComparer.Ordinal));

    // An answer had made the assessment unnecessary in time: what begins after the last day answers what was told later, and makes nothing late.
    // After another ending a time may have been kept, and nothing tells it from another: what is late is late.
    private static bool IsOfAnotherNeed(LocalDate? stop, ClockEnding? ending, LocalDate lastInTime) =>
        ending is { Reason: ClockEndingReason.AssessmentUnneeded, Day: var answered } && answered <= lastInTime && stop > lastInTime;

    /// <summary>
    /// The need that calls for the rule was found when it was in force, though its count begins from an earlier day, and no rule before it binds:
    /// they count from another fact, which came after their time. Otherwise such a wait would have no limit at all.
    /// </summary>
    private static bool NeedFoundUnder(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate start, LocalDate? need) =>
        need is { } found && start < rule.Rule.From && rule.Rule.IsInForceOn(found) && !AnyBinds(rule.Predecessors, facts, settings);

    private static bool AnyBinds(CodedRule[] rules, ClockFacts facts, CountySettings settings)
    {
        foreach (var rule in rules)
            if ((BegunOn(rule, facts, settings) is { Start: var start } && rule.Rule.IsInForceOn(start)) || AnyBinds(rule.Predecessors, facts, settings))
                return true;
        return false;
    }

    /// <summary>The last day in time of a rule that began so; none of a duty at once, which is never overdue.</summary>
    internal static LocalDate? LastInTime(CodedRule rule, ClockFacts facts, CountySettings settings, (LocalDate Start, LocalDate? Need) begun) =>
        rule.Rule.IsImmediate ? null : CourseOf(rule, facts, settings, begun.Start, begun.Need).Days.InTime;

    /// <summary>When a rule that concerns the matter by its reasons and age began, whether or not it was in force then; null when it did not, or concerns others.</summary>
    internal static (LocalDate Start, LocalDate? Need)? BegunOn(CodedRule rule, ClockFacts facts, CountySettings settings) =>
        Applicability.OfReasons(rule, facts).Why == NotApplicableReason.None && Need(rule, facts, settings) is { Found: true } need
        && StartOf(rule, facts, settings, need.Day) is { } start && Applicability.OfAge(rule.Rule, facts, start, settings)
            ? (start, need.Day)
            : null;

    /// <summary>The day on which all that the rule requires was there; found without a day when it requires nothing.</summary>
    internal static (bool Found, LocalDate? Day) Need(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        LocalDate? day = null;
        for (var i = 0; i < rule.Requires.Length; i++)
        {
            if (IsSaid(rule, i, facts))
                continue;
            if (rule.Requires[i].First(facts, settings) is not { } first)
                return (false, null);
            if (!(first <= day))
                day = first;
        }

        return (true, day);
    }

    /// <summary>Whether a reason says what the rule requires, before the fact does.</summary>
    internal static bool IsSaid(CodedRule rule, int required, ClockFacts facts) => (rule.RequiredReasons[required] & facts.ReasonMask) != 0;

    private static LocalDate? StartOf(CodedRule rule, ClockFacts facts, CountySettings settings, LocalDate? need)
    {
        LocalDate? start = null;
        for (var i = 0; i < rule.Starts.Length; i++)
            if (StartAt(rule, i, facts, settings, need) is { } day && !(day >= start))
                start = day;
        return start;
    }

    internal static LocalDate? StartAt(CodedRule rule, int index, ClockFacts facts, CountySettings settings, LocalDate? need) =>
        rule.Rule.Starts[index].LastBeforeNeed && need is { } day
            ? rule.Starts[index].Last(facts, settings, day) ?? (settings.NeedsMeetingFirst ? null : FirstAfter(rule, rule.Starts[index], facts, settings, day))
            : rule.Starts[index].First(facts, settings);

    // The need was found before anybody was met: the first meeting starts it, unless what is needed was given before that.
    private static LocalDate? FirstAfter(CodedRule rule, CodedMatch start, ClockFacts facts, CountySettings settings, LocalDate need) =>
        start.First(facts, settings, need) is { } after && !(CodedMatch.FirstOf(rule.Stops, facts, settings, need) < after) ? after : null;

    private static ClockResult Not(CodedRule rule, NotApplicableReason why, string? of) => new() { Rule = rule.Rule, Why = why, WhyOf = of };
}
