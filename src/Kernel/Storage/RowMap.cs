using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace Yhteys.Kernel.Storage;

/// <summary>Maps a reader's columns by name to the one constructor of a record, or the first column to a scalar.</summary>
internal static class RowMap<T>
{
    private static readonly ConcurrentDictionary<string, Func<DbDataReader, T>> Maps = new(StringComparer.Ordinal);
    private static readonly bool Scalar = IsScalar(typeof(T));

    /// <param name="sql">The same text has the same columns.</param>
    public static Func<DbDataReader, T> For(string sql, DbDataReader reader) =>
        Scalar ? static r => (T)Cells.FromReader(r, 0, typeof(T))!
        : Maps.TryGetValue(sql, out var map) ? map
        : Maps.GetOrAdd(sql, Build([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]));

    private static bool IsScalar(Type type)
    {
        var t = Nullable.GetUnderlyingType(type) ?? type;
        return t == typeof(string) || t == typeof(byte[]) || t == typeof(Instant) || t == typeof(LocalDate)
            || t == typeof(Guid) || t.IsPrimitive || t.IsEnum;
    }

    private static Func<DbDataReader, T> Build(string[] columns)
    {
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => !(c.GetParameters() is [var only] && only.ParameterType == typeof(T)))
            .MaxBy(c => c.GetParameters().Length)!;
        var reader = Expression.Parameter(typeof(DbDataReader));
        var arguments = constructor.GetParameters().Select(p => Argument(p, Array.FindIndex(columns, c => c.Equals(p.Name, StringComparison.OrdinalIgnoreCase)), reader));
        return Expression.Lambda<Func<DbDataReader, T>>(Expression.New(constructor, arguments), reader).Compile();
    }

    private static Expression Argument(ParameterInfo parameter, int ordinal, Expression reader)
    {
        var type = parameter.ParameterType;
        if (ordinal >= 0)
            return Column(type, Expression.Constant(ordinal), reader);
        return parameter.HasDefaultValue
            ? parameter.DefaultValue is { } value ? Expression.Constant(value, type) : Expression.Default(type)
            : throw new InvalidOperationException($"The query has no column for {typeof(T).Name}.{parameter.Name}.");
    }

    private static Expression Column(Type type, Expression ordinal, Expression reader)
    {
        var t = Nullable.GetUnderlyingType(type) ?? type;
        var value = t == typeof(string) ? Call(nameof(DbDataReader.GetString))
            : t == typeof(long) ? Call(nameof(DbDataReader.GetInt64))
            : t == typeof(int) ? Expression.ConvertChecked(Call(nameof(DbDataReader.GetInt64)), t)
            : t == typeof(bool) ? Expression.NotEqual(Call(nameof(DbDataReader.GetInt64)), Expression.Constant(0L))
            : t == typeof(Guid) ? Call(nameof(DbDataReader.GetGuid))
            : t == typeof(Instant) ? Expression.Call(typeof(Instant), nameof(Instant.FromUnixTimeTicks), null, Call(nameof(DbDataReader.GetInt64)))
            : t == typeof(LocalDate) ? Expression.Call(typeof(Cells), nameof(Cells.Date), null, Call(nameof(DbDataReader.GetInt64)))
            : (Expression)Expression.Convert(Expression.Call(typeof(Cells), nameof(Cells.FromReader), null, reader, ordinal, Expression.Constant(t)), t);
        return Expression.Condition(Call(nameof(DbDataReader.IsDBNull)), Expression.Default(type), t == type ? value : Expression.Convert(value, type));

        MethodCallExpression Call(string name) => Expression.Call(reader, name, null, ordinal);
    }
}
