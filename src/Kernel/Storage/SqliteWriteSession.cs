using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Yhteys.Kernel.Storage;

internal sealed class SqliteWriteSession : WriteSession
{
    private const string Select = $"select {JournalTable.Columns} from journal where";
    private readonly SqliteStatements _statements;
    private bool _open;

    /// <param name="setting">Another setting of the connection; such a session begins only when it is told to.</param>
    public SqliteWriteSession(SqliteDatabase database, SqliteConnection connection, string? setting = null) : base(database, connection)
    {
        _statements = new(connection);
        // The checkpointer does this beside the writer; here only when it can't keep up (128 MB).
        Execute("pragma wal_autocheckpoint=32768");
        if (setting is null)
            Begin();
        else
            Execute(setting);
    }

    public override void Begin()
    {
        if (_open)
            return;
        Statement("begin immediate").Run();
        _open = true;
    }

    public override GroupStart BeginGroup(Guid[] commands, Guid[] streams)
    {
        Begin();
        var head = Statement(JournalTable.HeadSql);
        var start = new GroupStart(head.Step() ? new(head.Integer(0), head.Bytes(1), head.Integer(2)) : Integrity.Head.Empty, [], []);
        head.Reset();
        Find(Select + " command = ?1 order by pos", commands, start.Repeats);
        Find(Select + " stream = ?1 order by ver", streams, start.Streams);
        return start;
    }

    public override void Commit()
    {
        Statement("commit").Run();
        _open = false;
    }

    public override void Rollback()
    {
        if (_open)
            Statement("rollback").Run();
        _open = false;
    }

    public override void Upsert(TableShape table, IReadOnlyList<object?[]> rows) => Write(table, table.OnConflict, rows);

    public override void Insert(TableShape table, IReadOnlyList<object?[]> rows) => Write(table, "", rows);

    public override void Delete(TableShape table, IReadOnlyList<object> keys)
    {
        var statement = Statement($"delete from {table.Name} where {table.Key.Name} = ?1");
        foreach (var key in keys)
            statement.Run(key);
    }

    public override void Dispose()
    {
        _statements.Dispose();
        // Closing rolls an open transaction back.
        Connection.Dispose();
    }

    protected override DbDataReader Run(string text, Dictionary<string, object?> values) => _statements.Query(text, values);

    protected override int RunToEnd(string text, Dictionary<string, object?> values) => _statements.Execute(text, values);

    private void Write(TableShape table, string conflict, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        var statement = Statement($"insert into {table.Name}({table.ColumnList}) values({table.Numbers}){conflict}");
        foreach (var row in rows)
            statement.Run(row);
    }

    private void Find(string sql, Guid[] ids, List<JournalRow> rows)
    {
        var statement = Statement(sql);
        foreach (var id in ids)
        {
            statement.Bind(id);
            while (statement.Step())
                rows.Add(statement.JournalRow());
        }
    }

    private SqliteStatement Statement(string sql) =>
        _statements.Numbered(sql);
}
