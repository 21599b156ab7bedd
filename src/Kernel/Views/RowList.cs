using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Rows that a view derives from some of its source rows, ready to be inserted.</summary>
internal sealed class RowList : IRows
{
    private readonly Dictionary<Type, (TableShape Shape, List<object?[]> Rows)> _tables;

    private RowList(View view, int sources)
    {
        Sources = sources;
        _tables = view.Tables.ToDictionary(t => t.Key, t => (t.Value, new List<object?[]>(sources)));
    }

    /// <summary>How many source rows they were made of.</summary>
    public int Sources { get; }

    public static RowList Of(View view, IReadOnlyCollection<object> sources)
    {
        var rows = new RowList(view, sources.Count);
        foreach (var source in sources)
            view.Derive(source, rows);
        return rows;
    }

    public void Insert(WriteSession session)
    {
        foreach (var (shape, rows) in _tables.Values)
            session.Insert(shape, rows);
    }

    public T? Get<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");

    public void Put<T>(T row) where T : class
    {
        var (shape, rows) = _tables[typeof(T)];
        rows.Add(shape.Cells(row));
    }

    public void Delete<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");
}
