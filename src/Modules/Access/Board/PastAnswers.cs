using System.Collections.Concurrent;
using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>
/// Answers of past days that have been asked for, each counted by one at a time. What was known at the end of a day never changes while the law is the
/// same, so it is kept for some minutes; what is known now of a day may change with any event.
/// </summary>
internal sealed class PastAnswers(Journal journal, RulesInForce law, BoardPlanInForce plan, IClock clock)
{
    private const double ThenSeconds = 600, NowSeconds = 5;
    private const int AtMost = 400, Counters = 16;
    private readonly ConcurrentDictionary<(Type, BoardMoment), Answer> _answers = new();
    private readonly Lock[] _counting = [.. Enumerable.Range(0, Counters).Select(_ => new Lock())];

    /// <summary>An answer that is old, and asked for often, goes on until another is counted beside the readers; at most three times as long.</summary>
    public T Of<T>(BoardMoment moment, Func<BoardMoment, T> count) where T : class
    {
        var key = (typeof(T), moment);
        if (Kept(key) is { } kept && kept.Age < 3 * Good(moment))
        {
            if (kept.Age >= Good(moment) && kept.IsFirstToRenew())
                _ = Task.Run(() => Counted(key, count));
            return (T)kept.Value;
        }

        lock (_counting[(uint)key.GetHashCode() % Counters])
            return Kept(key) is { } counted && counted.Age < Good(moment) ? (T)counted.Value : Counted(key, count);
    }

    private T Counted<T>((Type, BoardMoment Moment) key, Func<BoardMoment, T> count) where T : class
    {
        var whole = IsWhole(key.Moment);
        var answer = new Answer(count(key.Moment), law.Current, plan.Plan, Stopwatch.GetTimestamp());
        if (_answers.Count >= AtMost)
            _answers.Clear();
        if (whole)
            _answers[key] = answer;
        return (T)answer.Value;
    }

    private Answer? Kept((Type, BoardMoment) key) =>
        _answers.TryGetValue(key, out var kept) && kept.Under == law.Current && kept.Plan == plan.Plan ? kept : null;

    /// <summary>Whether what was recorded by the end of the day is folded: a view that lags may lack what came late. Of what is known now, a moment less is no matter.</summary>
    private bool IsWhole(BoardMoment moment)
    {
        var over = (clock.GetCurrentInstant() - moment.Day.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant()).TotalSeconds;
        return journal.Following.Where(f => f.View is AccessPast.ViewName or MatterDetails.ViewName)
            .All(f => f.EventsBehind == 0 || f.SecondsBehind < (moment.Known == BoardKnowledge.Then ? over : Math.Min(over, NowSeconds)));
    }

    private static double Good(BoardMoment moment) => moment.Known == BoardKnowledge.Then ? ThenSeconds : NowSeconds;

    private sealed record Answer(object Value, Law Under, BoardPlan Plan, long At)
    {
        private int _renewed;

        public double Age => Stopwatch.GetElapsedTime(At).TotalSeconds;

        public bool IsFirstToRenew() => Interlocked.Exchange(ref _renewed, 1) == 0;
    }
}
