using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Yhteys.Residents.ReadLog;

/// <summary>Where the read log lies: its own table, outside the journal, with its own retention.</summary>
public abstract class ReadLogStore
{
    private readonly Lock _lock = new();
    private bool _ready;

    /// <summary>An open connection; the first one makes the tables.</summary>
    internal DbConnection Open()
    {
        var connection = Connect();
        lock (_lock)
        {
            if (_ready) return connection;
            foreach (var sql in CreateSql())
                ReadLogSql.Execute(connection, null, sql);
            _ready = true;
        }

        return connection;
    }

    internal abstract DbConnection Connect();

    internal abstract string Bytes { get; }

    /// <summary>A transaction that no other writer of the log shares, on any node.</summary>
    internal abstract DbTransaction BeginWrite(DbConnection connection);

    private IEnumerable<string> CreateSql() =>
    [
        $"create table if not exists read_log(seq bigint not null primary key, at bigint not null, who {Bytes} not null, unit {Bytes}, role text not null, register text not null, screen text not null, reason text, ground text not null, withholds bigint, people {Bytes} not null, mac {Bytes} not null)",
        $"create table if not exists read_log_person(person {Bytes} not null, seq bigint not null, primary key(person, seq))",
        "create index if not exists read_log_at on read_log(at)",
        "create index if not exists read_log_withholds on read_log(withholds) where withholds is not null",
    ];
}

/// <summary>A file of its own: the log's commits don't wait for the journal's.</summary>
public sealed class SqliteReadLog(string file) : ReadLogStore
{
    internal override string Bytes => "blob";

    internal override DbConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal; pragma synchronous=full";
        command.ExecuteNonQuery();
        return connection;
    }

    internal override DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);
}

/// <summary>Tables in the journal's database.</summary>
public sealed class PostgresReadLog(string connectionString) : ReadLogStore, IDisposable
{
    private const long WriterLock = 0x59687465_79730002;
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    internal override string Bytes => "bytea";

    internal override DbConnection Connect() => _source.OpenConnection();

    internal override DbTransaction BeginWrite(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"select pg_advisory_xact_lock({WriterLock})");
        command.ExecuteNonQuery();
        return transaction;
    }

    public void Dispose() => _source.Dispose();
}
