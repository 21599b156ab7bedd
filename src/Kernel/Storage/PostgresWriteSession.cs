using System.Data.Common;
using Npgsql;

namespace Yhteys.Kernel.Storage;

/// <summary>
/// Begin, lock, writes and commit wait for the next read or for the end and go in one round trip: a group of commands costs two.
/// </summary>
internal sealed class PostgresWriteSession : WriteSession
{
    /// <summary>Key of the advisory lock that makes position order equal commit order, on any number of nodes.</summary>
    private const long WriterLock = 0x59687465_79730001;

    private readonly NpgsqlConnection _connection;
    private readonly bool _locks;
    private readonly bool _lasts;
    private readonly string _lockTimeout;
    private readonly List<NpgsqlBatchCommand> _waiting = [];
    private bool _open;
    private bool _sent;

    /// <param name="locks">Takes the writer's lock; not for tables that nobody else writes.</param>
    /// <param name="lasts">A commit is on disk when it returns; otherwise it is before the next one that lasts, and such a session begins only when it is told to.</param>
    public PostgresWriteSession(PostgresDatabase database, NpgsqlConnection connection, bool locks = true, bool lasts = true) : base(database, connection)
    {
        (_connection, _locks, _lasts, _lockTimeout) = (connection, locks, lasts, database.LockTimeout);
        if (lasts)
            Begin();
    }

    public override void Begin()
    {
        if (_open)
            return;
        (_open, _sent) = (true, false);
        _waiting.Add(new NpgsqlBatchCommand("begin"));
        if (!_lasts)
            _waiting.Add(new NpgsqlBatchCommand("set local synchronous_commit = off"));
        if (!_locks)
            return;
        // Each statement that follows sees what was committed before the lock was given (read committed). Commands and folds look rows up by their keys:
        // a plan that is made while the journal is young would read all of it for each group, until statistics are gathered a minute later. What is
        // small and has no index is read whole anyway; the server must not think that dear enough to compile it first. What can be folded again does not wait
        // long for a table that somebody keeps, since commands wait for it.
        var patience = _lasts ? "" : $", set_config('lock_timeout', '{_lockTimeout}', true)";
        _waiting.Add(new NpgsqlBatchCommand(
            $"select pg_advisory_xact_lock($1), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true){patience}")
        {
            Parameters = { new NpgsqlParameter { Value = WriterLock } },
        });
    }

    public override GroupStart BeginGroup(Guid[] commands, Guid[] streams)
    {
        Begin();
        _waiting.Add(new NpgsqlBatchCommand(JournalTable.HeadSql));
        _waiting.Add(Rows("command", "pos", commands));
        _waiting.Add(Rows("stream", "stream, ver", streams));
        using var batch = TakeWaiting();
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        var start = new GroupStart(reader.Read() ? JournalTable.MapHead(reader) : Integrity.Head.Empty, [], []);
        foreach (var rows in (ReadOnlySpan<List<JournalRow>>)[start.Repeats, start.Streams])
        {
            reader.NextResult();
            while (reader.Read())
                rows.Add(JournalTable.Map(reader));
        }

        return start;
    }

    public override void Commit()
    {
        _waiting.Add(new NpgsqlBatchCommand("commit"));
        SendWaiting();
        _open = false;
    }

    public override void Rollback()
    {
        _waiting.Clear();
        if (_open && _sent)
        {
            _waiting.Add(new NpgsqlBatchCommand("rollback"));
            SendWaiting();
        }

        _open = false;
    }

    public override void Upsert(TableShape table, IReadOnlyList<object?[]> rows) => Write(table, rows, table.OnConflict);

    public override void Insert(TableShape table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count < 200)
        {
            Write(table, rows, "");
            return;
        }

        SendWaiting();
        using var writer = _connection.BeginBinaryImport($"copy {table.Name}({table.ColumnList}) from stdin (format binary)");
        foreach (var row in rows)
        {
            writer.StartRow();
            for (var i = 0; i < row.Length; i++)
                if (row[i] is null)
                    writer.WriteNull();
                else
                    writer.Write(row[i], PostgresDatabase.TypeOf(table.Columns[i].Kind));
        }

        writer.Complete();
    }

    public override void Send(string sql, object parameters)
    {
        var values = Parameters.Of(parameters);
        var command = new NpgsqlBatchCommand(Database.Lists(sql, values));
        foreach (var (name, value) in values)
            command.Parameters.Add(PostgresDatabase.Parameter(name, value));
        _waiting.Add(command);
    }

    public override void Delete(TableShape table, IReadOnlyList<object> keys) =>
        _waiting.Add(new NpgsqlBatchCommand($"delete from {table.Name} where {table.Key.Name} = any($1)") { Parameters = { PostgresDatabase.ArrayOf(table.Key.Kind, keys) } });

    public override void Dispose()
    {
        try
        {
            Rollback();
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is broken; its transaction went with it.
        }

        Connection.Dispose();
    }

    protected override void BeforeCommand() => SendWaiting();

    protected override DbDataReader Run(string text, Dictionary<string, object?> values) =>
        PostgresDatabase.Command(_connection, text, values).ExecuteReader();

    protected override int RunToEnd(string text, Dictionary<string, object?> values)
    {
        using var command = PostgresDatabase.Command(_connection, text, values);
        return command.ExecuteNonQuery();
    }

    private void SendWaiting()
    {
        if (_waiting.Count == 0)
            return;
        using var batch = TakeWaiting();
        batch.ExecuteNonQuery();
    }

    private NpgsqlBatch TakeWaiting()
    {
        var batch = new NpgsqlBatch(_connection);
        foreach (var command in _waiting)
            batch.BatchCommands.Add(command);
        _waiting.Clear();
        _sent = true;
        return batch;
    }

    private void Write(TableShape table, IReadOnlyList<object?[]> rows, string conflict)
    {
        if (rows.Count == 0)
            return;
        var arrays = string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"));
        var command = new NpgsqlBatchCommand($"insert into {table.Name}({table.ColumnList}) select * from unnest({arrays}){conflict}");
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(PostgresDatabase.ArrayOf(table.Columns[i].Kind, [.. rows.Select(r => r[i])]));
        _waiting.Add(command);
    }

    private static NpgsqlBatchCommand Rows(string column, string order, Guid[] ids) =>
        new($"select {JournalTable.Columns} from journal where {column} = any($1) order by {order}") { Parameters = { new NpgsqlParameter { Value = ids } } };
}
