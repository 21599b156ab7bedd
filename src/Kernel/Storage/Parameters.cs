using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Yhteys.Kernel.Storage;

/// <summary>Parameters from the properties of an object; a list becomes <c>(@x0, @x1, …)</c>.</summary>
internal static class Parameters
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static Dictionary<string, object?> Of(object? source)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (source is null)
            return values;
        if (source is IReadOnlyDictionary<string, object?> named)
        {
            foreach (var (name, value) in named)
                values[name] = value;
            return values;
        }

        foreach (var property in Properties.GetOrAdd(source.GetType(), static t => t.GetProperties()))
            values[property.Name] = property.GetValue(source);
        return values;
    }

    public static string ExpandLists(string sql, Dictionary<string, object?> values)
    {
        List<string>? lists = null;
        foreach (var (name, value) in values)
            if (value is IEnumerable and not string and not byte[])
                (lists ??= []).Add(name);
        if (lists is null)
            return sql;
        foreach (var name in lists)
        {
            var items = ((IEnumerable)values[name]!).Cast<object?>().ToList();
            values.Remove(name);
            // Lengths are padded to powers of two with the last item, so that few different texts are prepared.
            var length = items.Count == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)items.Count);
            var names = Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}_{i}")).ToList();
            // An empty list matches nothing; "in (null)" says so on both engines.
            var list = length == 0 ? "(null)" : $"(@{string.Join(", @", names)})";
            sql = Regex.Replace(sql, $@"@{name}\b", list, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            for (var i = 0; i < length; i++)
                values[names[i]] = items[Math.Min(i, items.Count - 1)];
        }

        return sql;
    }

    public static void Bind(Database database, DbCommand command, Dictionary<string, object?> values)
    {
        // A command that is used again keeps its parameters; their values change in place.
        foreach (var (name, value) in values)
        {
            object bound = Cells.ToCell(value) is { } cell ? database.ToParameter(cell, Cells.KindOf(value!.GetType())) : DBNull.Value;
            if (command.Parameters.Contains(name))
            {
                command.Parameters[name].Value = bound;
                continue;
            }

            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = bound;
            command.Parameters.Add(parameter);
        }
    }
}
