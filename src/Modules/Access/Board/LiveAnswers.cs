using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>Answers as of now: counted at most so often, and only when something has moved.</summary>
internal static class LiveAnswers
{
    private const double CountingShare = 1, PauseAtMost = 0.5;

    /// <param name="fresh">
    /// Seconds for which an answer is good although something has moved, and at least as long as counting it took up to half a second, so that a large county
    /// does not count all the time.
    /// </param>
    /// <param name="count">Counts it for a day.</param>
    public static Shared<T> Shared<T>(Journal journal, IClock clock, double fresh, Func<LocalDate, long, Instant, T> count) where T : class => new(() =>
    {
        // Another law brings other rows of the same events.
        var (began, view) = (Stopwatch.GetTimestamp(), journal.Views.Find(AccessClocks.ViewName));
        // The position is read first: the answer may then hold more than it says, never less.
        var (position, at) = (journal.BoardState().Position, clock.GetCurrentInstant());
        var (day, answer) = (FinnishTime.Day(at), count(FinnishTime.Day(at), position, at));
        var good = Math.Max(fresh, Math.Min(PauseAtMost, CountingShare * Stopwatch.GetElapsedTime(began).TotalSeconds));
        return new(answer, good, age =>
            day == clock.Today() && journal.Views.Find(AccessClocks.ViewName) == view && (age < good || position == journal.BoardState().Position));
    });

    /// <summary>How far behind the journal the board's view is.</summary>
    public static FollowingState BoardState(this Journal journal) => journal.Following.First(view => view.View == AccessClocks.ViewName);
}
