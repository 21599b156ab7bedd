using System.Collections.Concurrent;
using NodaTime;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Clocks;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>
/// Answers of past days that have been asked for, kept for some minutes. What was known at the end of a day never changes while the law is the same, but for
/// who is under non-disclosure; what is known now of it changes with the events that tell of it or of a day before.
/// </summary>
internal sealed class PastAnswers(Journal journal, RulesInForce law, BoardPlanInForce plan, PastChanges changes, IClock clock)
{
    private const double KeptSeconds = 600, ChangedSeconds = 5, UnsureSeconds = 1;
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
            shared = _answers.GetOrAdd(key, _ => new Shared<T>(() => moment.Known == BoardKnowledge.Then ? Then(moment, count) : Now(moment, count)));
        }

        return ((Shared<T>)shared).Now(waits: false);
    }

    private Counted<T> Then<T>(BoardMoment moment, Func<BoardMoment, T> count) where T : class
    {
        var kept = IsWhole(moment.Day, clock.GetCurrentInstant(), journal.Following) ? KeptSeconds : UnsureSeconds;
        var known = Math.Max(changes.Folded(), journal.Head.Position);
        // Whoever has come under non-disclosure since is in no municipality of that day either, and nobody sees the answer from before.
        return new(count(moment), 0, age => age < kept && !changes.Has(LocalDate.MinIsoValue, known));
    }

    private Counted<T> Now<T>(BoardMoment moment, Func<BoardMoment, T> count) where T : class
    {
        // Read first: the answer may then hold more than it says, never less.
        var folded = changes.Folded();
        return new(count(moment), ChangedSeconds, age => Holds(age, () => changes.Has(moment.Day, folded)));
    }

    /// <summary>Whether an answer of what is known now, so many seconds old, is still shown.</summary>
    internal static bool Holds(double age, Func<bool> changed) => age < ChangedSeconds || (age < KeptSeconds && !changed());

    /// <summary>
    /// Whether what was recorded by the end of the day is folded: a view that lags may lack what came late, and what another node recorded is seen a moment
    /// later.
    /// </summary>
    internal static bool IsWhole(LocalDate day, Instant now, IEnumerable<FollowingState> following)
    {
        var over = (now - day.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant()).TotalSeconds;
        var behind = following.Where(f => f.View is AccessPast.ViewName or MatterDetails.ViewName && f.EventsBehind > 0).Max(f => (double?)f.SecondsBehind) ?? 0;
        return behind + ChangedSeconds < over;
    }
}
