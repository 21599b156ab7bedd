using System.Data.Common;
using System.Diagnostics;
using NodaTime;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// Folds the following views between the writer's groups, from memory when it can, from the journal when it must. A view that fails
/// stops alone, tells why in <see cref="States"/>, and the others go on.
/// </summary>
internal sealed class Follower(Database database, EventTypes types, ViewSet views, IClock clock, JournalOptions options) : IDisposable
{
    private const int EventsAtOnce = 2_000;
    private readonly Queue<Recorded> _recent = new();
    private Followed[] _followed = [];
    private WriteSession? _session;
    private long _lastFold;
    private long _head;

    public IReadOnlyList<FollowingState> States => [.. _followed.Select(f => f.State(_head))];

    public bool Behind => Array.Exists(_followed, f => f.Works && f.Position < _head);

    public bool IsDue => Behind && Stopwatch.GetElapsedTime(_lastFold).TotalMilliseconds > options.FollowEvery;

    public void Start(long head)
    {
        _head = head;
        using var session = database.Read();
        _followed = [.. views.Views.Where(v => !v.Inline).Select(v => Begun(session, v))];
    }

    /// <summary>A view that was rebuilt or replaced goes on from where it was built to, and gets another try if it had failed.</summary>
    public void Restart(params IReadOnlyList<View> changed)
    {
        Forget();
        using var session = database.Read();
        _followed = [.. _followed.Select(f => changed.FirstOrDefault(v => v.Name == f.View.Name) is { } view ? Begun(session, view) : f)];
    }

    private Followed Begun(Session session, View view)
    {
        var position = ViewRegister.Position(session, view);
        var oldest = session.Query<Instant?>("select recorded from journal where pos = @next", new Dictionary<string, object?>(StringComparer.Ordinal) { ["next"] = position + 1 });
        return new(view, position, _head, oldest is [{ } at] && clock.GetCurrentInstant() - at is var waited && waited > Duration.Zero ? waited.ToTimeSpan() : TimeSpan.Zero);
    }

    public void Offer(IReadOnlyList<Recorded> events, long head)
    {
        // Events of another node, or of a commit whose answer was lost, leave a gap: then the journal is read.
        if (events.Count == 0 ? head > _head : events[0].Position != _head + 1)
            _recent.Clear();
        _head = Math.Max(_head, head);
        foreach (var recorded in events)
            _recent.Enqueue(recorded);
        while (_recent.Count > 4 * EventsAtOnce)
            _recent.Dequeue();
        foreach (var followed in _followed)
            followed.Seen(_head);
    }

    public void FoldAll()
    {
        while (Behind)
            Fold();
    }

    public void Fold()
    {
        if (!Behind)
            return;
        _lastFold = Stopwatch.GetTimestamp();
        List<Followed> due = [.. _followed.Where(f => f.Works && f.Position < _head)];
        // One transaction for all; a view whose rows the database does not take must not keep the others back.
        if (!Folded(due) && due.Count > 1)
            foreach (var followed in due)
                Folded([followed]);
        var slowest = _followed.Where(f => f.Works).Select(f => f.Position).DefaultIfEmpty(_head).Min();
        while (_recent.TryPeek(out var oldest) && oldest.Position <= slowest)
            _recent.Dequeue();
    }

    public void Dispose() => _session?.Dispose();

    /// <returns>Whether the database took it.</returns>
    private bool Folded(IReadOnlyList<Followed> due)
    {
        try
        {
            _session ??= database.BeginFollow();
            _session.Begin();
            var register = ViewRegister.Read(_session);
            var folded = due.Select(followed => (View: followed, Position: FoldRows(followed, register.GetValueOrDefault(followed.View.TableNames)?.Pos ?? 0)))
                .Where(f => f.Position is not null).ToList();
            foreach (var (followed, position) in folded)
            {
                followed.Rows!.Flush();
                ViewRegister.Set(_session, followed.View, position!.Value);
            }

            _session.Commit();
            foreach (var (followed, position) in folded)
            {
                followed.Rows!.Trim();
                followed.Folded(position!.Value, _head);
            }

            return true;
        }
        catch (Exception e)
        {
            Forget();
            if (due is [var alone])
                alone.Fail(Told(e), again: IsOfDatabase(e));
            return false;
        }
    }

    /// <returns>How far its rows are folded now; null when it has failed.</returns>
    private long? FoldRows(Followed followed, long from)
    {
        var rows = followed.Rows ??= new RowCache(followed.View.Tables.Values, _session!);
        if (from != followed.Position)
            // Another node has folded on: its rows are in the table, only this memory is old.
            rows.Clear();
        try
        {
            var position = from;
            List<Recorded> handled = [];
            foreach (var recorded in After(from))
            {
                if (followed.View.Handles(recorded.Event.GetType()))
                    handled.Add(recorded);
                position = recorded.Position;
            }

            if (position == from && position < _head)
                throw new InvalidOperationException($"The journal has no event after {position}.");
            if (database.IsAfar)
                Foresee(followed.View, handled, rows);
            foreach (var recorded in handled)
                followed.View.Fold(recorded, rows);
            return position;
        }
        catch (Exception e) when (!IsOfDatabase(e))
        {
            followed.Fail(Told(e), again: false);
            return null;
        }
    }

    /// <summary>A fold begins with what it keeps of the stream, or of all that its other rows follow from.</summary>
    private static void Foresee(View view, List<Recorded> events, RowCache rows)
    {
        var streams = events.Select(recorded => recorded.Stream).Distinct().ToList();
        foreach (var table in view.Tables.Values.Where(table => table.Key.Type == typeof(Guid) && (view.Sources.Count == 0 || view.Sources.Contains(table.RowType))))
            rows.Foresee(table, streams);
    }

    private static string Told(Exception e) => $"{e.GetType().Name}: {e.Message}";

    /// <summary>A database that is away comes back; a view's own bug does not go away.</summary>
    private static bool IsOfDatabase(Exception e) => e is DbException or InvalidOperationException { InnerException: DbException };

    private void Forget()
    {
        _session?.Dispose();
        _session = null;
        foreach (var followed in _followed)
            followed.Rows = null;
    }

    private IEnumerable<Recorded> After(long position)
    {
        if (_recent.TryPeek(out var oldest) && oldest.Position <= position + 1)
            return _recent.Where(r => r.Position > position).Take(EventsAtOnce);
        using var session = database.Read();
        return [.. JournalTable.Read(session, types, position, position + EventsAtOnce)];
    }
}
