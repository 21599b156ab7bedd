using System.Data.Common;

namespace Yhteys.Kernel.Storage;

/// <summary>
/// One of the two engines. SQL is written once, in the subset that both run: <c>@name</c> parameters, unquoted names, <c>in @list</c>.
/// Guid, Instant, LocalDate, bool and enums are converted here (<see cref="Cells"/>).
/// </summary>
public abstract class Database : IDisposable
{
    public abstract string Engine { get; }

    /// <summary>The column type of a value kind in this engine's words.</summary>
    internal abstract string ColumnType(CellKind kind);

    internal abstract object ToParameter(object value, CellKind kind);

    /// <summary>A reading session from the pool; it sees only what is committed.</summary>
    internal abstract Session Read();

    /// <summary>The one writing session: begins a transaction that no other writer can share.</summary>
    internal abstract WriteSession BeginWrite();

    internal abstract bool TableExists(string table);

    /// <summary>Rows of a query, mapped by column name to the constructor of <typeparamref name="T"/>, or to a scalar.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        using var session = Read();
        return session.Query<T>(sql, parameters);
    }

    public T? Single<T>(string sql, object? parameters = null) => Query<T>(sql, parameters).FirstOrDefault();

    public abstract void Dispose();
}

/// <summary>A connection with its prepared statements.</summary>
internal abstract class Session(Database database, DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    protected Database Database { get; } = database;
    public DbConnection Connection { get; } = connection;
    public DbTransaction? Transaction { get; protected set; }

    public List<T> Query<T>(string sql, object? parameters = null)
    {
        var rows = new List<T>();
        foreach (var row in Stream<T>(sql, parameters))
            rows.Add(row);
        return rows;
    }

    public IEnumerable<T> Stream<T>(string sql, object? parameters = null)
    {
        var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var map = RowMap<T>.For(reader);
        while (reader.Read())
            yield return map(reader);
    }

    public int Execute(string sql, object? parameters = null) => Command(sql, parameters).ExecuteNonQuery();

    public DbCommand Command(string sql, object? parameters = null)
    {
        BeforeCommand();
        var values = Parameters.Of(parameters);
        var text = Parameters.ExpandLists(sql, values);
        if (!_prepared.TryGetValue(text, out var command))
        {
            if (_prepared.Count > 300)
                ForgetPrepared();
            command = Connection.CreateCommand();
            command.CommandText = text;
            _prepared[text] = command;
        }

        command.Transaction = Transaction;
        Parameters.Bind(Database, command, values);
        return command;
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

/// <summary>The writer's session: one transaction over journal and views.</summary>
internal abstract class WriteSession(Database database, DbConnection connection) : Session(database, connection)
{
    /// <summary>Begins the next transaction, unless one is open, and takes the writer's lock.</summary>
    public abstract void Begin();

    public abstract void Commit();
    public abstract void Rollback();

    /// <summary>Inserts or replaces rows of a table; <paramref name="rows"/> hold values in column order.</summary>
    public abstract void Upsert(TableShape table, IReadOnlyList<object?[]> rows);

    public abstract void Insert(TableShape table, IReadOnlyList<object?[]> rows);

    public abstract void Delete(TableShape table, IReadOnlyList<object> keys);
}
