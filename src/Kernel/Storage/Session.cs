using System.Data.Common;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Kernel.Storage;

/// <summary>A connection with its prepared statements.</summary>
internal abstract class Session(Database database, DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    protected Database Database { get; } = database;
    public string DurabilitySql => Database.DurabilitySql;
    public DbConnection Connection { get; } = connection;
    public DbTransaction? Transaction { get; protected set; }

    /// <summary>From here on every query sees the same moment, until the session is disposed.</summary>
    public abstract void BeginSnapshot();

    public List<T> Query<T>(string sql, object? parameters = null) => [.. Stream<T>(sql, parameters)];

    public IEnumerable<T> Stream<T>(string sql, object? parameters = null)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var map = RowMap<T>.For(reader);
        while (reader.Read())
            yield return map(reader);
    }

    /// <summary>Rows of the journal after a position, in order, while they are read.</summary>
    public virtual IEnumerable<JournalRow> JournalRows(long after, long upTo)
    {
        using var reader = Command(JournalTable.RowsSql, new { after, upTo }).ExecuteReader();
        while (reader.Read())
            yield return JournalTable.Map(reader);
    }

    public virtual IEnumerable<Recorded> Events(EventTypes types, long after, long upTo) =>
        JournalRows(after, upTo).Select(r => JournalTable.ToRecorded(r, types));

    public int Execute(string sql, object? parameters = null) => Command(sql, parameters).ExecuteNonQuery();

    public DbCommand Command(string sql, object? parameters = null)
    {
        BeforeCommand();
        var values = Parameters.Of(parameters);
        var text = Parameters.ExpandLists(sql, values);
        var command = Prepared(text);
        command.Transaction = Transaction;
        Parameters.Bind(Database, command, values);
        return command;
    }

    /// <summary>A command for the text, with its statement kept where the provider keeps it in the command.</summary>
    protected virtual DbCommand Prepared(string text)
    {
        if (_prepared.TryGetValue(text, out var command))
            return command;
        if (_prepared.Count > 300)
            ForgetPrepared();
        command = Connection.CreateCommand();
        command.CommandText = text;
        return _prepared[text] = command;
    }

    /// <summary>Writes that wait are sent first, so that the command sees them.</summary>
    protected virtual void BeforeCommand()
    {
    }

    protected void ForgetPrepared()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _prepared.Clear();
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
