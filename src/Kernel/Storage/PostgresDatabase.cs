using System.Data;
using System.Data.Common;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Yhteys.Kernel.Storage;

/// <summary>The production engine, PostgreSQL 15 or newer.</summary>
public sealed class PostgresDatabase : Database
{
    private const long StartLock = 0x59687465_79730002;
    private readonly NpgsqlDataSource _source;

    /// <summary>For what may take long and can't be done in parts: waiting for another node's build, indexes of large tables.</summary>
    private readonly NpgsqlDataSource _unhurried;

    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            IncludeErrorDetail = false,
        };
        _source = NpgsqlDataSource.Create(builder);
        builder.CommandTimeout = 0;
        _unhurried = NpgsqlDataSource.Create(builder);
    }

    public override string Engine => "postgres";

    internal override string DurabilitySql =>
        "select 'fsync=' || current_setting('fsync') || ' synchronous_commit=' || current_setting('synchronous_commit')";

    internal override string ColumnType(CellKind kind) => kind switch
    {
        CellKind.Text => "text collate \"C\"",
        CellKind.Integer => "bigint",
        CellKind.Number => "double precision",
        CellKind.Id => "uuid",
        CellKind.Bytes => "bytea",
    };

    internal override string Lists(string sql, Dictionary<string, object?> values) => Parameters.ListsAsArrays(
        sql, values, static items => ArrayOf(Cells.KindOf(items[0].GetType()), [.. items.Select(Cells.ToCell)]));

    /// <summary>A command; Npgsql keeps prepared statements by text itself, and one used again after it was prepared sends its first parameters.</summary>
    internal static NpgsqlCommand Command(NpgsqlConnection connection, string text, Dictionary<string, object?> values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var (name, value) in values)
            command.Parameters.Add(Parameter(name, value));
        return command;
    }

    /// <param name="value">A value, or a list that <see cref="Lists"/> has made an array of.</param>
    internal static NpgsqlParameter Parameter(string name, object? value) => value as NpgsqlParameter is { } array
        ? new(name, array.NpgsqlDbType) { Value = array.Value }
        : new(name, Cells.ToCell(value) ?? DBNull.Value);

    /// <summary>A column of cells as a parameter.</summary>
    internal static NpgsqlParameter ArrayOf(CellKind kind, IReadOnlyList<object?> values) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | TypeOf(kind),
        Value = kind switch
        {
            CellKind.Text => values.Cast<string?>().ToArray(),
            CellKind.Integer => values.Cast<long?>().ToArray(),
            CellKind.Number => values.Cast<double?>().ToArray(),
            CellKind.Id => values.Cast<Guid?>().ToArray(),
            CellKind.Bytes => (object)values.Cast<byte[]?>().ToArray(),
        },
    };

    internal static NpgsqlDbType TypeOf(CellKind kind) => kind switch
    {
        CellKind.Text => NpgsqlDbType.Text,
        CellKind.Integer => NpgsqlDbType.Bigint,
        CellKind.Number => NpgsqlDbType.Double,
        CellKind.Id => NpgsqlDbType.Uuid,
        CellKind.Bytes => NpgsqlDbType.Bytea,
    };

    internal override Session Read() => new PostgresSession(this, _source.OpenConnection());

    internal override WriteSession BeginWrite() => new PostgresWriteSession(this, _source.OpenConnection());

    internal override bool OneWriter => false;

    internal override WriteSession BeginBuild() => new PostgresWriteSession(this, _unhurried.OpenConnection(), locks: false, lasts: false);

    internal override WriteSession BeginFollow() => new PostgresWriteSession(this, _source.OpenConnection(), lasts: false);

    internal override bool IsAfar => true;

    // Without statistics the server would plan badly until it gathers them itself, a minute later or more; those of an empty table say that it stays so.
    internal override IEnumerable<string> FilledSql(TableShape table) =>
        [.. table.IndexSql(), $"do 'begin if exists (select from {table.Name}) then analyze {table.Name}; end if; end'"];

    internal override Instant Now(Session session) =>
        Instant.FromUnixTimeTicks(session.Query<long>("select cast(extract(epoch from clock_timestamp()) * 10000000 as bigint)")[0]);

    /// <summary>How long a change or a fold waits for a table that somebody keeps: more than the second after which autovacuum leaves it.</summary>
    internal string LockTimeout { get; set; } = "1500ms";

    internal override IEnumerable<string> LockSql(IEnumerable<TableShape> tables) =>
        [$"set local lock_timeout = '{LockTimeout}'", $"lock table {string.Join(", ", tables.Select(table => table.Name))} in access exclusive mode"];

    internal override bool IsAway(DbException failure) => failure is not PostgresException || (failure.IsTransient && !IsBusy(failure));

    internal override bool IsBusy(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected };

    internal override bool IsGone(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable };

    // A server that goes down says so to each connection, and closes it.
    internal override bool IsLost(DbException failure) => failure is PostgresException
        ? failure.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        : failure.InnerException is IOException or System.Net.Sockets.SocketException;

    // After a change of servers a connection may lead to the one that only follows.
    internal override bool TakesNothing(DbException failure) => base.TakesNothing(failure) || failure.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction;

    public override bool IsDamaged(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted };

    internal override string TablesSql => "select tablename from pg_tables where schemaname = any(current_schemas(false))";

    internal override IDisposable LockStart()
    {
        // The lock belongs to the transaction, so it also ends with a connection that breaks.
        var session = new PostgresSession(this, _unhurried.OpenConnection());
        try
        {
            session.BeginSnapshot();
            session.Execute("select pg_advisory_xact_lock(@key)", new { key = StartLock });
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        _source.Dispose();
        _unhurried.Dispose();
    }

    private sealed class PostgresSession(Database database, NpgsqlConnection connection) : Session(database, connection)
    {
        private bool _begun;

        public override void BeginSnapshot() => Transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);

        public override void Dispose()
        {
            Transaction?.Dispose();
            Connection.Dispose();
        }

        protected override DbDataReader Run(string text, Dictionary<string, object?> values) => OnLiving(() => Command(connection, text, values).ExecuteReader());

        protected override int RunToEnd(string text, Dictionary<string, object?> values) => OnLiving(() =>
        {
            using var command = Command(connection, text, values);
            return command.ExecuteNonQuery();
        });

        /// <summary>The pool may give a connection that the server has closed, which only the first question finds: it is asked once more on another one.</summary>
        private T OnLiving<T>(Func<T> ask)
        {
            var isFirst = !_begun;
            _begun = true;
            try
            {
                return ask();
            }
            catch (DbException failure) when (isFirst && Database.IsLost(failure))
            {
                var snapshot = Transaction is not null;
                Transaction?.Dispose();
                connection.Close();
                // The others of the pool are of the same time.
                NpgsqlConnection.ClearPool(connection);
                connection.Open();
                if (snapshot)
                    BeginSnapshot();
                return ask();
            }
        }
    }
}
