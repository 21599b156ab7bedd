using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Yhteys.Kernel.Storage;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Where the read log lies: its own table, outside the journal, with its own retention. Entries hold whom they showed packed together; an
/// index by person is made from them beside the pages, since a page of fifty people would otherwise write to fifty places before it is sent.
/// It tells in which blocks of neighbouring entries a person is: lists that many look at show the same people again and again.
/// </summary>
public abstract class ReadLogStore
{
    /// <summary>Entries of a block.</summary>
    internal const int Block = 64;
    private const int IndexAtOnce = 2_000;
    private readonly Lock _lock = new(), _indexing = new();
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

    /// <summary>An open connection for the writer of the log, which never waits for the index.</summary>
    internal DbConnection OpenToWrite()
    {
        Open().Dispose();
        return ConnectToWrite();
    }

    /// <summary>Brings the index by person up to the last entry. Asked for before each look-up by person.</summary>
    internal void Index()
    {
        lock (_indexing)
            IndexAll(CancellationToken.None);
    }

    /// <summary>The same now and then, unless somebody is at it, until it is stopped.</summary>
    internal void IndexMeanwhile(CancellationToken stop)
    {
        if (!_indexing.TryEnter())
            return;
        try
        {
            IndexAll(stop);
        }
        finally
        {
            _indexing.Exit();
        }
    }

    private void IndexAll(CancellationToken stop)
    {
        using var connection = Open();
        while (!stop.IsCancellationRequested && IndexSome(connection) == IndexAtOnce)
        {
        }
    }

    private int IndexSome(DbConnection connection)
    {
        using var transaction = BeginIndex(connection);
        // Writes before it reads: SQLite refuses, without waiting, a write after a reading that another process has made old.
        ReadLogSql.Execute(connection, transaction, $"update {Where}read_log_blocked set seq = seq where id = 0");
        var upTo = ReadLogSql.Number(connection, transaction, IndexedSql);
        var entries = ReadLogSql.Shown(connection, transaction, upTo, IndexAtOnce);
        if (entries.Count == 0) return 0;

        // In the order of the index, so that neighbours are written together.
        var pairs = entries.SelectMany(e => e.People.Select(p => (Person: p, Block: e.Seq / Block))).Distinct().Select(pair => (Person: ReadLogSql.Bytes(pair.Person), pair.Block))
            .OrderBy(pair => pair.Person, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ThenBy(pair => pair.Block)
            .Select(pair => new object?[] { pair.Person, pair.Block });
        ReadLogSql.Insert(connection, transaction, $"{Where}read_log_blocks", [.. pairs], " on conflict do nothing");
        ReadLogSql.Insert(connection, transaction, $"{Where}read_log_blocked", [[1L, entries[^1].Seq]], " on conflict(id) do update set seq = excluded.seq where excluded.seq > read_log_blocked.seq");
        transaction.Commit();
        return entries.Count;
    }

    /// <summary>The last entry that is in the index.</summary>
    internal string IndexedSql => $"select coalesce(max(seq), 0) from {Where}read_log_blocked";

    internal abstract DbConnection Connect();

    internal virtual DbConnection ConnectToWrite() => Connect();

    /// <summary>Schema of the index, with its dot; empty where it lies beside the log.</summary>
    internal abstract string Where { get; }

    /// <summary>A transaction that reads the log and writes the index, and keeps nobody from writing the log.</summary>
    internal abstract DbTransaction BeginIndex(DbConnection connection);

    internal abstract string Bytes { get; }

    internal virtual string IndexOptions => "";

    /// <summary>Writes entries in a transaction that no other writer of the log shares, on any node; they are on disk afterwards.</summary>
    /// <param name="entries">Makes their cells from the number and the MAC of the last one.</param>
    internal abstract void Write(DbConnection connection, Func<long, byte[], IReadOnlyList<object?[]>> entries);

    private IEnumerable<string> CreateSql() =>
    [
        $"create table if not exists read_log(seq bigint not null primary key, at bigint not null, who {Bytes} not null, unit {Bytes}, role text not null, register text not null, screen text not null, reason text, ground text not null, withholds bigint, people {Bytes} not null, mac {Bytes} not null)",
        $"create table if not exists {Where}read_log_blocks(person {Bytes} not null, block bigint not null, primary key(person, block)){IndexOptions}",
        $"create table if not exists {Where}read_log_blocked(id bigint not null primary key, seq bigint not null)",
        "create index if not exists read_log_at on read_log(at)",
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

    internal override DbConnection Connect() => _source.OpenConnection();

    internal override string Where => "";

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
