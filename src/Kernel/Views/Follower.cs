using System.Diagnostics;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// Folds the following views between the writer's groups, from memory when it can, from the journal when it must. A view that fails
/// stops alone, tells why in <see cref="States"/>, and the others go on.
/// </summary>
internal sealed class Follower(Database database, EventTypes types, ViewSet views, JournalOptions options) : IDisposable
{
    private const int EventsAtOnce = 2_000;
    private readonly List<Followed> _followed = [];
    private readonly Queue<Recorded> _recent = new();
    private WriteSession? _session;
    private long _lastFold;
    private long _head;

    public IReadOnlyList<FollowingState> States => [.. _followed.Select(f => new FollowingState(f.View.Name, f.Position, f.Failed))];

    public bool Behind => _followed.Any(f => f.Failed is null && f.Position < _head);

    public bool IsDue => Behind && Stopwatch.GetElapsedTime(_lastFold).TotalMilliseconds > options.FollowEvery;

    public void Start(long head)
    {
        _head = head;
        foreach (var view in views.Views.Where(v => !v.Inline))
            _followed.Add(new Followed(view, head));
    }

    /// <summary>A rebuilt view starts again at the head, and gets another try if it had failed.</summary>
    public void Restart(View view)
    {
        if (_followed.FindIndex(f => f.View == view) is var i and >= 0)
            _followed[i] = new Followed(view, _head);
        _session?.Dispose();
        _session = null;
        foreach (var followed in _followed)
            followed.Rows = null;
    }

    public void Offer(IReadOnlyList<Recorded> events)
    {
        if (_followed.Count == 0)
            return;
        foreach (var recorded in events)
            _recent.Enqueue(recorded);
        while (_recent.Count > 4 * EventsAtOnce)
            _recent.Dequeue();
        if (events.Count > 0)
            _head = events[^1].Position;
    }

    public void FoldAll()
    {
        while (Behind)
            Fold(_head);
    }

    public void Fold(long head)
    {
        _head = Math.Max(_head, head);
        if (!Behind)
            return;
        _lastFold = Stopwatch.GetTimestamp();
        foreach (var followed in _followed.Where(f => f.Failed is null && f.Position < _head))
            FoldOne(followed);
        var slowest = _followed.Where(f => f.Failed is null).Select(f => f.Position).DefaultIfEmpty(_head).Min();
        while (_recent.TryPeek(out var oldest) && oldest.Position <= slowest)
            _recent.Dequeue();
    }

    public void Dispose() => _session?.Dispose();

    private void FoldOne(Followed followed)
    {
        try
        {
            _session ??= database.BeginWrite();
            _session.Begin();
            followed.Rows ??= new RowCache(followed.View.Tables.Values, _session);
            var position = followed.Position;
            foreach (var recorded in After(position))
            {
                if (followed.View.Handles(recorded.Event.GetType()))
                    followed.View.Fold(recorded, followed.Rows);
                position = recorded.Position;
            }

            followed.Rows.Flush();
            _session.Execute("update view_groups set pos = @position where grp = @grp", new { position, grp = ViewBuilder.GroupOf(followed.View) });
            _session.Commit();
            followed.Rows.Trim();
            followed.Position = position;
        }
        catch (Exception e)
        {
            followed.Failed = e.GetType().Name + ": " + e.Message;
            followed.Rows = null;
            _session?.Dispose();
            _session = null;
            foreach (var other in _followed)
                other.Rows = null;
        }
    }

    private IEnumerable<Recorded> After(long position)
    {
        if (_recent.TryPeek(out var oldest) && oldest.Position <= position + 1)
            return _recent.Where(r => r.Position > position).Take(EventsAtOnce);
        using var session = database.Read();
        return [.. JournalTable.Read(session, types, position, position + EventsAtOnce)];
    }

    private sealed class Followed(View view, long position)
    {
        public View View { get; } = view;
        public long Position { get; set; } = position;
        public string? Failed { get; set; }
        public RowCache? Rows { get; set; }
    }
}
