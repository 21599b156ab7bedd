using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>The board as of now. It is counted at most once a second, and only when something has moved; all readers share the answer.</summary>
internal sealed class AccessBoard(Journal journal, BoardCount count, IClock clock)
{
    private const double FreshSeconds = 1, StaleSeconds = 3;
    private readonly Lock _counting = new();
    private volatile Counted? _last;

    public BoardState Now()
    {
        if (_last is { } last && (IsFresh(last) || (last.Age < StaleSeconds && !_counting.TryEnter())))
            return last.Board;
        if (!_counting.IsHeldByCurrentThread)
            _counting.Enter();
        try
        {
            if (_last is { } counted && IsFresh(counted))
                return counted.Board;
            // The position is read first: the board may then hold more than it says, never less.
            var (position, at) = (Following.Position, clock.GetCurrentInstant());
            var board = count.On(Fi.Day(at), position, at);
            _last = new(board, Stopwatch.GetTimestamp());
            return board;
        }
        finally
        {
            _counting.Exit();
        }
    }

    /// <summary>How far behind the journal the board's view is.</summary>
    public FollowingState Following => journal.Following.First(view => view.View == AccessClocks.ViewName);

    private bool IsFresh(Counted counted) =>
        counted.Board.Day == Fi.Day(clock.GetCurrentInstant()) && (counted.Age < FreshSeconds || counted.Board.Position == Following.Position);

    private sealed record Counted(BoardState Board, long Since)
    {
        public double Age => Stopwatch.GetElapsedTime(Since).TotalSeconds;
    }
}
