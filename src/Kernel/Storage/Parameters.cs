using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text;

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
        var text = new StringBuilder(sql);
        foreach (var name in lists)
        {
            var items = ((IEnumerable)values[name]!).Cast<object?>().ToList();
            values.Remove(name);
            // An empty list matches nothing; "in (null)" says so on both engines.
            var list = items.Count == 0 ? "(null)" : "(" + string.Join(", ", items.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@{name}_{i}"))) + ")";
            text.Replace("@" + name, list);
            for (var i = 0; i < items.Count; i++)
                values[string.Create(CultureInfo.InvariantCulture, $"{name}_{i}")] = items[i];
        }

        return text.ToString();
    }

    public static void Bind(Database database, DbCommand command, Dictionary<string, object?> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = Cells.ToCell(value) is { } cell ? database.ToParameter(cell, Cells.KindOf(value!.GetType())) : DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }
}
