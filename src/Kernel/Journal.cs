using System.Data.Common;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>
/// The one journal: everything that happens is an event in it, everything else is a fold of it. One writer loop takes the waiting
/// commands, decides each on current state, appends, folds the inline views and commits once for all.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly EventTypes _types;
    private readonly Writer _writer;

    public Journal(Database database, EventTypes types, ViewSet views, KeyRing keys, IClock clock, JournalOptions options)
    {
        (Database, Views, Keys, _types) = (database, views, keys, types);
        _writer = new Writer(database, types, views, keys, clock, options, Feed);
    }

    public Database Database { get; }
    public ViewSet Views { get; }
    public KeyRing Keys { get; }
    public Feed Feed { get; } = new();

    /// <summary>Position and HMAC of the last committed event.</summary>
    public Head Head => _writer.Head;

    /// <summary>Following views: how far each has folded, how late it is and whether it has stopped.</summary>
    public IReadOnlyList<FollowingState> Following => _writer.Following;

    /// <summary>What a watch should alarm of; empty when all is well.</summary>
    public IReadOnlyList<Trouble> Troubles =>
    [
        .. Following.Where(f => f.Failed is not null).Select(f => new Trouble($"The view {f.View} has stopped at event {f.Position}", f.Failed!)),
        .. _writer.HeadFileFailed is { } failed ? [new Trouble("The head of the chain can't be written outside the database", failed)] : Array.Empty<Trouble>(),
        .. Feed.Failed is { } feed ? [new Trouble("A live screen could not be told of news", feed)] : Array.Empty<Trouble>(),
    ];

    /// <summary>What makes a commit durable, asked on the live write connection: <c>synchronous=2</c>, or fsync and synchronous_commit.</summary>
    public Task<string> Durability() => _writer.Durability();

    /// <summary>Makes tables, brings views up to date and starts the writer. Progress is told in events folded.</summary>
    public void Start(Action<string, long, long>? progress = null) => _writer.Start(progress);

    /// <summary>Decides and appends; answers when it is on disk.</summary>
    public Task<Outcome> Handle(Envelope envelope, Func<Work, Decision> decide) => _writer.Enqueue(envelope, decide);

    /// <summary>Rows of views by SQL; the text names tables by <see cref="ViewSet.Table{T}"/>.</summary>
    public IReadOnlyList<T> Query<T>(Func<ViewSet, string> sql, object? parameters = null) => OfNow(views => Database.Query<T>(sql(views), parameters));

    /// <summary>Several questions whose answers must go together. Asked anew from the first when the tables go by other names meanwhile.</summary>
    public T AtOneMoment<T>(Func<Moment, T> ask) => OfNow(views =>
    {
        using var session = Database.Read();
        session.BeginSnapshot();
        return ask(new Moment(session, views));
    });

    /// <summary>The same while they are read, for more rows than should be in memory at once. All are of one moment; on SQLite the log grows meanwhile.</summary>
    public IEnumerable<T> Rows<T>(Func<ViewSet, string> sql, object? parameters = null)
    {
        using var session = Database.Read();
        var any = false;
        using var rows = OfNow(views =>
        {
            var begun = session.Stream<T>(sql(views), parameters).GetEnumerator();
            any = begun.MoveNext();
            return begun;
        });
        for (; any; any = rows.MoveNext())
            yield return rows.Current;
    }

    /// <summary>All rows of a table as of one moment, for what looks at every one of them. Dispose it soon: on SQLite the log grows meanwhile.</summary>
    /// <param name="columns">Columns to read, mapped to <typeparamref name="TPart"/>; all when left out.</param>
    public Scan<TPart> Scan<T, TPart>(string? columns = null) => OfNow(views => new Scan<TPart>(Database, views, typeof(T), columns));

    public T? Find<T>(object key) where T : class => OfNow(views => Find<T>(views.Shape<T>(), key));

    /// <summary>The events of a stream, oldest first.</summary>
    public IReadOnlyList<Recorded> Stream(Guid stream)
    {
        using var session = Database.Read();
        return [.. JournalTable.OfStreams(session, [stream]).Select(r => JournalTable.ToRecorded(r, _types))];
    }

    /// <summary>All events after a position, in order.</summary>
    public IEnumerable<Recorded> Read(long after = 0, long upTo = long.MaxValue)
    {
        using var session = Database.Read();
        foreach (var recorded in JournalTable.Read(session, _types, after, upTo))
            yield return recorded;
    }

    /// <summary>Waits until following views have folded what is committed now (tests, command line).</summary>
    public Task CaughtUp() => _writer.CaughtUp();

    /// <summary>Whether no other node has used the tables within the last minute.</summary>
    public bool IsAlone() => _writer.IsAlone();

    /// <summary>
    /// Builds the view anew beside the old table and swaps; the writer goes on meanwhile. Not beside another node, which would go on from the rows that it
    /// remembers.
    /// </summary>
    /// <returns>The position that it is folded to; null when another node was there at the end, and all is as before.</returns>
    public Task<long?> Rebuild(View view, Action<long, long>? progress = null) => _writer.Rebuild(view, progress);

    /// <summary>Makes the tables of views with other content beside those in use, from rows in use or from the journal; readers and commands go on.</summary>
    /// <param name="progress">Source rows done, and all of them.</param>
    /// <remarks>What was made and is not put in place is to be given to <see cref="Discard"/>. Made tables are found again, also by other nodes.</remarks>
    public Task Prepare(IReadOnlyList<View> next, Action<long, long>? progress = null, CancellationToken cancel = default) => _writer.Prepare(next, progress, cancel);

    /// <summary>
    /// Puts views in the place of those with the same names, between two groups of commands: prepares what is not prepared, folds the rest and swaps.
    /// The old tables stay for a minute, and as long as another node uses them.
    /// </summary>
    /// <param name="replaced">Done on the writer's thread at the same moment: what must change together with the views. Quick, and never fails.</param>
    public Task Replace(IReadOnlyList<View> next, Action? replaced = null, CancellationToken cancel = default) => _writer.Replace(next, replaced, cancel);

    /// <summary>Works out which rows other content changes, when it is known which source rows may give others; nothing is written.</summary>
    /// <param name="next">Views that are made from rows in use (<see cref="View.Sources"/>).</param>
    /// <param name="keys">Keys of the source rows; more than are needed do no harm.</param>
    public Task<PlannedChange> Plan(IReadOnlyList<View> next, IReadOnlyCollection<Guid> keys, CancellationToken cancel = default) => Task.Run(
        () => OfNow(views =>
        {
            using var session = Database.Read();
            return PlannedChange.Make(session, [.. next.Select(view => (views.Find(view.Name)!, view))], keys, cancel);
        }),
        cancel);

    /// <summary>
    /// As <see cref="Replace"/>, when few rows change and this node is alone: what was planned is written and the tables go by their new names. Commands wait meanwhile.
    /// </summary>
    /// <param name="since">Keys of source rows that have changed after the plan's position, up to another.</param>
    /// <returns>What is not done leaves all as before: then <see cref="Replace"/> is the way.</returns>
    public Task<InPlace> ReplaceInPlace(PlannedChange plan, Func<long, IReadOnlySet<Guid>> since, Action? replaced = null) => _writer.ReplaceInPlace(plan, since, replaced);

    /// <summary>Whether a plan could be done now: no other node is there, and no reader keeps a table busy.</summary>
    public Task<bool> CanReplaceInPlace(PlannedChange plan) => _writer.CanReplaceInPlace(plan);

    /// <summary>Drops what was prepared and is not in use.</summary>
    public Task Discard(IReadOnlyList<View> next) => _writer.Discard(next);

    public void Dispose() => _writer.Dispose();

    private T? Find<T>(TableShape shape, object key) where T : class =>
        Database.Single<T>($"select {shape.ColumnList} from {shape.Name} where {shape.Key.Name} = @key", new { key });

    /// <summary>Asks with the views in use; again, when they went by other names before the answer, or who renamed them was in the way.</summary>
    private T OfNow<T>(Func<ViewSet, T> ask)
    {
        var views = Views.Frozen();
        try
        {
            return ask(views);
        }
        catch (DbException failure) when (Database.IsBusy(failure) || (Database.IsGone(failure) && views.WaitForOthers(Views)))
        {
            return ask(Views.Frozen());
        }
    }
}

/// <summary>Something is wrong though the journal goes on.</summary>
/// <param name="What">In words that anybody may read.</param>
/// <param name="Why">Message of the error, which may hold what was in the database: for the log only.</param>
public sealed record Trouble(string What, string Why)
{
    public override string ToString() => $"{What}: {Why}";
}

/// <summary>How a following view stands.</summary>
/// <param name="Failed">Message of the error that stopped it; the other views go on.</param>
/// <param name="EventsBehind">Events of the journal that it has not folded yet.</param>
/// <param name="SecondsBehind">How long the oldest of them has waited, seconds; or one before it that waited with it.</param>
public sealed record FollowingState(string View, long Position, string? Failed, long EventsBehind = 0, double SecondsBehind = 0);
