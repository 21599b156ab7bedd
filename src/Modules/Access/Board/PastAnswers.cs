using System.Collections.Concurrent;
using NodaTime;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>
/// Answers of past days that have been asked for. What was known at the end of a day never changes while the law is the same, so it is kept for some
/// minutes; what is known now of a day may change with any event.
/// </summary>
internal sealed class PastAnswers(Journal journal, RulesInForce law, BoardPlanInForce plan, IClock clock)
{
    private const double ThenSeconds = 600, NowSeconds = 5, UnsureSeconds = 1;
    private const int AtMost = 400;
    private readonly ConcurrentDictionary<(Type, BoardMoment, Law, BoardPlan), object> _answers = new();

    /// <summary>An answer that is old, and asked for often, goes on until another is counted beside the readers.</summary>
    public T Of<T>(BoardMoment moment, Func<BoardMoment, T> count) where T : class
    {
        var key = (typeof(T), moment, law.Current, plan.Plan);
        if (!_answers.TryGetValue(key, out var shared))
        {
            if (_answers.Count >= AtMost)
                _answers.Clear();
            shared = _answers.GetOrAdd(key, _ => new Shared<T>(() =>
            {
                var good = Good(moment);
                return new(count(moment), good, age => age < good);
            }));
        }

        return ((Shared<T>)shared).Now(waits: false);
    }

    private double Good(BoardMoment moment) => !IsWhole(moment, clock.GetCurrentInstant(), journal.Following) ? UnsureSeconds : moment.Known == BoardKnowledge.Then ? ThenSeconds : NowSeconds;

    /// <summary>
    /// Whether what was recorded by the end of the day is folded: a view that lags may lack what came late, and what another node recorded is seen a moment
    /// later. Of what is known now, a moment less is no matter.
    /// </summary>
    internal static bool IsWhole(BoardMoment moment, Instant now, IEnumerable<FollowingState> following)
    {
        var over = (now - moment.Day.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant()).TotalSeconds;
        var behind = following.Where(f => f.View is AccessPast.ViewName or MatterDetails.ViewName && f.EventsBehind > 0).Max(f => (double?)f.SecondsBehind) ?? 0;
        return moment.Known == BoardKnowledge.Now ? behind < NowSeconds : behind + NowSeconds < over;
    }
}
