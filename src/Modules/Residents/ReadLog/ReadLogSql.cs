using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.ReadLog;

/// <summary>Rows of the log to and from either engine.</summary>
internal static class ReadLogSql
{
    public const string Columns = "seq, at, who, unit, role, register, screen, reason, ground, withholds, people, mac";
    public const string LastSql = "select seq, mac from read_log order by seq desc limit 1";
    private const int PerStatement = 50;

    public static void Execute(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Number and MAC of the last entry; zero and the chain's first link in an empty log.</summary>
    public static (long Seq, byte[] Mac) Last(DbConnection connection, DbTransaction? transaction)
    {
        using var command = Command(connection, transaction, LastSql, []);
        using var reader = command.ExecuteReader();
        return Last(reader);
    }

    /// <summary>The same from the answer to <see cref="LastSql"/>.</summary>
    public static (long Seq, byte[] Mac) Last(DbDataReader reader) => reader.Read() ? (reader.GetInt64(0), (byte[])reader[1]) : (0, ReadLogChain.First);

    public static IEnumerable<(ReadRow Row, byte[] Mac)> Read(DbConnection connection, DbTransaction? transaction, string rest, params (string Name, object? Value)[] parameters) =>
        Rows(connection, transaction, $"select {Columns} from read_log {rest}", parameters);

    /// <summary>The same from a query of the columns.</summary>
    public static IEnumerable<(ReadRow Row, byte[] Mac)> Rows(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (RowOf(reader), (byte[])reader[11]);
    }

    /// <summary>
    /// Many rows at once. SQLite has no round trips, so one small statement runs for each row; on PostgreSQL they are a few round trips whatever their number.
    /// </summary>
    public static void Insert(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<object?[]> rows, string conflict = "")
    {
        var one = connection is SqliteConnection;
        foreach (var part in rows.Chunk(one ? 1 : PerStatement).GroupBy(part => part.Length))
        {
            var width = part.First()[0].Length;
            var values = Enumerable.Range(0, part.Key).Select(r => $"({string.Join(", ", Enumerable.Range(0, width).Select(c => Name(r, c)))})");
            using var command = Command(
                connection, transaction, $"insert into {table} values {string.Join(", ", values)}{conflict}",
                [.. Enumerable.Range(0, part.Key).SelectMany(r => Enumerable.Range(0, width).Select(c => (Name(r, c), (object?)null)))]);
            foreach (var filled in part)
            {
                for (var i = 0; i < command.Parameters.Count; i++)
                    command.Parameters[i].Value = filled[i / width][i % width] ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Ids in columns of the entries after one, each with the number of the entry.</summary>
    public static List<(long Seq, List<Guid> Ids)> Ids(DbConnection connection, DbTransaction transaction, string sql, long after)
    {
        using var command = Command(connection, transaction, sql, [("after", after)]);
        using var reader = command.ExecuteReader();
        var found = new List<(long, List<Guid>)>();
        while (reader.Read())
            found.Add((reader.GetInt64(0), [.. Enumerable.Range(1, reader.FieldCount - 1).Where(i => !reader.IsDBNull(i)).SelectMany(i => Unpack((byte[])reader[i]))]));
        return found;
    }

    /// <summary>Number of the first entry at a time or after it; one that no entry has when there is none.</summary>
    public static long FirstSince(DbConnection connection, Instant at)
    {
        using var command = Command(connection, null, "select seq from read_log where at >= @at order by at, seq limit 1", [("at", at.ToUnixTimeTicks())]);
        return command.ExecuteScalar() is { } seq ? Convert.ToInt64(seq, CultureInfo.InvariantCulture) : long.MaxValue;
    }

    /// <summary>Ids and the blocks that they are in.</summary>
    public static IEnumerable<(Guid Id, long Block)> Blocks(DbConnection connection, string sql, long before)
    {
        using var command = Command(connection, null, sql, [("before", before)]);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (new Guid((byte[])reader[0], bigEndian: true), reader.GetInt64(1));
    }

    /// <summary>Of an entry; null when there is none with the number.</summary>
    public static byte[]? Mac(DbConnection connection, long seq)
    {
        using var command = Command(connection, null, "select mac from read_log where seq = @seq", [("seq", seq)]);
        return command.ExecuteScalar() as byte[];
    }

    public static long Number(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = Command(connection, transaction, sql, []);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static object?[] Cells(ReadRow row, byte[] mac) =>
    [
        row.Seq, row.At.ToUnixTimeTicks(), Bytes(row.Who), row.Unit is { } unit ? Bytes(unit) : null, row.Role, row.Register, row.Screen, row.Reason,
        row.Ground.ToString(), row.Withholds, Pack(row.People), mac,
    ];

    /// <summary>The head that an entry with these cells is.</summary>
    public static Head HeadOf(object?[] cells) => new((long)cells[0]!, (byte[])cells[^1]!, (long)cells[1]!);

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
