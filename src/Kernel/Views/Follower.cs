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

    /// <summary>Where other nodes wait meanwhile.</summary>
    private const int EventsAtOnceAmongOthers = 500;

    private readonly Queue<Recorded> _recent = new();
    private Followed[] _followed = [];
    private WriteSession? _session;
    private readonly Dictionary<long, IReadOnlyList<Recorded>> _read = [];
    private long _lastFold;
    private long _head;

    public IReadOnlyList<FollowingState> States => [.. _followed.Select(f => f.State(_head))];

    public bool Behind => Array.Exists(_followed, IsDueNow);

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

    /// <summary>As far as it goes: what fails again is not waited for.</summary>
    public void FoldAll()
    {
        var began = Stopwatch.GetTimestamp();
        while (Array.Exists(_followed, f => IsDueNow(f) && (!f.HasFailed || f.TriedAt < began)))
            Fold();
    }

    /// <summary>
    /// One transaction for all; a view whose rows the database does not take must not keep the others back. Those that were in such a transaction are tried
    /// alone until they are folded, one in a turn of the writer: each may wait for a table, and commands wait meanwhile.
    /// </summary>
    public void Fold()
    {
        if (!Behind)
            return;
        _lastFold = Stopwatch.GetTimestamp();
        var due = _followed.Where(IsDueNow).ToLookup(f => f.Alone);
        if ((!due[false].Any() || IsThere([.. due[false]])) && due[true].MinBy(f => f.TriedAt) is { } alone)
            IsThere([alone]);
        _read.Clear();
        var slowest = _followed.Where(f => f.Works).Select(f => f.Position).DefaultIfEmpty(_head).Min();
        while (_recent.TryPeek(out var oldest) && oldest.Position <= slowest)
            _recent.Dequeue();
    }

    public void Dispose() => _session?.Dispose();

    private bool IsDueNow(Followed followed) => followed.Works && followed.Position < _head;

    /// <summary>Folds some views in one transaction.</summary>
    /// <returns>False when the database is away: each other view would fare as these did.</returns>
    private bool IsThere(IReadOnlyList<Followed> due)
    {
        try
        {
            _session ??= database.BeginFollow();
            _session.Begin();
            var before = ViewRegister.Positions(_session, due.Select(followed => followed.View));
            var after = due.Select(followed => before.TryGetValue(followed.View.TableNames, out var from) ? FoldRows(followed, from) : Gone(followed)).ToList();
            var folded = due.Zip(after).Where(f => f.Second is not null).Select(f => (View: f.First, Position: f.Second!.Value)).ToList();
            foreach (var (followed, _) in folded)
                followed.Rows!.Flush();
            // Another node may have folded some of them already.
            foreach (var moved in folded.Where(f => f.Position != before[f.View.View.TableNames]).GroupBy(f => f.Position, f => f.View.View))
                ViewRegister.Move(_session, moved, moved.Key);
            _session.Commit();
            foreach (var (followed, position) in folded)
            {
                followed.Rows!.Trim();
                followed.Folded(position, _head);
            }

            return true;
        }
        catch (Exception e)
        {
            Forget();
            var failure = OfDatabase(e);
            var away = failure is not null && database.IsAway(failure);
            foreach (var followed in due)
                followed.Tried();
            if (away)
                foreach (var followed in _followed.Where(IsDueNow))
                    followed.Missed(Told(e));
            else if (due is [var one])
                one.Failed(Told(e), again: failure is not null);
            return !away;
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
        catch (Exception e) when (OfDatabase(e) is null)
        {
            followed.Failed(Told(e), again: false);
            return null;
        }
    }

    /// <summary>Another node has put tables with other content in their place: this program follows when it goes over to that.</summary>
    private static long? Gone(Followed followed)
    {
        followed.Failed("Its tables have been taken over by another node with other content.", again: true);
        return null;
    }

    /// <summary>A fold begins with what it keeps of the event's stream, from which its other rows follow.</summary>
    private static void Foresee(View view, List<Recorded> events, RowCache rows)
    {
        var streams = events.Select(recorded => recorded.Stream).Distinct().ToList();
        foreach (var table in view.Sources.Select(source => view.Tables[source]).Where(table => table.Key.Type == typeof(Guid)))
            rows.Foresee(table, streams);
    }

    private static string Told(Exception e) => $"{e.GetType().Name}: {e.Message}";

    /// <summary>What the database does not do now it may do later; a view's own bug does not go away.</summary>
    private static DbException? OfDatabase(Exception e) => e as DbException ?? (e as InvalidOperationException)?.InnerException as DbException;

    private void Forget()
    {
        _session?.Dispose();
        _session = null;
        foreach (var followed in _followed)
            followed.Rows = null;
    }

    private IEnumerable<Recorded> After(long position)
    {
        var atOnce = database.OneWriter ? EventsAtOnce : EventsAtOnceAmongOthers;
        if (_recent.TryPeek(out var oldest) && oldest.Position <= position + 1)
            return _recent.Where(r => r.Position > position).Take(atOnce);
        // Views that are as far as each other share what is read.
        if (_read.TryGetValue(position, out var read))
            return read;
        using var session = database.Read();
        return _read[position] = [.. JournalTable.Read(session, types, position, position + atOnce)];
    }
}
