using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>All views of the program: which table a row type is kept in, which events go to which views.</summary>
public sealed class ViewSet
{
    private readonly Dictionary<Type, TableShape> _tables = [];
    private readonly Dictionary<Type, View[]> _inline = [];

    public ViewSet(IEnumerable<View> views)
    {
        Views = [.. views];
        foreach (var view in Views)
            foreach (var (row, table) in view.Tables)
                if (!_tables.TryAdd(row, table))
                    throw new InvalidOperationException($"{row.Name} is a row of two views.");
        if (Views.GroupBy(v => v.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new InvalidOperationException($"Two views are named {twice}.");
    }

    public IReadOnlyList<View> Views { get; }

    public View? Find(string name) => Views.FirstOrDefault(v => v.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The table that holds rows of <typeparamref name="T"/>, for SQL text.</summary>
    public string Table<T>() => _tables[typeof(T)].Name;

    /// <summary>Grows when rows of the table have been changed by a command of this node, before the command is answered.</summary>
    internal long Changes<T>() => _tables[typeof(T)].Changes;

    internal TableShape Shape<T>() => _tables[typeof(T)];

    internal IReadOnlyList<View> Inline => field ??= [.. Views.Where(v => v.Inline)];

    internal View[] InlineFor(Type eventType)
    {
        if (!_inline.TryGetValue(eventType, out var views))
            _inline[eventType] = views = [.. Inline.Where(v => v.Handles(eventType))];
        return views;
    }
}
