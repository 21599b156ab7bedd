using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Yhteys.Kernel.Storage;

/// <summary>Parameters from the properties of an object, and lists among them in the words of an engine.</summary>
internal static class Parameters
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<Type, (string[] Names, Func<object, object?[]> Get)> Properties = new();
    private static readonly ConcurrentDictionary<(string Sql, string Name, int Length), (string Text, string[] Names)> Expanded = new();
    private static readonly ConcurrentDictionary<(string Sql, string Name), string> WithArray = new();

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

        var (names, get) = Properties.GetOrAdd(source.GetType(), static t => ([.. Getters.PropertiesOf(t).Select(p => p.Name)], Getters.ValuesOf(t)));
        var found = get(source);
        for (var i = 0; i < names.Length; i++)
            values[names[i]] = found[i];
        return values;
    }

    /// <summary><c>in @x</c> becomes <c>in (@x_0, @x_1, …)</c>, for an engine without arrays.</summary>
    public static string ExpandLists(string sql, Dictionary<string, object?> values)
    {
        foreach (var name in Lists(values))
        {
            var items = ((IEnumerable)values[name]!).Cast<object?>().ToList();
            values.Remove(name);
            // Lengths are padded to powers of two with the last item, so that few different texts are prepared.
            var (text, names) = Expanded.GetOrAdd(
                (sql, name, items.Count == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)items.Count)), static key => Expand(key.Sql, key.Name, key.Length));
            sql = text;
            for (var i = 0; i < names.Length; i++)
                values[names[i]] = items[Math.Min(i, items.Count - 1)];
        }

        return sql;
    }

    /// <summary><c>in @x</c> becomes <c>= any(@x)</c>, one text whatever the length; the values become arrays by <paramref name="array"/>.</summary>
    public static string ListsAsArrays(string sql, Dictionary<string, object?> values, Func<List<object>, object> array)
    {
        foreach (var name in Lists(values))
        {
            var items = ((IEnumerable)values[name]!).Cast<object?>().OfType<object>().ToList();
            if (items.Count == 0)
            {
                values.Remove(name);
                sql = Expand(sql, name, 0).Text;
                continue;
            }

            sql = WithArray.GetOrAdd((sql, name), static key => Regex.Replace(
                key.Sql, $@"\bin @{key.Name}\b", $"= any(@{key.Name})", RegexOptions.CultureInvariant, Patience));
            values[name] = array(items);
        }

        return sql;
    }

    private static List<string> Lists(Dictionary<string, object?> values)
    {
        List<string>? lists = null;
        foreach (var (name, value) in values)
            if (value is IEnumerable and not string and not byte[])
                (lists ??= []).Add(name);
        return lists ?? [];
    }

    private static (string Text, string[] Names) Expand(string sql, string name, int length)
    {
        string[] names = [.. Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}_{i}"))];
        // An empty list matches nothing; "in (null)" says so on both engines.
        var list = length == 0 ? "(null)" : $"(@{string.Join(", @", names)})";
        return (Regex.Replace(sql, $@"@{name}\b", list, RegexOptions.CultureInvariant, Patience), names);
    }
}
