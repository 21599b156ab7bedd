using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Kernel.Storage;

/// <summary>How a value is kept in a column.</summary>
internal enum CellKind
{
    Text,
    Integer,
    Number,
    Id,
    Bytes,
}

/// <summary>
/// Conversions that make both engines agree: Guid → 16 bytes or uuid, Instant → ticks of 100 ns since 1970 in UTC, LocalDate → days since 1970-01-01,
/// bool → 0/1, enum → its name, Sealed and IPacked → bytes, anything else → JSON text.
/// </summary>
internal static class Cells
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly ConcurrentDictionary<Type, Func<byte[], object>> SealedFrom = new();
    private static readonly ConcurrentDictionary<Type, Func<byte[], object>> PackedFrom = new();

    public static int Days(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate Date(long days) => Epoch.PlusDays((int)days);

    public static CellKind KindOf(Type type)
    {
        var t = Nullable.GetUnderlyingType(type) ?? type;
        return t == typeof(Guid) ? CellKind.Id
            : t == typeof(int) || t == typeof(long) || t == typeof(bool) || t == typeof(Instant) || t == typeof(LocalDate) ? CellKind.Integer
            : t == typeof(double) ? CellKind.Number
            : t == typeof(byte[]) || t.IsAssignableTo(typeof(ISealed)) || t.IsAssignableTo(typeof(IPacked)) ? CellKind.Bytes
            : CellKind.Text;
    }

    /// <summary>The plain value of a column; dates, instants, flags and enums become numbers and text.</summary>
    public static object? ToCell(object? value) => value switch
    {
        null => null,
        Guid or string or long or double or byte[] => value,
        int i => (long)i,
        bool b => b ? 1L : 0L,
        Instant instant => instant.ToUnixTimeTicks(),
        LocalDate date => (long)Days(date),
        Enum e => e.ToString(),
        ISealed s => s.Bytes(),
        IPacked p => p.Pack(),
        _ => JsonSerializer.Serialize(value, value.GetType(), EventJson.Options),
    };

    /// <summary>What the column holds, before it means anything; an edited cell need not be readable as what it should be.</summary>
    public static object? Raw(DbDataReader reader, int i, CellKind kind) =>
        reader.IsDBNull(i) ? null : kind == CellKind.Id && reader.GetValue(i) is byte[] { Length: 16 } ? reader.GetGuid(i) : reader.GetValue(i);

    public static object? FromReader(DbDataReader reader, int i, Type type)
    {
        if (reader.IsDBNull(i))
            return null;
        var t = Nullable.GetUnderlyingType(type) ?? type;
        if (t == typeof(string))
            return reader.GetString(i);
        if (t == typeof(Guid))
            return reader.GetGuid(i);
        if (t == typeof(int))
            return checked((int)reader.GetInt64(i));
        if (t == typeof(long))
            return reader.GetInt64(i);
        if (t == typeof(bool))
            return reader.GetInt64(i) != 0;
        if (t == typeof(Instant))
            return Instant.FromUnixTimeTicks(reader.GetInt64(i));
        if (t == typeof(LocalDate))
            return Date(reader.GetInt64(i));
        if (t == typeof(double))
            return reader.GetDouble(i);
        if (t == typeof(byte[]))
            return reader.GetFieldValue<byte[]>(i);
        if (t.IsEnum)
            return Enum.Parse(t, reader.GetString(i));
        if (t.IsAssignableTo(typeof(IPacked)))
            return PackedFrom.GetOrAdd(t, static p => typeof(Cells).GetMethod(nameof(Unpack), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(p).CreateDelegate<Func<byte[], object>>())(reader.GetFieldValue<byte[]>(i));
        return t.IsAssignableTo(typeof(ISealed))
            ? SealedFrom.GetOrAdd(t, static s => s.GetMethod(nameof(Sealed<>.FromBytes), BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<Func<byte[], object>>())(reader.GetFieldValue<byte[]>(i))
            : JsonSerializer.Deserialize(reader.GetString(i), t, EventJson.Options);
    }
    private static object Unpack<T>(byte[] bytes) where T : class, IPacked<T> => T.Unpack(bytes);
}
