using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace Yhteys.Kernel.Storage;

/// <summary>Properties of an object read by one compiled function for each type, which is made when it is first needed.</summary>
internal static class Getters
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?[]>> OfCells = new();
    private static readonly ConcurrentDictionary<Type, Func<object, object>> OfKeys = new();

    /// <summary>The values of a row as its columns hold them.</summary>
    public static Func<object, object?[]> CellsOf(Type row, IReadOnlyList<PropertyInfo> columns) =>
        OfCells.TryGetValue(row, out var known) ? known : OfCells.GetOrAdd(row, Compile<object?[]>(row, from => Array(columns.Select(c => Cell(Expression.Property(from, c))))));

    /// <summary>The values of an object's properties as they are; compiled at each call.</summary>
    public static Func<object, object?[]> ValuesOf(Type type, IReadOnlyList<PropertyInfo> properties) =>
        Compile<object?[]>(type, from => Array(properties.Select(p => Boxed(Expression.Property(from, p)))));

    /// <summary>The key of a row.</summary>
    public static Func<object, object> KeyOf(Type row, PropertyInfo key) =>
        OfKeys.TryGetValue(row, out var known) ? known : OfKeys.GetOrAdd(row, Compile<object>(row, from => Boxed(Expression.Property(from, key))));

    private static Func<object, T> Compile<T>(Type type, Func<Expression, Expression> body)
    {
        var source = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(body(Expression.Convert(source, type)), source).Compile();
    }

    private static Expression Array(IEnumerable<Expression> values) => Expression.NewArrayInit(typeof(object), values);

    private static Expression Boxed(Expression value) => Expression.Convert(value, typeof(object));

    /// <summary>What <see cref="Cells.ToCell"/> gives, without a box for what becomes a number.</summary>
    private static Expression Cell(Expression value)
    {
        var type = value.Type;
        return type == typeof(string) || type == typeof(Guid) || type == typeof(long) || type == typeof(double) ? Boxed(value)
            : type == typeof(int) ? Boxed(Expression.Convert(value, typeof(long)))
            : type == typeof(bool) ? Expression.Condition(value, Expression.Constant(1L, typeof(object)), Expression.Constant(0L, typeof(object)))
            : type == typeof(Instant) ? Boxed(Expression.Call(value, nameof(Instant.ToUnixTimeTicks), null))
            : Expression.Call(typeof(Cells), nameof(Cells.ToCell), null, Boxed(value));
    }
}
