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
public sealed partial class Journal(
    Database database, EventTypes types, ViewSet views, KeyRing keys, IClock clock, JournalOptions options, Feed feed) : IDisposable
{
    public Database Database => database;
    public ViewSet Views => views;
    public KeyRing Keys => keys;
    public Feed Feed => feed;

    /// <summary>Position and HMAC of the last committed event.</summary>
    public Head Head => _head;

    /// <summary>Following views: how far each has folded, how late it is and whether it has stopped.</summary>
    public IReadOnlyList<FollowingState> Following => _follower.States;

    /// <summary>What a watch should alarm of; empty when all is well.</summary>
    public IReadOnlyList<Trouble> Troubles =>
    [
        .. Following.Where(f => f.Failed is not null).Select(f => new Trouble($"The view {f.View} has stopped at event {f.Position}", f.Failed!)),
        .. _unwritten is { } unwritten ? [new Trouble("What is sent can't be written into the database", unwritten)] : Array.Empty<Trouble>(),
        .. _damaged is { } damaged ? [new Trouble("A part of the database is damaged", damaged)] : Array.Empty<Trouble>(),
        .. database.Unmoved is { } unmoved ? [new Trouble("What has been written can't be moved into the database's file", unmoved)] : Array.Empty<Trouble>(),
        .. _unseen is { } unseen ? [new Trouble("What other nodes have written can't be read", unseen)] : Array.Empty<Trouble>(),
        .. _headFile.Failed is { } failed ? [new Trouble("The head of the chain can't be written outside the database", failed)] : Array.Empty<Trouble>(),
        .. Feed.Failed is { } lost ? [new Trouble("A live screen could not be told of news", lost)] : Array.Empty<Trouble>(),
    ];

    /// <summary>Whether the last that was written reached the disk, as far as that is the database's to do.</summary>
    public bool Writes => _unwritten is null;

    /// <summary>Decides and appends; answers when it is on disk.</summary>
    public Task<Outcome> Handle(Envelope envelope, Func<Work, Decision> decide)
    {
        var waiting = new Waiting(envelope, decide);
        return Add(waiting) ? waiting.Answer.Task : Task.FromException<Outcome>(Closed());
    }

    // So often at most a question is asked anew because its tables were renamed.
    private const int MostNames = 10;

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
        return [.. JournalTable.OfStreams(session, [stream]).Select(r => JournalTable.ToRecorded(r, types))];
    }

    /// <summary>All events after a position, in order.</summary>
    public IEnumerable<Recorded> Read(long after = 0, long upTo = long.MaxValue)
    {
        using var session = Database.Read();
        foreach (var recorded in JournalTable.Read(session, types, after, upTo))
            yield return recorded;
    }

    private T? Find<T>(TableShape shape, object key) where T : class =>
        Database.Single<T>($"select {shape.ColumnList} from {shape.Name} where {shape.Key.Name} = @key", new { key });

    /// <summary>Asks with the views in use; again, when they went by other names before the answer, or who renamed them was in the way.</summary>
    private T OfNow<T>(Func<ViewSet, T> ask)
    {
        for (var tries = 1; ; tries++)
        {
            var inUse = Views.Frozen();
            try
            {
                return ask(inUse);
            }
            catch (DbException failure) when ((tries == 1 && Database.IsBusy(failure)) || (tries < MostNames && Database.IsGone(failure) && inUse.WaitForOthers(Views)))
            {
                // The next name may be left as soon as the last one was.
            }
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
