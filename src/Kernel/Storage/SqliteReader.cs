using System.Collections;
using System.Data.Common;
using System.Globalization;
using SQLitePCL;

namespace Yhteys.Kernel.Storage;

/// <summary>Rows of a <see cref="SqliteStatement"/> for what reads rows of either engine; only what that needs.</summary>
internal sealed class SqliteReader(SqliteStatement statement, Action done) : DbDataReader
{
    private bool _closed;

    public override int FieldCount => statement.ColumnCount;
    public override int Depth => 0;
    public override bool HasRows => throw new NotSupportedException();
    public override bool IsClosed => _closed;
    public override int RecordsAffected => -1;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => !_closed && (statement.Step() || Close(false));

    public override bool IsDBNull(int ordinal) => statement.IsNull(ordinal);
    public override long GetInt64(int ordinal) => statement.Integer(ordinal);
    public override int GetInt32(int ordinal) => checked((int)statement.Integer(ordinal));
    public override string GetString(int ordinal) => statement.Text(ordinal);
    public override double GetDouble(int ordinal) => statement.Number(ordinal);
    public override Guid GetGuid(int ordinal) => statement.Id(ordinal);
    public override string GetName(int ordinal) => statement.ColumnName(ordinal);

    public override T GetFieldValue<T>(int ordinal) => typeof(T) == typeof(byte[]) ? (T)(object)statement.Bytes(ordinal) : (T)GetValue(ordinal);

    public override object GetValue(int ordinal) => statement.TypeOf(ordinal) switch
    {
        raw.SQLITE_INTEGER => statement.Integer(ordinal),
        raw.SQLITE_FLOAT => statement.Number(ordinal),
        raw.SQLITE_TEXT => statement.Text(ordinal),
        raw.SQLITE_BLOB => statement.Bytes(ordinal),
        _ => DBNull.Value,
    };

    public override void Close() => Close(true);

    public override bool NextResult() => false;
    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
    public override bool GetBoolean(int ordinal) => statement.Integer(ordinal) != 0;
    public override byte GetByte(int ordinal) => throw new NotSupportedException();
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override char GetChar(int ordinal) => throw new NotSupportedException();
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();
    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();
    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);
    public override Type GetFieldType(int ordinal) => throw new NotSupportedException();
    public override float GetFloat(int ordinal) => (float)statement.Number(ordinal);
    public override short GetInt16(int ordinal) => checked((short)statement.Integer(ordinal));
    public override int GetOrdinal(string name) => throw new NotSupportedException();
    public override int GetValues(object[] values) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close(true);
        base.Dispose(disposing);
    }

    /// <summary>After the last row the statement is ready already.</summary>
    private bool Close(bool reset)
    {
        if (_closed)
            return false;
        _closed = true;
        if (reset)
            statement.Reset();
        done();
        return false;
    }
}
