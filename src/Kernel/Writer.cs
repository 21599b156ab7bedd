using System.Collections.Concurrent;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>The writer loop: one thread, one session, groups of waiting commands; between groups the following views.</summary>
internal sealed class Writer(
    Database database, EventTypes types, ViewSet views, KeyRing keys, IClock clock, JournalOptions options, Feed feed) : IDisposable
{
    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly ConcurrentQueue<Action> _exclusive = new();
    private readonly Follower _follower = new(database, types, views, options);
    private Batch? _batch;
    private Thread? _thread;
    private volatile Head _head = Head.Empty;
    private volatile bool _stopping;

    public Head Head => _head;

    public IReadOnlyList<FollowingState> Following => _follower.States;

    public void Start(Action<string, long, long>? progress)
    {
        using (var session = database.BeginWrite())
        {
            foreach (var sql in JournalTable.CreateSql(database))
                session.Execute(sql);
            session.Commit();
        }

        new ViewBuilder(database, types, views).BringUpToDate(progress);
        _batch = new Batch(database, types, views, keys, clock, options);
        _head = _batch.Head;
        _follower.Start(_head.Position);
        _thread = new Thread(Loop) { IsBackground = true, Name = "journal writer" };
        _thread.Start();
    }

    public Task<Outcome> Enqueue(Envelope envelope, Func<Work, Decision> decide)
    {
        var waiting = new Waiting(envelope, decide);
        try
        {
            _queue.Add(waiting);
        }
        catch (InvalidOperationException)
        {
            return Task.FromException<Outcome>(new OperationCanceledException("The journal has been closed."));
        }

        return waiting.Answer.Task;
    }

    public Task CaughtUp() => Exclusively(() => { _follower.FoldAll(); return 0L; });

    public Task<long> Rebuild(View view, Action<long, long>? progress) => Task.Run(async () =>
    {
        var builder = new ViewBuilder(database, types, views);
        var beside = builder.BuildBeside(view, _head.Position, progress);
        return await Exclusively(() =>
        {
            _batch!.Release();
            builder.CatchUpAndSwap(beside, _head.Position);
            _batch = new Batch(database, types, views, keys, clock, options);
            _follower.Restart(view);
            return _head.Position;
        });
    });

    public void Dispose()
    {
        if (_stopping)
            return;
        _stopping = true;
        _queue.CompleteAdding();
        _thread?.Join();
        _batch?.Release();
        _follower.Dispose();
    }

    private Task<long> Exclusively(Func<long> action)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _exclusive.Enqueue(() =>
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
        return done.Task;
    }

    private void Loop()
    {
        var group = new List<Waiting>(options.BatchSize);
        var headWritten = clock.GetCurrentInstant();
        while (!_queue.IsCompleted)
        {
            group.Clear();
            if (_queue.TryTake(out var first, _follower.Behind || !_exclusive.IsEmpty ? options.FollowEvery / 10 : 50))
            {
                group.Add(first);
                while (group.Count < options.BatchSize && _queue.TryTake(out var next))
                    group.Add(next);
                Commit(group);
            }

            if (group.Count == 0 || _follower.IsDue)
                _follower.Fold(_head.Position);
            while (_exclusive.TryDequeue(out var action))
                action();
            if (options.HeadFile is { } file && System.Diagnostics.Stopwatch.GetTimestamp() is var tick && (tick - _headTick) > System.Diagnostics.Stopwatch.Frequency)
            {
                _headTick = tick;
                WriteHead(file);
            }
        }

        while (_exclusive.TryDequeue(out var action))
            action();
        _follower.FoldAll();
        if (options.HeadFile is { } last)
            WriteHead(last);
    }

    private long _headTick;

    private void WriteHead(HeadFile file)
    {
        try
        {
            file.Append(_head, clock.GetCurrentInstant());
        }
        catch (IOException)
        {
            // The disk of the head file is away or full: the next second tries again, the journal goes on.
            _headTick = System.Diagnostics.Stopwatch.GetTimestamp();
        }
    }

    private void Commit(List<Waiting> group)
    {
        try
        {
            Finish(_batch!.Run(group));
        }
        catch (Exception failure)
        {
            Renew();
            if (group.Count == 1)
            {
                group[0].Answer.TrySetException(failure);
                return;
            }

            // The group could not be written as one: each alone, so that one failure harms no other.
            foreach (var waiting in group)
            {
                waiting.Reset();
                Commit([waiting]);
            }
        }
    }

    private void Finish(IReadOnlyList<Recorded> events)
    {
        _head = _batch!.Head;
        _follower.Offer(events);
        foreach (var waiting in _batch.Answered)
            waiting.Tell();
        if (events.Count > 0)
            feed.Publish(events);
    }

    private void Renew()
    {
        _batch?.Release();
        try
        {
            _batch = new Batch(database, types, views, keys, clock, options);
        }
        catch (Exception)
        {
            // The database is away: the next group tries again and tells its callers.
            _batch = Batch.Broken;
        }
    }
}

/// <summary>A command that waits for its answer.</summary>
internal sealed class Waiting(Envelope envelope, Func<Work, Decision> decide)
{
    private Outcome? _outcome;
    private Exception? _failure;

    public Envelope Envelope { get; } = envelope;
    public Func<Work, Decision> Decide { get; } = decide;
    public TaskCompletionSource<Outcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set(Outcome outcome) => _outcome = outcome;

    public void Fail(Exception failure) => _failure = failure;

    public void Reset() => (_outcome, _failure) = (null, null);

    /// <summary>Told only after the commit: what was accepted is on disk.</summary>
    public void Tell()
    {
        if (_failure is not null)
            Answer.TrySetException(_failure);
        else
            Answer.TrySetResult(_outcome!);
    }
}
