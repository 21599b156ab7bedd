using System.Data;
using System.Data.Common;
using Npgsql;

namespace Yhteys.Kernel.Storage;

/// <summary>The production engine, PostgreSQL 15 or newer.</summary>
public sealed class PostgresDatabase : Database
{
    private const long StartLock = 0x59687465_79730002;
    private readonly NpgsqlDataSource _source;

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

    internal override object ToParameter(object value, CellKind kind) => value;

    internal override Session Read() => new PostgresSession(this, _source.OpenConnection());

    internal override WriteSession BeginWrite() => new PostgresWriteSession(this, _source.OpenConnection());

    internal override IDisposable LockStart()
    {
        // The lock belongs to the transaction, so it also ends with a connection that breaks.
        var session = new PostgresSession(this, _source.OpenConnection());
        session.BeginSnapshot();
        session.Execute("select pg_advisory_xact_lock(@key)", new { key = StartLock });
        return session;
    }

    public override void Dispose() => _source.Dispose();

    private sealed class PostgresSession(Database database, NpgsqlConnection connection) : Session(database, connection)
    {
        // Npgsql keeps statements by text; a command used again after it was prepared sends its first parameters.
        protected override DbCommand Prepared(string text) => new NpgsqlCommand(text, connection);

        public override void BeginSnapshot() => Transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);

        public override void Dispose()
        {
            Transaction?.Dispose();
            Connection.Dispose();
        }
    }
}
