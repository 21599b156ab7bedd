using System.Text;
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
    private byte[] _utf8 = [];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Names of the parameters in the order of their numbers, without their sign.</summary>
    public IReadOnlyList<string> ParameterNames => field ??=
        [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(_statement)).Select(i => raw.sqlite3_bind_parameter_name(_statement, i).utf8_to_string()[1..])];

    public int ColumnCount => raw.sqlite3_column_count(_statement);

    public string ColumnName(int i) => raw.sqlite3_column_name(_statement, i).utf8_to_string();

    public int TypeOf(int i) => raw.sqlite3_column_type(_statement, i);

    public double Number(int i) => raw.sqlite3_column_double(_statement, i);

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
            BindOne(i + 1, cells[i]);
    }

    /// <param name="number">From 1.</param>
    public void BindOne(int number, object? cell) => Check(cell switch
    {
        null => raw.sqlite3_bind_null(_statement, number),
        long whole => raw.sqlite3_bind_int64(_statement, number, whole),
        string text => BindText(number, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, number, bytes),
        Guid id => BindId(number, id),
        double real => raw.sqlite3_bind_double(_statement, number, real),
        var other => throw new InvalidOperationException($"{other.GetType()} is not a cell."),
    });

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

    // The database copies it, so that one place serves all; the provider's own way makes an array for each text, but knows "" from null.
    private int BindText(int i, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(_statement, i, text);
        if (_utf8.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
            _utf8 = new byte[Math.Max(256, Encoding.UTF8.GetMaxByteCount(text.Length))];
        return raw.sqlite3_bind_text(_statement, i, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

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
