using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Where the read log lies: its own table, outside the journal, with its own retention. Entries hold whom they showed packed together; indexes
/// by person and by reader are made from them beside the pages.
/// </summary>
public abstract class ReadLogStore
{
    private const int Corrupt = 11, NoDatabase = 26;
    private readonly Lock _lock = new();
    private bool _ready;

    private protected ReadLogStore() => (People, Readers) = (new(this, "person", "read_log_block", "people"), new(this, "reader", "read_log_reader_block", "who, unit"));

    /// <summary>By whom the entries showed.</summary>
    internal ReadLogIndex People { get; }

    /// <summary>By who opened the screen, and the unit in whose name.</summary>
    internal ReadLogIndex Readers { get; }

    /// <summary>Where the head of the log's chain lies outside the database; left out where nothing is to be proved.</summary>
    public HeadFile? HeadFile { get; init; }

    /// <summary>Number and MAC of the last entry now, whoever wrote it.</summary>
    internal Head Head()
    {
        using var connection = Open();
        var (seq, mac) = ReadLogSql.Last(connection, null);
        return new(seq, mac, 0);
    }

    /// <summary>Whether other nodes may write the log too.</summary>
    internal virtual bool IsShared => false;

    /// <summary>Writes the last entry as it is: asks the disk, and changes nothing.</summary>
    internal virtual string TrySql => "update read_log set mac = mac where seq = (select max(seq) from read_log)";

    /// <summary>An open connection; the first one makes the tables.</summary>
    internal DbConnection Open()
    {
        var connection = Connect();
        lock (_lock)
        {
            if (_ready) return connection;
            MakeTables(connection);
            _ready = true;
        }

        return connection;
    }

    /// <summary>An open connection for the writer of the log, which never waits for the index.</summary>
    internal DbConnection OpenToWrite()
    {
        Open().Dispose();
        return ConnectToWrite();
    }

    /// <summary>The failure tells that what is stored can't be read any more.</summary>
    internal static bool IsDamaged(DbException failure) => failure is SqliteException { SqliteErrorCode: Corrupt or NoDatabase }
        or PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };

    internal virtual void MakeTables(DbConnection connection)
    {
        foreach (var sql in CreateSql())
            ReadLogSql.Execute(connection, null, sql);
    }

    internal abstract DbConnection Connect();

    internal virtual DbConnection ConnectToWrite() => Connect();

    /// <summary>Schema of the index, with its dot; empty where it lies beside the log.</summary>
    internal abstract string Where { get; }

    /// <summary>A transaction that reads the log and writes the index, and keeps nobody from writing the log.</summary>
    internal abstract DbTransaction BeginIndex(DbConnection connection);

    internal abstract string Bytes { get; }

    internal virtual string IndexOptions => "";

    /// <summary>Whether an entry showed <c>@person</c>.</summary>
    internal abstract string Showed { get; }

    /// <summary>Writes entries in a transaction that no other writer of the log shares, on any node; they are on disk afterwards.</summary>
    /// <param name="entries">Makes their cells from the number and the MAC of the last one.</param>
    internal abstract void Write(DbConnection connection, Func<long, byte[], IReadOnlyList<object?[]>> entries);

    private IEnumerable<string> CreateSql() =>
    [
        $"create table if not exists read_log(seq bigint not null primary key, at bigint not null, who {Bytes} not null, unit {Bytes}, role text not null, register text not null, screen text not null, reason text, ground text not null, withholds bigint, people {Bytes} not null, mac {Bytes} not null)",
        .. People.CreateSql(),
        .. Readers.CreateSql(),
        "create index if not exists read_log_at on read_log(at)",
        $"create index if not exists read_log_flagged on read_log(seq) where {ReadLogQueries.IsFlagged}",
        "create index if not exists read_log_withholds on read_log(withholds) where withholds is not null",
    ];
}

/// <summary>A file of its own: the log's commits don't wait for the journal's; and another one for the index, which can be made again from the log.</summary>
public sealed class SqliteReadLog : ReadLogStore
{
    private readonly string _file;

    public SqliteReadLog(string file)
    {
        _file = file;
        SqliteSetup.Prepare();
        // An earlier form of the index.
        foreach (var end in (ReadOnlySpan<string>)["", "-wal", "-shm"])
            File.Delete(Path.ChangeExtension(file, ".people.db") + end);
    }

    internal override string Bytes => "blob";

    internal override DbConnection Connect()
    {
        var connection = ConnectToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = "attach database @blocks as blocks; pragma blocks.journal_mode=wal; pragma blocks.synchronous=normal";
        command.Parameters.AddWithValue("blocks", Path.ChangeExtension(_file, ".blocks.db"));
        command.ExecuteNonQuery();
        return connection;
    }

    // Without the index: a transaction that writes takes hold of every attached file, and a page would wait until the index is written.
    internal override SqliteConnection ConnectToWrite()
    {
        // A pooled connection would keep what was attached to it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, DefaultTimeout = 30, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal; pragma synchronous=full";
        command.ExecuteNonQuery();
        return connection;
    }

    internal override string Where => "blocks.";

    internal override string IndexOptions => " without rowid";

    // An empty log has no entry: the number in the file's head, which nothing reads, is written too.
    internal override string TrySql => $"{base.TrySql}; pragma user_version = 0";

    internal override string Showed => "instr(people, @person) > 0";

    // Deferred: an immediate one would lock the log too.
    internal override DbTransaction BeginIndex(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    internal override void Write(DbConnection connection, Func<long, byte[], IReadOnlyList<object?[]>> entries)
    {
        using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: false);
        var (seq, mac) = ReadLogSql.Last(connection, transaction);
        ReadLogSql.Insert(connection, transaction, "read_log", entries(seq, mac));
        transaction.Commit();
    }
}

/// <summary>Tables in the journal's database.</summary>
public sealed class PostgresReadLog(string connectionString) : ReadLogStore, IDisposable
{
    /// <summary>Key of the advisory lock of those who write the log: another one than the journal's two.</summary>
    private const long WriterLock = 0x59687465_79730003;
    private const string InsertSql = "insert into read_log select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    private static readonly NpgsqlDbType[] Types =
    [
        NpgsqlDbType.Bigint, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text,
        NpgsqlDbType.Text, NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea,
    ];

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 60, AutoPrepareMinUsages = 2, NoResetOnClose = true });

    internal override string Bytes => "bytea";

    internal override bool IsShared => true;

    internal override DbConnection Connect() => _source.OpenConnection();

    // One node at a time: two that make a table at once both find none, and one of them fails.
    internal override void MakeTables(DbConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        ReadLogSql.Execute(connection, transaction, "select pg_advisory_xact_lock(@key)", ("key", WriterLock));
        base.MakeTables(connection);
        transaction.Commit();
    }

    internal override string Where => "";

    internal override string Showed => "position(@person in people) > 0";

    internal override DbTransaction BeginIndex(DbConnection connection) => connection.BeginTransaction();

    // Two round trips, however many entries. A connection that fails between them is given up, and its transaction goes with it.
    internal override void Write(DbConnection connection, Func<long, byte[], IReadOnlyList<object?[]>> entries)
    {
        var (seq, mac) = Begin((NpgsqlConnection)connection);
        var rows = entries(seq, mac);
        var insert = new NpgsqlBatchCommand(InsertSql);
        for (var i = 0; i < Types.Length; i++)
            insert.Parameters.Add(Column(Types[i], [.. rows.Select(row => row[i])]));
        using var batch = new NpgsqlBatch((NpgsqlConnection)connection) { BatchCommands = { insert, new NpgsqlBatchCommand("commit") } };
        batch.ExecuteNonQuery();
    }

    private static (long Seq, byte[] Mac) Begin(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("begin"),
                new NpgsqlBatchCommand("select pg_advisory_xact_lock($1)") { Parameters = { new NpgsqlParameter { Value = WriterLock } } },
                new NpgsqlBatchCommand(ReadLogSql.LastSql),
            },
        };
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        return ReadLogSql.Last(reader);
    }

    private static NpgsqlParameter Column(NpgsqlDbType type, object?[] cells) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | type,
        Value = type switch
        {
            NpgsqlDbType.Bigint => cells.Cast<long?>().ToArray(),
            NpgsqlDbType.Text => cells.Cast<string?>().ToArray(),
            _ => (object)cells.Cast<byte[]?>().ToArray(),
        },
    };

    public void Dispose() => _source.Dispose();
}
