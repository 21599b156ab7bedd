using System.Data.Common;
using System.Globalization;
using NodaTime;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.ReadLog;

/// <summary>Rows of the log to and from either engine.</summary>
internal static class ReadLogSql
{
    public const string Columns = "seq, at, who, unit, role, register, screen, reason, ground, withholds, people, mac";
    private const int PerStatement = 50;

    public static void Execute(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        command.ExecuteNonQuery();
    }

    public static IEnumerable<(ReadRow Row, byte[] Mac)> Read(DbConnection connection, DbTransaction? transaction, string rest, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, transaction, $"select {Columns} from read_log {rest}", parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (RowOf(reader), (byte[])reader[11]);
    }

    /// <summary>Many rows in one statement: a group of entries is a few round trips whatever its size.</summary>
    public static void Insert(DbConnection connection, DbTransaction transaction, string table, IEnumerable<object?[]> rows)
    {
        foreach (var part in rows.Chunk(PerStatement))
        {
            var values = part.Select((row, r) => $"({string.Join(", ", row.Select((_, c) => Name(r, c)))})");
            Execute(connection, transaction, $"insert into {table} values {string.Join(", ", values)}",
                [.. part.SelectMany((row, r) => row.Select((cell, c) => (Name(r, c), cell)))]);
        }
    }

    public static object?[] Cells(ReadRow row, byte[] mac) =>
    [
        row.Seq, row.At.ToUnixTimeTicks(), Bytes(row.Who), row.Unit is { } unit ? Bytes(unit) : null, row.Role, row.Register, row.Screen, row.Reason,
        row.Ground.ToString(), row.Withholds, Pack(row.People), mac,
    ];

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static byte[] Pack(IReadOnlyList<Guid> people) => [.. people.SelectMany(Bytes)];

    private static List<Guid> Unpack(byte[] packed) => [.. packed.Chunk(16).Select(b => new Guid(b, bigEndian: true))];

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"@p{row}_{column}");

    private static ReadRow RowOf(DbDataReader r) => new(
        r.GetInt64(0), Instant.FromUnixTimeTicks(r.GetInt64(1)), new Guid((byte[])r[2], bigEndian: true),
        r.IsDBNull(3) ? null : new Guid((byte[])r[3], bigEndian: true), r.GetString(4), r.GetString(5), r.GetString(6),
        r.IsDBNull(7) ? null : r.GetString(7), Enum.Parse<ReadGround>(r.GetString(8)), r.IsDBNull(9) ? null : r.GetInt64(9), Unpack((byte[])r[10]));

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name.TrimStart('@');
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
