using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>An answer as of now that all readers share: counted at most so often, only when something has moved, and by one at a time.</summary>
/// <param name="count">Counts it for a day.</param>
/// <param name="fresh">
/// Seconds for which an answer is good although something has moved, and at least as long as counting it took up to half a second, so that a large county
/// does not count all the time; three times that while another counts.
/// </param>
internal sealed class Shared<T>(Journal journal, IClock clock, double fresh, Func<LocalDate, long, Instant, T> count) where T : class
{
    private const double CountingShare = 1, PauseAtMost = 0.5;
    private readonly Lock _counting = new();
    private volatile Counted? _last;
    private bool _renewing;

    /// <param name="waits">An answer that is good no more is counted anew; else it goes on for a while, and another is counted beside the readers.</param>
    public T Now(bool waits = true)
    {
        if (_last is { } last && (IsFresh(last) || (IsGoodEnough(last) && (!waits || !_counting.TryEnter()))))
        {
            if (!waits && !IsFresh(last) && !Interlocked.Exchange(ref _renewing, true))
                _ = Task.Run(Renew);
            return last.Answer;
        }

        if (!_counting.IsHeldByCurrentThread)
            _counting.Enter();
        try
        {
            if (_last is { } counted && IsFresh(counted))
                return counted.Answer;
            var began = Stopwatch.GetTimestamp();
            // The position is read first: the answer may then hold more than it says, never less.
            var (position, at) = (journal.BoardState().Position, clock.GetCurrentInstant());
            var answer = count(Fi.Day(at), position, at);
            _last = new(answer, Fi.Day(at), position, Stopwatch.GetTimestamp(), Math.Max(fresh, Math.Min(PauseAtMost, CountingShare * Stopwatch.GetElapsedTime(began).TotalSeconds)));
            return answer;
        }
        finally
        {
            _counting.Exit();
        }
    }

    private void Renew()
    {
        try
        {
            Now();
        }
        finally
        {
            Volatile.Write(ref _renewing, false);
        }
    }

    private static bool IsGoodEnough(Counted counted) => counted.Age < 3 * counted.Good;

    private bool IsFresh(Counted counted) =>
        counted.Day == Fi.Day(clock.GetCurrentInstant()) && (counted.Age < counted.Good || counted.Position == journal.BoardState().Position);

    private sealed record Counted(T Answer, LocalDate Day, long Position, long Since, double Good)
    {
        public double Age => Stopwatch.GetElapsedTime(Since).TotalSeconds;
    }
}

internal static class BoardFollowing
{
    /// <summary>How far behind the journal the board's view is.</summary>
    public static FollowingState BoardState(this Journal journal) => journal.Following.First(view => view.View == AccessClocks.ViewName);
}
