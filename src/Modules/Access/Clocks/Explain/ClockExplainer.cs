using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>Says why a clock is what it is.</summary>
public static class ClockExplainer
{
    /// <summary>
    /// The reasoning of every clock that concerns the matter on a day, in the order of <see cref="StatutoryClocks.Of"/>, and the rules of its service line that do not,
    /// each with the reason: also when no rule concerns it, it is told why.
    /// </summary>
    public static MatterExplanation Of(ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var known = facts.UpTo(asOf);
        var concerns = StatutoryClocks.Of(known, rules, settings, asOf).ToLookup(clock => clock.State != ClockState.NotApplicable);
        RuledOut[] others =
        [
            .. concerns[false].Select(clock => clock.Result).Select(result =>
                new RuledOut(result.Rule, WhyNot.Of(result, known, rules, settings, asOf), Alternative.Of(result.Rule, known, rules, settings, asOf))),
        ];
        return new([.. concerns[true].Select(clock => Of(clock, known, rules, settings, asOf, others))], others);
    }

    /// <summary>How the last day of a clock came about: what the time began from, how long it is, why the day moved, and that nobody knows the age. Empty until it has begun.</summary>
    public static IReadOnlyList<ClockSentence> Count(ClockResult result, ClockFacts facts, RuleSet rules, CountySettings settings) =>
        Grounds.UnknownAge(result, facts, settings) is { } age ? [.. Counted(result, facts, rules, settings), age] : Counted(result, facts, rules, settings);

    private static IReadOnlyList<ClockSentence> Counted(ClockResult result, ClockFacts facts, RuleSet rules, CountySettings settings)
    {
        var starts = CountedStart.Of(result, rules.Coded(result.Rule.Id), facts, settings);
        if (starts is [{ Fact: { } fact } only] && !result.Extended && !result.Rule.Longest && only.Limit.Unit is not (TimeUnit.SameDay or TimeUnit.Immediate))
            return [Begun(only, fact), .. Moved(only.End, settings)];
        return [.. Begun(starts), .. Dates(result, starts, settings)];
    }

    private static ClockExplanation Of(Clock clock, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf, IReadOnlyList<RuledOut> others)
    {
        var result = clock.Result;
        var starts = CountedStart.Of(result, rules.Coded(clock.Rule), facts, settings);
        return new(
            clock,
            Facts(result, starts, facts, settings, rules.Coded(clock.Rule)),
            Grounds.Of(result, rules.Coded(clock.Rule), facts, settings),
            others,
            Dates(result, starts, settings),
            CountedStart.Days(starts, result, facts, settings),
            [.. result.Rule.Stops.Where(stop => Grounds.Concerns(stop, facts, settings)).Select(stop => Words.Whole(stop, settings))],
            Alternative.Of(clock, facts, rules, settings, asOf));
    }

    private static List<ClockSentence> Facts(ClockResult result, IReadOnlyList<CountedStart> starts, ClockFacts facts, CountySettings settings, CodedRule coded)
    {
        var sentences = new List<ClockSentence>();
        if (starts.Count == 0)
            sentences.Add(new("Clock_waits_for", Missing(coded, facts, settings), Words.Limits(result.Rule)));
        sentences.AddRange(Begun(starts));
        if (result.MetOn is { } met && Words.Matching(coded.Stops, facts, settings, met) is { } stop)
            sentences.Add(new("Clock_met_by", Words.Happened(stop), met));
        if (result.EndedOn is { } ended && result.Ending is { } reason)
            sentences.Add(new("Clock_ended_by", new ClockSentence($"Clock_Ending_{reason}"), ended));
        if (result.Extended)
            sentences.Add(new("Clock_extended", result.Rule.Extension!.Ground));
        else if (Ground(result, facts) is { } ground)
            sentences.Add(ground);
        return sentences;
    }

    // Recorded and without effect on the last day: the act gives no number of days, or the time was out or not needed any more.
    private static ClockSentence? Ground(ClockResult result, ClockFacts facts)
    {
        var grounds = result.Rule.MoreTime is null || result.Latest is null ? [] : facts.Facts.Where(result.Rule.HasGround).ToList();
        return grounds.Find(fact => result.Rule.Extension is null && !Late(fact)) is { } ground ? new("Clock_ground_recorded", ground.Day)
            : grounds.Find(Late) is { } late ? new("Clock_ground_late", late.Day)
            : null;

        bool Late(ClockFact fact) => fact.Day > result.LastInTime || fact.Day > result.MetOn || fact.Day > result.EndedOn;
    }

    private static IEnumerable<ClockSentence> Begun(IReadOnlyList<CountedStart> starts)
    {
        foreach (var start in starts)
        {
            if (start.Fact is { } fact)
                yield return starts.Count == 1 ? new("Clock_started_by", Words.Fact(fact.Fact), start.Day) : Begun(start, fact);
            if (start.CountedFrom > start.Day)
                yield return new("Clock_counts_from", start.CountedFrom);
        }
    }

    private static ClockSentence Begun(CountedStart start, ClockFact fact) =>
        new("Clock_started_of", Words.Fact(fact.Fact), start.Day, Words.Limit(start.Limit), start.End.Strict);

    // What has happened already is not waited for.
    private static ClockSentence[] Missing(CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        var missing = new List<string>();
        if (!ClockComputer.Need(rule, facts, settings).Found)
            missing.AddRange(rule.Rule.Requires.SelectMany(required => required.Facts));
        if (missing.Count == 0 || !rule.Starts.Any(start => start.First(facts, settings) is not null))
            missing.InsertRange(0, rule.Rule.Starts.SelectMany(start => start.Facts.Concat(start.Or.SelectMany(other => other.Facts))));
        return [.. missing.Distinct(StringComparer.Ordinal).Select(Words.Fact)];
    }

    private static List<ClockSentence> Dates(ClockResult result, IReadOnlyList<CountedStart> starts, CountySettings settings)
    {
        if (result.IsImmediate)
            return [new("Clock_at_once")];
        if (result is not { Strict: { } strict, Latest: { } latest })
            return [];
        if (result.Rule.Longest)
            return [new("Clock_strict", strict), new("Clock_longest")];
        if (starts.Count < 2 || result.Extended)
            return [new("Clock_strict", strict), .. strict == latest ? [new("Clock_latest_same", latest)] : Moved(new(strict, latest), settings)];
        var (earlier, later) = (starts.MinBy(start => start.End.Strict)!.End, starts.MaxBy(start => start.End.Strict)!.End);
        var binding = settings.DentistEitherLimit is "earlier" ? earlier : later;
        return [new($"Clock_either_{settings.DentistEitherLimit}", earlier.Strict, later.Strict), .. Moved(binding, settings)];
    }

    // A county that decided that a day off moves nothing is told of no other day.
    private static ClockSentence[] Moved(Deadline end, CountySettings settings) => end.Strict == end.Latest || settings.StrictOnly
        ? []
        : [new("Clock_latest_moved", end.Latest, new ClockSentence($"Clock_Day_{WorkingDays.Statutory.KindOf(end.Strict)}"), end.Strict)];
}
