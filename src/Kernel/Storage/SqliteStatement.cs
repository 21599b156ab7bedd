using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Yhteys.Kernel.Storage;

/// <summary>
/// A prepared statement without the provider's layers, for what runs with every command and every replayed event: binding and reading
/// by number costs a third of what parameters by name do.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Runs to the end; the values are cells, numbered from 1 in the text.</summary>
    public void Run(params ReadOnlySpan<object?> cells)
    {
        Bind(cells);
        while (Step())
        {
        }
    }

    public void Bind(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            Check(cells[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, i + 1),
                long number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                string text => raw.sqlite3_bind_text(_statement, i + 1, text),
                byte[] bytes => raw.sqlite3_bind_blob(_statement, i + 1, bytes),
                Guid id => BindId(i + 1, id),
                double number => raw.sqlite3_bind_double(_statement, i + 1, number),
                var other => throw new InvalidOperationException($"{other.GetType()} is not a cell."),
            });
    }

    /// <summary>To the next row; after the last one the statement is ready to be bound again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        var reset = raw.sqlite3_reset(_statement);
        Check(code == raw.SQLITE_DONE ? reset : code);
        return false;
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int i) => raw.sqlite3_column_type(_statement, i) == raw.SQLITE_NULL;

    public long Integer(int i) => raw.sqlite3_column_int64(_statement, i);

    public string Text(int i) => raw.sqlite3_column_text(_statement, i).utf8_to_string();

    /// <summary>UTF-8, valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int i) => raw.sqlite3_column_blob(_statement, i);

    public byte[] Bytes(int i) => raw.sqlite3_column_blob(_statement, i).ToArray();

    public Guid Id(int i) => new(raw.sqlite3_column_blob(_statement, i), bigEndian: true);

    /// <summary>A row of <see cref="JournalTable.Columns"/>.</summary>
    public JournalRow JournalRow() => new(
        Integer(0), Id(1), (int)Integer(2), Text(3), Text(4), Integer(5), Integer(6), Text(7), Text(8), Id(9), IsNull(10) ? null : Text(10), Text(11), Bytes(12));

    public void Dispose() => _statement.Dispose();

    private int BindId(int i, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return raw.sqlite3_bind_blob(_statement, i, bytes);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _connection);
    }
}
