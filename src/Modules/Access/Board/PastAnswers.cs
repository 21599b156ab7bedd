using System.Collections.Concurrent;
using System.Diagnostics;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>
/// Answers of past days that have been asked for. What was known at the end of a day never changes while the law is the same, so it is kept for some
/// minutes; what is known now of a day may change with any event.
/// </summary>
internal sealed class PastAnswers(Journal journal, RulesInForce law, BoardPlanInForce plan)
{
    private const double ThenSeconds = 600, NowSeconds = 5;
    private const int AtMost = 400;
    private readonly ConcurrentDictionary<(Type, BoardMoment), Answer> _answers = new();

    public T Of<T>(BoardMoment moment, Func<BoardMoment, T> count) where T : class
    {
        var key = (typeof(T), moment);
        if (_answers.TryGetValue(key, out var kept) && kept.Under == law.Current && kept.Plan == plan.Plan && Stopwatch.GetElapsedTime(kept.At).TotalSeconds < Good(moment))
            return (T)kept.Value;
        // A view that lags may lack what was recorded late on the day.
        var whole = journal.Following.Where(f => f.View is AccessPast.ViewName or MatterDetails.ViewName).All(f => f.EventsBehind == 0);
        var answer = new Answer(count(moment), law.Current, plan.Plan, Stopwatch.GetTimestamp());
        if (!whole)
            return (T)answer.Value;
        if (_answers.Count >= AtMost)
            _answers.Clear();
        _answers[key] = answer;
        return (T)answer.Value;
    }

    private static double Good(BoardMoment moment) => moment.Known == BoardKnowledge.Then ? ThenSeconds : NowSeconds;

    private sealed record Answer(object Value, Law Under, BoardPlan Plan, long At);
}
