using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Yhteys.Kernel.Storage;

/// <summary>The embedded default: one file, WAL, <c>synchronous=FULL</c>, one writer.</summary>
public sealed class SqliteDatabase : Database
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _pool = [];
    private bool _disposed;

    public SqliteDatabase(string file)
    {
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString();
    }

    public override string Engine => "sqlite";

    internal override string DurabilitySql => "select 'synchronous=' || synchronous from pragma_synchronous";

    internal override string ColumnType(CellKind kind) => kind switch
    {
        CellKind.Text => "text",
        CellKind.Integer => "integer",
        CellKind.Number => "real",
        CellKind.Id or CellKind.Bytes => "blob",
    };

    internal override object ToParameter(object value, CellKind kind) => value is Guid id ? id.ToByteArray(bigEndian: true) : value;

    internal override Session Read() => _pool.TryTake(out var session) ? session : new SqliteSession(this, Open());

    internal override WriteSession BeginWrite() => new SqliteWriteSession(this, Open());

    public override void Dispose()
    {
        _disposed = true;
        while (_pool.TryTake(out var session))
            session.Close();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // A busy writer is waited for in milliseconds by SQLite itself; the provider alone would sleep 150 ms at a time.
        command.CommandText = "pragma busy_timeout=10000; pragma journal_mode=wal; pragma synchronous=full; pragma temp_store=memory; pragma cache_size=-65536; pragma mmap_size=1073741824";
        command.ExecuteNonQuery();
        return connection;
    }

    private void Return(SqliteSession session)
    {
        if (_disposed || _pool.Count > 16)
            session.Close();
        else
            _pool.Add(session);
    }

    private sealed class SqliteSession(SqliteDatabase database, SqliteConnection connection) : Session(database, connection)
    {
        public override void BeginSnapshot() => Transaction = connection.BeginTransaction(deferred: true);

        public override void Dispose()
        {
            Transaction?.Dispose();
            Transaction = null;
            database.Return(this);
        }

        public void Close()
        {
            ForgetPrepared();
            Connection.Dispose();
        }
    }
}

internal sealed class SqliteWriteSession : WriteSession
{
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    public SqliteWriteSession(SqliteDatabase database, SqliteConnection connection) : base(database, connection) => Begin();

    public override void Begin() => Transaction ??= ((SqliteConnection)Connection).BeginTransaction(deferred: false);

    public override void Commit()
    {
        Transaction!.Commit();
        End();
    }

    public override void Rollback()
    {
        Transaction?.Rollback();
        End();
    }

    public override void Upsert(TableShape table, IReadOnlyList<object?[]> rows) =>
        Write($"insert into {table.Name}({table.ColumnList}) values({Values(table)}){table.OnConflict}", rows);

    public override void Insert(TableShape table, IReadOnlyList<object?[]> rows) =>
        Write($"insert into {table.Name}({table.ColumnList}) values({Values(table)})", rows);

    public override void Delete(TableShape table, IReadOnlyList<object> keys) =>
        Write($"delete from {table.Name} where {table.Key.Name} = @p0", [.. keys.Select(k => new[] { k })]);

    public override void Dispose()
    {
        Transaction?.Dispose();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        ForgetPrepared();
        Connection.Dispose();
    }

    private void End()
    {
        Transaction?.Dispose();
        Transaction = null;
    }

    private static string Values(TableShape table) => string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));

    private void Write(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = ((SqliteConnection)Connection).CreateCommand();
            statement.CommandText = sql;
            for (var i = 0; i < rows[0].Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            _statements[sql] = statement;
        }

        statement.Transaction = (SqliteTransaction?)Transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                statement.Parameters[i].Value = row[i] is { } value ? Database.ToParameter(value, CellKind.Text) : DBNull.Value;
            statement.ExecuteNonQuery();
        }
    }
}
