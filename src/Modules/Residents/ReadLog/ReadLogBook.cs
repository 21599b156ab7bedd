using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Writes who has looked at whose data. An entry is on disk before the page is sent: the page awaits <see cref="Record"/>.
/// Entries that wait together are committed together.
/// </summary>
public sealed class ReadLogBook : IDisposable
{
    /// <summary>Screen of an entry that a field of a person under non-disclosure was opened.</summary>
    public const string OpenedFieldScreen = "opened_field";

    /// <summary>Screen of an entry that a notifier's data was opened.</summary>
    public const string OpenedNotifierScreen = "opened_notifier";

    /// <summary>Why an entry is withheld: the code that stands as its reason.</summary>
    public const string UnreleasedNotice = "unreleased_notice", Audit = "audit";

    private const int GroupAtMost = 200;
    private static readonly TimeSpan IndexEvery = TimeSpan.FromSeconds(5), HeadEvery = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly ReadLogStore _store;
    private readonly ReadLogChain _chain;
    private readonly ReadLogSeal _seal;
    private readonly ReadLogHead _head;
    private readonly IClock _clock;
    private readonly Thread _writer;
    private readonly Timer _index;
    private readonly CancellationTokenSource _ending = new();

    // Why the last entries could not be written; null when they were.
    private volatile string? _unwritten;

    // What is damaged fails where it lies: that something else can be written tells nothing of it, so it is told of until the node is started anew.
    private volatile string? _damaged;

    /// <param name="chainKey">32 bytes, kept outside the database.</param>
    public ReadLogBook(ReadLogStore store, byte[] chainKey, IClock clock)
    {
        (_store, _clock, _chain, _seal, _head) = (store, clock, new ReadLogChain(chainKey), new ReadLogSeal(chainKey), new ReadLogHead(store, clock));
        _writer = new Thread(Loop) { IsBackground = true, Name = "read log" };
        _writer.Start();
        _index = new Timer(_ => Index(), null, IndexEvery, IndexEvery);
    }

    /// <summary>What a watch should alarm of; empty when all is well.</summary>
    public IReadOnlyList<Trouble> Troubles =>
    [
        .. _unwritten is { } unwritten ? [new Trouble("The read log can't be written, and no page that shows a person is sent", unwritten)] : Array.Empty<Trouble>(),
        .. _damaged is { } damaged ? [new Trouble("A part of the read log is damaged", damaged)] : Array.Empty<Trouble>(),
        .. _head.Failed is { } failed ? [new Trouble("The head of the read log can't be written outside the database", failed)] : Array.Empty<Trouble>(),
    ];

    /// <summary>Whether the last entries reached the disk: without them no page that shows a person is sent.</summary>
    public bool Writes => _unwritten is null;

    /// <summary>Answers when the entry is on disk. A screen that shows nobody is no entry, but a notifier may be nobody whom the county knows.</summary>
    public Task Record(ReadEntry entry) => entry.People.Count == 0 && entry.Screen != OpenedNotifierScreen ? Task.CompletedTask : Enqueue(new Line(entry));

    /// <summary>The same of what the people may or may not know of yet.</summary>
    /// <param name="unreleased">A notice that nobody has released to them: the entry is withheld.</param>
    public Task Record(ReadEntry entry, bool unreleased) => unreleased ? RecordWithheld(entry, UnreleasedNotice) : Record(entry);

    /// <summary>Entries of a list, in one transaction: one for the people who may know of what is shown, one withheld for those who may not.</summary>
    /// <param name="entry">Makes an entry for some of the people.</param>
    public Task Record(IEnumerable<(Guid Person, bool Unreleased)> shown, Func<IEnumerable<Guid>, ReadEntry> entry)
    {
        var people = shown.ToLookup(s => s.Unreleased, s => s.Person);
        return Enqueue([.. people.OrderBy(p => p.Key).Select(p => new Line(entry(p), p.Key ? UnreleasedNotice : null))]);
    }

    /// <summary>
    /// The same for what the people must not know of yet, such as a notice that nobody has released: the entry is withheld from them at once.
    /// </summary>
    /// <param name="because">Why it is withheld.</param>
    public Task RecordWithheld(ReadEntry entry, string because) => entry.People.Count == 0 ? Task.CompletedTask : Enqueue(new Line(entry, because));

    /// <summary>
    /// An entry that has been written is withheld from one of those whom it showed. The others are told of it anew: an entry is withheld from all or none.
    /// </summary>
    /// <param name="because">Why it is withheld.</param>
    public Task Withhold(ReadRow written, Guid from, string because)
    {
        var entry = new ReadEntry(written.Who, written.Unit, written.Role, written.Register, written.Screen, written.Reason, written.Ground, [.. written.People.Where(p => p != from)]);
        var withholding = new Line(entry, because, Withholds: written.Seq);
        return entry.People.Count == 0 ? Enqueue(withholding) : Enqueue(new Line(entry, At: written.At), withholding);
    }

    /// <summary>An entry of a moment before now, in their order: only of what is played.</summary>
    internal Task RecordOf(Instant at, ReadEntry entry, bool unreleased) => Enqueue(new Line(entry, unreleased ? UnreleasedNotice : null, at));

    public void Dispose()
    {
        if (_queue.IsAddingCompleted) return;
        _ending.Cancel();
        using (var ended = new ManualResetEvent(false))
            if (_index.Dispose(ended))
                ended.WaitOne();
        _queue.CompleteAdding();
        _writer.Join();
        _queue.Dispose();
        _ending.Dispose();
    }

    // Beside the pages, so that none of them waits for it.
    private void Index()
    {
        try
        {
            _store.People.Meanwhile(_ending.Token);
            _store.Readers.Meanwhile(_ending.Token);
        }
        catch (Exception e) when (e is DbException or ArgumentException or InvalidOperationException)
        {
            // The database is away, or an entry is not as it was written: who asks for a person's entries meets the same, verify names it, and the next turn tries again.
        }
    }

    private Task Enqueue(params IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0) return Task.CompletedTask;
        var waiting = new Waiting(lines);
        _queue.Add(waiting);
        return waiting.Done.Task;
    }

    private void Loop()
    {
        DbConnection? connection = null;
        while (!_queue.IsCompleted)
        {
            if (_queue.TryTake(out var first, HeadEvery))
                Commit(first, ref connection);
            else if (!Writes)
                Try(ref connection);
            _head.WriteWhenDue();
        }

        _head.Write();
        connection?.Dispose();
    }

    private void Commit(Waiting first, ref DbConnection? connection)
    {
        var group = new List<Waiting> { first };
        while (group.Count < GroupAtMost && _queue.TryTake(out var next))
            group.Add(next);
        try
        {
            _head.IsNow(Write(group, ref connection));
            _unwritten = null;
            foreach (var waiting in group) waiting.Done.SetResult();
        }
        catch (Exception failure)
        {
            // Whatever it was, the pages must not be sent: each waiting request fails, and the next group tries a new connection.
            if (failure is DbException damage && ReadLogStore.IsDamaged(damage))
                _damaged = failure.Message;
            else
                _unwritten = failure.Message;
            foreach (var waiting in group) waiting.Done.TrySetException(failure);
            connection?.Dispose();
            connection = null;
        }
    }

    /// <summary>After a failure, though nobody opens a page: whether entries can be written again.</summary>
    private void Try(ref DbConnection? connection)
    {
        try
        {
            ReadLogSql.Execute(connection ??= _store.OpenToWrite(), null, _store.TrySql);
            _unwritten = null;
        }
        catch (Exception failure)
        {
            _unwritten = failure.Message;
            connection?.Dispose();
            connection = null;
        }
    }

    /// <summary>When the server has closed the connection meanwhile another one is tried at once. What was written though no answer came is not written twice.</summary>
    private Head Write(List<Waiting> group, ref DbConnection? connection)
    {
        var head = Head.Empty;
        for (var again = false; ; again = true)
        {
            try
            {
                var open = connection ??= _store.OpenToWrite();
                _store.Write(open, (seq, mac) =>
                {
                    if (head.Position > 0 && ReadLogSql.Mac(open, head.Position) is { } written && head.Mac.AsSpan().SequenceEqual(written))
                        return [];
                    var rows = Cells(group, seq, mac);
                    head = ReadLogSql.HeadOf(rows[^1]);
                    return rows;
                });
                return head;
            }
            catch (DbException) when (!again && connection is { State: not ConnectionState.Open })
            {
                connection.Dispose();
                connection = null;
            }
        }
    }

    private List<object?[]> Cells(List<Waiting> group, long seq, byte[] mac)
    {
        var (rows, now) = (new List<object?[]>(group.Count), _clock.GetCurrentInstant());
        foreach (var (e, because, at, withholds) in group.SelectMany(waiting => waiting.Lines))
        {
            var row = new ReadRow(++seq, at ?? now, e.Who, e.Unit, e.Role, e.Register, e.Screen, e.Reason, e.Ground, null, e.People);
            if (withholds is null)
            {
                if (row is { Flagged: true, Reason: { } words }) row = row with { Reason = _seal.Close(words) };
                rows.Add(ReadLogSql.Cells(row, mac = _chain.Link(mac, row)));
                if (because is null) continue;
                ++seq;
            }

            var withholding = row with { Seq = seq, Screen = "withhold", Reason = because, Withholds = withholds ?? row.Seq, People = [] };
            rows.Add(ReadLogSql.Cells(withholding, mac = _chain.Link(mac, withholding)));
        }

        return rows;
    }

    /// <param name="Because">Why the entry is withheld; null when it is not.</param>
    /// <param name="At">Null: now.</param>
    /// <param name="Withholds">The entry that it withholds and that has been written before; null: it is an entry of its own.</param>
    private sealed record Line(ReadEntry Entry, string? Because = null, Instant? At = null, long? Withholds = null);

    private sealed record Waiting(IReadOnlyList<Line> Lines)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
