using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace Yhteys.Kernel.Storage;

/// <summary>The embedded default: one file, WAL, <c>synchronous=FULL</c>, one writer.</summary>
public sealed class SqliteDatabase : Database
{
    /// <summary>KiB of pages that a connection keeps; a reader's are dropped at each commit of the writer anyway, and there are many.</summary>
    private const int WriterCache = 65_536, ReaderCache = 16_384;
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromMilliseconds(500);
    private readonly string _connectionString;
    // The one that came back last goes out first, whichever thread asks: its pages are the likeliest to be from after the last commit.
    private readonly Stack<SqliteSession> _pool = new();
    private Timer? _checkpoints;
    private volatile string? _unmoved;
    private bool _disposed;

    public SqliteDatabase(string file)
    {
        SqliteSetup.Prepare();
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

    /// <summary>One tree instead of a table and an index of its key.</summary>
    internal override string TableOptions(CellKind key) => key == CellKind.Integer ? "" : " without rowid";

    internal override string Lists(string sql, Dictionary<string, object?> values) => Parameters.ExpandLists(sql, values);

    internal override Session Read() => Take() ?? new SqliteSession(this, Open(ReaderCache));

    internal override WriteSession BeginWrite()
    {
        _checkpoints ??= new Timer(_ => Checkpoint(), null, CheckpointEvery, Timeout.InfiniteTimeSpan);
        return new SqliteWriteSession(this, Open());
    }

    internal override bool OneWriter => true;

    internal override WriteSession BeginBuild() => new SqliteWriteSession(this, Open(), "pragma synchronous=normal");

    // There is one writer's transaction at a time anyway.
    internal override WriteSession BeginFollow() => BeginBuild();

    internal override bool IsAfar => false;

    // The checkpointer moves the log afterwards.
    internal override string ManyRowsSql => "pragma wal_autocheckpoint=0";

    // Readers go on with their own moment, whatever the writer does.
    internal override IEnumerable<string> LockSql(IEnumerable<TableShape> tables) => [];

    internal override bool IsAway(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_IOERR or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN };

    internal override bool IsBusy(DbException failure) => false;

    internal override bool IsGone(DbException failure) => failure.Message.Contains("no such table", StringComparison.Ordinal);

    internal override bool TakesNothing(DbException failure) => base.TakesNothing(failure) || failure is SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_NOTADB };

    public override bool IsDamaged(DbException failure) => failure is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT };

    internal override IEnumerable<string> Damage(Session session) => session.Query<string>("pragma quick_check(1)").Where(told => told != "ok").Select(told => told.Split('\n')[^1]);

    internal override string? Unmoved => _unmoved;

    internal override string TablesSql => "select name from sqlite_master where type = 'table'";

    public override void Dispose()
    {
        _disposed = true;
        if (_checkpoints is not null)
            using (var ended = new ManualResetEvent(false))
                if (_checkpoints.Dispose(ended))
                    ended.WaitOne();
        while (Take() is { } session)
            session.Close();
    }

    private SqliteSession? Take()
    {
        lock (_pool)
            return _pool.TryPop(out var session) ? session : null;
    }

    /// <summary>Moves the log into the database file beside the writer, so that no command waits for it.</summary>
    private void Checkpoint()
    {
        try
        {
            using var session = Read();
            session.Query<long>("pragma wal_checkpoint(passive)");
            _unmoved = null;
        }
        catch (SqliteException failure)
        {
            // The disk is away or full. The writer meets the same once the log has no room either.
            _unmoved = failure.Message;
        }

        if (!_disposed)
            _checkpoints!.Change(CheckpointEvery, Timeout.InfiniteTimeSpan);
    }

    private SqliteConnection Open(int cache = WriterCache)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // No memory map: after each commit SQLite drops a reader's map, and every page is a fault again; read into the cache they cost two thirds.
        // A busy writer is waited for in milliseconds by SQLite itself; the provider alone would sleep 150 ms at a time.
        command.CommandText = $"pragma busy_timeout=10000; pragma journal_mode=wal; pragma synchronous=full; pragma temp_store=memory; pragma cache_size=-{cache}";
        command.ExecuteNonQuery();
        return connection;
    }

    private void Return(SqliteSession session)
    {
        lock (_pool)
            if (!_disposed && _pool.Count <= 16)
            {
                _pool.Push(session);
                return;
            }

        session.Close();
    }

    private sealed class SqliteSession(SqliteDatabase database, SqliteConnection connection) : Session(database, connection)
    {
        private readonly SqliteStatements _statements = new(connection);

        public override IEnumerable<JournalRow> JournalRows(long after, long upTo)
        {
            using var statement = RowsAfter(after, upTo);
            while (statement.Step())
                yield return statement.JournalRow();
        }

        /// <summary>Parsed straight from SQLite's memory: for replay the making of strings costs as much as the parsing.</summary>
        public override IEnumerable<Recorded> Events(EventTypes types, long after, long upTo)
        {
            var aliases = new Utf8Cache<(string Name, Type Type)>(alias => (alias, types.TypeOf(alias)));
            var actors = new Utf8Cache<Actor>(Actor.Parse);
            var purposes = new Utf8Cache<string>(purpose => purpose);
            using var s = RowsAfter(after, upTo);
            while (s.Step())
            {
                var (alias, type) = aliases.Of(s.Utf8(3));
                var happened = Instant.FromUnixTimeTicks(s.Integer(5));
                var e = EventJson.AsRead((IEvent)JsonSerializer.Deserialize(s.Utf8(11), type, EventJson.Options)!, happened);
                yield return new Recorded(
                    s.Integer(0), s.Id(1), (int)s.Integer(2), alias, e, happened, Instant.FromUnixTimeTicks(s.Integer(6)),
                    actors.Of(s.Utf8(7)), purposes.Of(s.Utf8(8)), s.Id(9), s.IsNull(10) ? null : s.Text(10));
            }
        }

        public override void BeginSnapshot() => Transaction = connection.BeginTransaction(deferred: true);

        public override void Dispose()
        {
            Transaction?.Dispose();
            Transaction = null;
            database.Return(this);
        }

        private SqliteStatement RowsAfter(long after, long upTo)
        {
            var statement = new SqliteStatement(connection, JournalTable.RowsSql.Replace("@after", "?1", StringComparison.Ordinal).Replace("@upTo", "?2", StringComparison.Ordinal));
            statement.Bind(after, upTo);
            return statement;
        }

        public void Close()
        {
            _statements.Dispose();
            Connection.Dispose();
        }

        protected override DbDataReader Run(string text, Dictionary<string, object?> values) => _statements.Query(text, values);

        protected override int RunToEnd(string text, Dictionary<string, object?> values) => _statements.Execute(text, values);
    }
}
