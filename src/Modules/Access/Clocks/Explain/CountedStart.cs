using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>One start of a clock and the time that runs from it.</summary>
/// <param name="Fact">What happened on the day.</param>
/// <param name="CountedFrom">The day that is counted from.</param>
internal sealed record CountedStart(ClockFact? Fact, LocalDate Day, LocalDate CountedFrom, TimeLimit Limit, Deadline End)
{
    /// <summary>The starts that the last day came from: several only when the act gives different times from different facts.</summary>
    public static IReadOnlyList<CountedStart> Of(ClockResult result, CodedRule rule, ClockFacts facts, CountySettings settings)
    {
        if (result.Start is not { } start)
            return [];
        if (rule.HasOneLimit)
            return [From(rule, rule.Starts, 0, start, facts, settings)];
        var need = ClockComputer.Need(rule, facts, settings).Day;
        return
        [
            .. Deadlines.Starts(rule, facts, settings, need, result.MetOn, result.EndedOn).OrderBy(s => s.Index)
                .Select(s => From(rule, [rule.Starts[s.Index]], s.Index, s.Day, facts, settings)),
        ];
    }

    /// <summary>Every day that was counted or passed over until the last in time, of each start and of the time that was added.</summary>
    public static IReadOnlyList<ClockDay> Days(IReadOnlyList<CountedStart> starts, ClockResult result, ClockFacts facts, CountySettings settings)
    {
        if (result.IsImmediate || starts.Count == 0)
            return [];
        var time = Deadlines.TimeOf(facts, settings);
        var days = starts.SelectMany(start => Counted(start.CountedFrom, start.Limit));
        if (result is { Extended: true, Rule.Extension: { } more })
            days = days.Concat(Counted(starts.Max(start => start.End.Strict), new TimeLimit(more.N, more.Unit)));
        return [.. days];

        IEnumerable<ClockDay> Counted(LocalDate from, TimeLimit limit)
        {
            var last = LastDays.Of(Deadlines.End(result.Rule, time, from, limit), settings).InTime;
            return time.Explain(from, limit).Where(day => day.Day <= last).Select(day => new ClockDay(from, day.Day, day.Number, day.Kind));
        }
    }

    private static CountedStart From(CodedRule rule, CodedMatch[] matches, int index, LocalDate day, ClockFacts facts, CountySettings settings)
    {
        var limit = rule.Rule.LimitOf(index);
        var from = Deadlines.CountedFrom(facts, day, limit);
        return new(Words.Matching(matches, facts, settings, day), day, from, limit, Deadlines.EndOf(rule, index, day, facts, settings));
    }
}
