using System.Collections.Concurrent;
using System.Data.Common;

namespace Yhteys.Kernel.Storage;

/// <summary>Maps a reader's columns by name to the one constructor of a record, or the first column to a scalar.</summary>
internal static class RowMap<T>
{
    private static readonly ConcurrentDictionary<string, Func<DbDataReader, T>> Maps = new(StringComparer.Ordinal);
    private static readonly bool Scalar = IsScalar(typeof(T));

    public static Func<DbDataReader, T> For(DbDataReader reader)
    {
        if (Scalar)
            return static r => (T)Cells.FromReader(r, 0, typeof(T))!;
        var names = string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        return Maps.GetOrAdd(names, static columns => Build(columns.Split(',')));
    }

    private static bool IsScalar(Type type)
    {
        var t = Nullable.GetUnderlyingType(type) ?? type;
        return t == typeof(string) || t == typeof(byte[]) || t == typeof(NodaTime.Instant) || t == typeof(NodaTime.LocalDate)
            || t == typeof(Guid) || t.IsPrimitive || t.IsEnum;
    }

    private static Func<DbDataReader, T> Build(string[] columns)
    {
        var constructor = typeof(T).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == typeof(T)))
            .MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var sources = parameters
            .Select(p => (Ordinal: Array.FindIndex(columns, c => c.Equals(p.Name, StringComparison.OrdinalIgnoreCase)), p.ParameterType))
            .ToArray();
        for (var i = 0; i < sources.Length; i++)
            if (sources[i].Ordinal < 0 && !parameters[i].HasDefaultValue)
                throw new InvalidOperationException($"The query has no column for {typeof(T).Name}.{parameters[i].Name}.");
        var invoker = System.Reflection.ConstructorInvoker.Create(constructor);
        return reader =>
        {
            var values = new object?[sources.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = sources[i].Ordinal < 0 ? parameters[i].DefaultValue : Cells.FromReader(reader, sources[i].Ordinal, sources[i].ParameterType);
            return (T)invoker.Invoke(values.AsSpan());
        };
    }
}
