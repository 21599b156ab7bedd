using Npgsql;
using NpgsqlTypes;

namespace Yhteys.Kernel.Storage;

/// <summary>The production engine, PostgreSQL 15 or newer.</summary>
public sealed class PostgresDatabase : Database
{
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

    internal override bool TableExists(string table) =>
        Query<long>("select count(*) from information_schema.tables where table_schema = current_schema() and table_name = @table", new { table = table.ToLowerInvariant() })[0] > 0;

    public override void Dispose() => _source.Dispose();

    private sealed class PostgresSession(Database database, NpgsqlConnection connection) : Session(database, connection)
    {
        public override void Dispose()
        {
            ForgetPrepared();
            Connection.Dispose();
        }
    }
}

internal sealed class PostgresWriteSession : WriteSession
{
    /// <summary>Key of the advisory lock that makes position order equal commit order, on any number of nodes.</summary>
    private const long WriterLock = 0x59687465_79730001;

    private readonly List<NpgsqlBatchCommand> _waiting = [];

    public PostgresWriteSession(PostgresDatabase database, NpgsqlConnection connection) : base(database, connection) => Begin();

    public override void Begin()
    {
        if (Transaction is not null)
            return;
        Transaction = ((NpgsqlConnection)Connection).BeginTransaction();
        Execute("select pg_advisory_xact_lock(@key)", new { key = WriterLock });
    }

    public override void Commit()
    {
        SendWaiting();
        Transaction!.Commit();
        End();
    }

    public override void Rollback()
    {
        _waiting.Clear();
        Transaction?.Rollback();
        End();
    }

    protected override void BeforeCommand() => SendWaiting();

    /// <summary>Writes wait for the commit, or for the next read that must see them, and go in one round trip.</summary>
    private void SendWaiting()
    {
        if (_waiting.Count == 0)
            return;
        using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction?)Transaction);
        foreach (var command in _waiting)
            batch.BatchCommands.Add(command);
        _waiting.Clear();
        batch.ExecuteNonQuery();
    }

    public override void Upsert(TableShape table, IReadOnlyList<object?[]> rows) => Write(table, rows,
        $" on conflict({table.Key.Name}) do update set "
        + string.Join(", ", table.Columns.Skip(1).DefaultIfEmpty(table.Key).Select(c => $"{c.Name} = excluded.{c.Name}")));

    public override void Insert(TableShape table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count < 200)
        {
            Write(table, rows, "");
            return;
        }

        SendWaiting();
        using var writer = ((NpgsqlConnection)Connection).BeginBinaryImport($"copy {table.Name}({table.ColumnList}) from stdin (format binary)");
        foreach (var row in rows)
        {
            writer.StartRow();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is null)
                    writer.WriteNull();
                else
                    writer.Write(row[i], TypeOf(table.Columns[i].Kind));
        }

        writer.Complete();
    }

    public override void Delete(TableShape table, IReadOnlyList<object> keys)
    {
        if (keys.Count == 0)
            return;
        var command = new NpgsqlBatchCommand($"delete from {table.Name} where {table.Key.Name} = any(@keys)");
        command.Parameters.Add(Array("keys", table.Key.Kind, keys));
        _waiting.Add(command);
    }

    public override void Dispose()
    {
        Transaction?.Dispose();
        ForgetPrepared();
        Connection.Dispose();
    }

    private void End()
    {
        Transaction?.Dispose();
        Transaction = null;
    }

    private void Write(TableShape table, IReadOnlyList<object?[]> rows, string conflict)
    {
        if (rows.Count == 0)
            return;
        var arrays = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        var command = new NpgsqlBatchCommand($"insert into {table.Name}({table.ColumnList}) select * from unnest({arrays}){conflict}");
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(Array($"p{i}", table.Columns[i].Kind, [.. rows.Select(r => r[i])]));
        _waiting.Add(command);
    }

    private static NpgsqlParameter Array(string name, CellKind kind, IReadOnlyList<object?> values) => new(name, kind switch
    {
        CellKind.Text => values.Cast<string?>().ToArray(),
        CellKind.Integer => values.Cast<long?>().ToArray(),
        CellKind.Number => values.Cast<double?>().ToArray(),
        CellKind.Id => values.Cast<Guid?>().ToArray(),
        CellKind.Bytes => (object)values.Cast<byte[]?>().ToArray(),
    }) { NpgsqlDbType = NpgsqlDbType.Array | TypeOf(kind) };

    private static NpgsqlDbType TypeOf(CellKind kind) => kind switch
    {
        CellKind.Text => NpgsqlDbType.Text,
        CellKind.Integer => NpgsqlDbType.Bigint,
        CellKind.Number => NpgsqlDbType.Double,
        CellKind.Id => NpgsqlDbType.Uuid,
        CellKind.Bytes => NpgsqlDbType.Bytea,
    };
}
