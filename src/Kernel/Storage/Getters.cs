using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace Yhteys.Kernel.Storage;

/// <summary>Properties of an object read by one compiled function for each type, which is made when it is first needed.</summary>
internal static class Getters
{
    private static readonly ConcurrentDictionary<Type, Func<object, object?[]>> Cells = new();
    private static readonly ConcurrentDictionary<Type, Func<object, object>> Keys = new();

    /// <summary>The columns of a row: what its constructor takes or an initialiser sets. The first is its key.</summary>
    public static PropertyInfo[] ColumnsOf(Type row) =>
        [.. PropertiesOf(row).Where(p => p.SetMethod is not null || row.GetConstructors().Any(c => c.GetParameters().Any(a => a.Name == p.Name)))];

    public static PropertyInfo[] PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>The values of a row as its columns hold them, in the order of <see cref="ColumnsOf"/>.</summary>
    public static Func<object, object?[]> CellsOf(Type row) =>
        Cells.GetOrAdd(row, static type => Compile<object?[]>(type, from => Array(ColumnsOf(type).Select(c => Cell(Expression.Property(from, c))))));

    /// <summary>The values of an object's properties as they are, in the order of <see cref="PropertiesOf"/>; compiled anew, so its user keeps it.</summary>
    public static Func<object, object?[]> ValuesOf(Type type) =>
        Compile<object?[]>(type, from => Array(PropertiesOf(type).Select(p => Boxed(Expression.Property(from, p)))));

    /// <summary>The key of a row.</summary>
    public static Func<object, object> KeyOf(Type row) =>
        Keys.GetOrAdd(row, static type => Compile<object>(type, from => Boxed(Expression.Property(from, ColumnsOf(type)[0]))));

    private static Func<object, T> Compile<T>(Type type, Func<Expression, Expression> body)
    {
        var source = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, T>>(body(Expression.Convert(source, type)), source).Compile();
    }

    private static NewArrayExpression Array(IEnumerable<Expression> values) => Expression.NewArrayInit(typeof(object), values);

    private static UnaryExpression Boxed(Expression value) => Expression.Convert(value, typeof(object));

    /// <summary>What <see cref="Storage.Cells.ToCell"/> gives, without a box for what becomes a number.</summary>
    private static Expression Cell(Expression value)
    {
        var type = value.Type;
        return type == typeof(string) || type == typeof(Guid) || type == typeof(long) || type == typeof(double) ? Boxed(value)
            : type == typeof(int) ? Boxed(Expression.Convert(value, typeof(long)))
            : type == typeof(bool) ? Expression.Condition(value, Expression.Constant(1L, typeof(object)), Expression.Constant(0L, typeof(object)))
            : type == typeof(Instant) ? Boxed(Expression.Call(value, nameof(Instant.ToUnixTimeTicks), null))
            : Expression.Call(typeof(Storage.Cells), nameof(Storage.Cells.ToCell), null, Boxed(value));
    }
}
