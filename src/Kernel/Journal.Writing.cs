using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

// The writer loop: one thread, one session, groups of waiting commands; between groups the following views.
public sealed partial class Journal
{
    /// <summary>How long after its answers a group waits for those who got them.</summary>
    private static readonly TimeSpan Company = TimeSpan.FromMicroseconds(300);

    /// <summary>How soon a node to which nobody sends a command sees what others have written.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly SemaphoreSlim _rebuilding = new(1);
    private readonly Follower _follower = new(database, types, views, clock, options);
    private readonly ViewBuilder _builder = new(database, types, views, keys);
    private readonly ViewUse _use = new(database, views);
    private readonly Told _told = new(database, types, feed);
    private readonly HeadWriter _headFile = new(options.HeadFile, () => JournalTable.Position(database), clock);
    private Batch? _batch;
    private Thread? _thread;
    private long _looked;
    private long _answered;
    private long _triedToWrite;
    private volatile Head _head = Head.Empty;
    private bool _stopping;

    // Why the database did not take what was written last, and why others' news could not be read; null when it did.
    private volatile string? _unwritten, _unseen;

    // What is damaged fails where it lies: that something else can be written tells nothing of it, so it is told of until the node is started anew.
    private volatile string? _damaged;

    /// <summary>Makes tables, brings views up to date and starts the writer. Progress is told in events folded.</summary>
    public void Start(Action<string, long, long>? progress = null)
    {
        CreateTables();

        // Before anything is looked for, so that nobody takes the tables away meanwhile; and again, for what is made here.
        _use.Say();
        using (SayingMeanwhile())
            _builder.BringUpToDate(_use, progress);
        _use.Say();
        _use.DropUnused(all: true);
        _batch = NewBatch();
        _head = _batch.Head;
        _told.Position = _head.Position;
        _follower.Start(_head.Position);
        // At once: what the last program wrote in its last second has no head yet, and would have none if this one were killed too.
        _headFile.Write(() => _head);
        _thread = new Thread(Loop) { IsBackground = true, Name = "journal writer" };
        _thread.Start();
    }

    /// <summary>What makes a commit durable, asked on the live write connection: <c>synchronous=2</c>, or fsync and synchronous_commit.</summary>
    public Task<string> Durability() => Alone(() => (_batch ??= NewBatch()).Durability);

    /// <summary>
    /// Which key of the configuration is not the one that the journal was written with; null when both fit, or nothing has been written. To be asked
    /// before a start: what is written with another key can't be read, or checked, with the right one.
    /// </summary>
    public UnfitKey? UnfitKey()
    {
        CreateTables();
        using var session = database.Read();
        return !FittingKeys.ChainFits(session, options.ChainKey) ? Kernel.UnfitKey.Chain : !keys.Fits() ? Kernel.UnfitKey.Master : null;
    }

    /// <summary>
    /// The position of the last head outside the database, when the journal does not hold its event: an old copy was restored, or its end is cut. To be asked before
    /// a start: what is written on it takes the places of events that were acknowledged. Null when the journal holds it, or no head was written.
    /// </summary>
    public long? LostHead()
    {
        CreateTables();
        return options.HeadFile?.Lost(position => database.Single<byte[]>("select mac from journal where pos = @position", new { position }));
    }

    private void CreateTables()
    {
        using var session = database.BeginWrite();
        foreach (var sql in JournalTable.CreateSql(database))
            session.Execute(sql);
        session.Commit();
    }

    /// <summary>Waits until following views have folded what is committed now (tests, command line).</summary>
    public Task CaughtUp() => Alone(() => { _follower.FoldAll(); return true; });

    /// <summary>Whether no other node has used the tables within the last minute.</summary>
    public bool IsAlone()
    {
        using var session = database.Read();
        try
        {
            return _use.IsAlone(session);
        }
        catch (DbException failure) when (database.IsGone(failure))
        {
            // A journal that only an old program has started: no node of it ever said that it was there.
            return true;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopping, true))
            return;
        _queue.CompleteAdding();
        _thread?.Join();
        // Only a journal that was never started has any left.
        while (_queue.TryTake(out var waiting))
            waiting.Answer.TrySetException(Closed());
        Drop();
        _follower.Dispose();
    }

    private static OperationCanceledException Closed() => new("The journal has been closed.");

    private Batch NewBatch() => new(database, types, views, keys, clock, options);

    private void Drop()
    {
        var batch = _batch;
        _batch = null;
        batch?.Dispose();
    }

    private bool Add(Waiting waiting)
    {
        try
        {
            _queue.Add(waiting);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Does something on the writer's thread between two groups.</summary>
    private Task<T> Alone<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new Waiting(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return Add(waiting) ? done.Task : Task.FromException<T>(Closed());
    }

    private void Loop()
    {
        var group = new List<Waiting>(options.BatchSize);
        while (!_queue.IsCompleted)
        {
            var alone = Take(group);
            if (group.Count > 0)
                Commit(group);
            alone?.Invoke();
            if (Stopwatch.GetElapsedTime(_looked) > LookEvery)
                LookAround();
            if (group.Count == 0 || _follower.IsDue)
                _follower.Fold();
            if (_headFile.IsDue)
                _headFile.Write(() => _head);
            if (_use.IsDue || (_unwritten is not null && Stopwatch.GetElapsedTime(_triedToWrite) > LookEvery))
                KeepHouse(idle: group.Count == 0);
        }

        _follower.FoldAll();
        _headFile.Write(() => _head);
        Quietly(_use.End);
    }

    /// <summary>Says which tables are in use and drops some that nobody uses, when no command waits.</summary>
    private void KeepHouse(bool idle) => Quietly(() =>
    {
        _triedToWrite = Stopwatch.GetTimestamp();
        try
        {
            SayUse();
            _unwritten = null;
        }
        catch (DbException failure) when (database.TakesNothing(failure))
        {
            // Seen though nobody sends anything.
            NotTaken(failure);
            return;
        }

        if (idle)
            _use.DropUnused(all: false);
    });

    private void SayUse()
    {
        try
        {
            _use.Say();
        }
        catch (DbException lost) when (database.IsLost(lost))
        {
            // The server has closed the connection that lay in the pool: it may be there all the same.
            _use.Say();
        }
    }

    /// <summary>What is built at a start may take longer than a use lasts. Where there is one writer, nobody else could write it down meanwhile.</summary>
    private Timer? SayingMeanwhile() => database.OneWriter ? null : new(_ => Quietly(_use.Say), null, ViewUse.SayEvery, ViewUse.SayEvery);

    // A database that is away is met by the next command, which tells it to somebody; this comes again.
    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
        }
    }

    /// <summary>Fills the group with what waits, up to something that is to be done alone after it.</summary>
    private Action? Take(List<Waiting> group)
    {
        var answered = group.Count;
        group.Clear();
        var wait = _follower.Behind ? options.FollowEvery / 10 : 50;
        while (group.Count < options.BatchSize && (_queue.TryTake(out var next, wait) || (group.Count < answered && SoonTaken(out next))))
        {
            if (next.Alone is { } alone)
                return alone;
            group.Add(next);
            wait = 0;
        }

        return null;
    }

    /// <summary>Those who have just been answered together ask again together: a moment for them costs less than a commit for each half of them.</summary>
    private bool SoonTaken([NotNullWhen(true)] out Waiting? next)
    {
        var spin = default(SpinWait);
        while (!_queue.TryTake(out next))
        {
            if (Stopwatch.GetElapsedTime(_answered) > Company)
                return false;
            spin.SpinOnce(sleep1Threshold: -1);
        }

        return true;
    }

    private void Commit(IReadOnlyList<Waiting> group)
    {
        try
        {
            _batch ??= NewBatch();
            var events = _batch.Run(group);
            _head = _batch.Head;
            _unseen = null;
            // A command that changes nothing does not tell whether anything can be written.
            if (events.Count > 0)
                _unwritten = null;
            _follower.Offer(events, _head.Position);
            foreach (var waiting in group)
                waiting.Tell();
            _looked = _answered = Stopwatch.GetTimestamp();
            Quietly(() => _told.Tell(events, _head.Position));
        }
        catch (Exception failure)
        {
            OneByOne(group, failure);
        }
    }

    private void NotTaken(DbException failure)
    {
        if (database.IsDamaged(failure))
            _damaged = failure.Message;
        else
            _unwritten = failure.Message;
    }

    /// <summary>What other nodes have written is folded, followed and told though no command comes.</summary>
    private void LookAround()
    {
        _looked = Stopwatch.GetTimestamp();
        try
        {
            if (JournalTable.Position(database) > Math.Min(_head.Position, _told.Position))
            {
                _batch ??= NewBatch();
                _batch.Run([]);
                _head = _batch.Head;
                _follower.Offer([], _head.Position);
                _told.Tell([], _head.Position);
            }

            _unseen = null;
        }
        catch (Exception e)
        {
            // Whatever it was, the next look tries again.
            _unseen = e.Message;
            Quietly(Drop);
        }
    }

    /// <summary>
    /// The group could not be written as one: each alone, so that one failure harms no other. A connection that was lost is no failure of a command: it is tried
    /// once more on another one, and if it had been written after all, it gets its first answer.
    /// </summary>
    private void OneByOne(IReadOnlyList<Waiting> group, Exception failure)
    {
        var again = group.Count > 1 || (!group[0].IsAgain && failure is DbException lost && database.IsLost(lost));
        try
        {
            Drop();
            if (again)
                _batch = NewBatch();
        }
        catch (Exception away)
        {
            (again, failure) = (false, away);
        }

        if (!again && failure is DbException nothing && database.TakesNothing(nothing))
            NotTaken(nothing);
        foreach (var waiting in group)
            if (again)
                Commit([waiting.Again()]);
            else
                waiting.Answer.TrySetException(failure);
    }
}
