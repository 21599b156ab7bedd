using System.Data.Common;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Kernel.Storage;

/// <summary>A connection with its prepared statements.</summary>
internal abstract class Session(Database database, DbConnection connection) : IDisposable
{
    protected Database Database { get; } = database;
    public string DurabilitySql => Database.DurabilitySql;
    public DbConnection Connection { get; } = connection;
    public DbTransaction? Transaction { get; protected set; }

    /// <summary>From here on every query sees the same moment, until the session is disposed.</summary>
    public abstract void BeginSnapshot();

    public List<T> Query<T>(string sql, object? parameters = null) => [.. Stream<T>(sql, parameters)];

    public IEnumerable<T> Stream<T>(string sql, object? parameters = null)
    {
        var (text, values) = Ready(sql, parameters);
        using var reader = Run(text, values);
        var map = RowMap<T>.For(text, reader);
        while (reader.Read())
            yield return map(reader);
    }

    /// <summary>Rows of the journal after a position, in order, while they are read.</summary>
    public virtual IEnumerable<JournalRow> JournalRows(long after, long upTo)
    {
        using var reader = Reader(JournalTable.RowsSql, new { after, upTo });
        while (reader.Read())
            yield return JournalTable.Map(reader);
    }

    public virtual IEnumerable<Recorded> Events(EventTypes types, long after, long upTo) =>
        JournalRows(after, upTo).Select(r => JournalTable.ToRecorded(r, types));

    public int Execute(string sql, object? parameters = null)
    {
        var (text, values) = Ready(sql, parameters);
        return RunToEnd(text, values);
    }

    public DbDataReader Reader(string sql, object? parameters = null)
    {
        var (text, values) = Ready(sql, parameters);
        return Run(text, values);
    }

    /// <summary>Runs a query whose lists have been written out.</summary>
    protected abstract DbDataReader Run(string text, Dictionary<string, object?> values);

    /// <returns>Rows that were changed.</returns>
    protected abstract int RunToEnd(string text, Dictionary<string, object?> values);

    private (string Text, Dictionary<string, object?> Values) Ready(string sql, object? parameters)
    {
        BeforeCommand();
        var values = Parameters.Of(parameters);
        var text = Database.Lists(sql, values);
        Database.Asked?.Invoke(text, values);
        return (text, values);
    }

    /// <summary>Writes that wait are sent first, so that the command sees them.</summary>
    protected virtual void BeforeCommand()
    {
    }

    public abstract void Dispose();
}

/// <summary>What the writer must know before it decides a group: the head, events of repeated commands, events of the streams.</summary>
internal sealed record GroupStart(Head Head, List<JournalRow> Repeats, List<JournalRow> Streams);

/// <summary>The writer's session: one transaction over journal and views.</summary>
internal abstract class WriteSession(Database database, DbConnection connection) : Session(database, connection)
{
    /// <summary>Begins the next transaction, unless one is open, and takes the writer's lock.</summary>
    public abstract void Begin();

    /// <summary>Begins the transaction of a group and reads what it starts from.</summary>
    public virtual GroupStart BeginGroup(Guid[] commands, Guid[] streams)
    {
        Begin();
        return new GroupStart(JournalTable.Head(this), JournalTable.OfCommands(this, commands), JournalTable.OfStreams(this, streams));
    }

    public abstract void Commit();
    public abstract void Rollback();

    /// <summary>Inserts or replaces rows of a table; <paramref name="rows"/> hold values in column order.</summary>
    public abstract void Upsert(TableShape table, IReadOnlyList<object?[]> rows);

    public abstract void Insert(TableShape table, IReadOnlyList<object?[]> rows);

    /// <summary>A command without an answer; it may wait for the commit.</summary>
    public virtual void Send(string sql, object parameters) => Execute(sql, parameters);

    public abstract void Delete(TableShape table, IReadOnlyList<object> keys);

    public override void BeginSnapshot() => throw new NotSupportedException("A writing session is its own snapshot.");
}
