using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Rows that a view derives from some of its source rows, ready to be inserted.</summary>
internal sealed class RowList : IRows
{
    private static readonly EqualityComparer<object?> SameCell = EqualityComparer<object?>.Create(
        (one, other) => one is byte[] bytes ? other is byte[] others && bytes.AsSpan().SequenceEqual(others) : Equals(one, other));

    private readonly Dictionary<Type, (TableShape Shape, List<object?[]> Rows)> _tables;

    private RowList(IEnumerable<TableShape> tables, int sources)
    {
        Sources = sources;
        _tables = tables.ToDictionary(t => t.RowType, t => (t, new List<object?[]>(sources)));
    }

    /// <summary>How many source rows they were made of.</summary>
    public int Sources { get; }

    /// <summary>The cells of each table's rows.</summary>
    public IEnumerable<(TableShape Shape, IReadOnlyList<object?[]> Cells)> Tables => _tables.Values.Select(t => (t.Shape, (IReadOnlyList<object?[]>)t.Rows));

    /// <param name="tables">The view's, or those that are built beside them.</param>
    public static RowList Of(View view, IEnumerable<TableShape> tables, IReadOnlyCollection<object> sources)
    {
        var rows = new RowList(tables, sources.Count);
        foreach (var source in sources)
            view.Derive(source, rows);
        return rows;
    }

    /// <summary>What turns these rows into the others, which follow from the same sources: of each table the rows to put and the keys to delete.</summary>
    public IEnumerable<(TableShape Shape, IReadOnlyList<object?[]> Put, IReadOnlyList<object> Gone)> Until(RowList other)
    {
        foreach (var (shape, cells) in Tables)
        {
            var before = cells.ToDictionary(row => row[0]!);
            var put = other._tables[shape.RowType].Rows.FindAll(row => !before.Remove(row[0]!, out var was) || !row.AsSpan().SequenceEqual(was, SameCell));
            if (put.Count + before.Count > 0)
                yield return (shape, put, [.. before.Keys]);
        }
    }

    public void Insert(WriteSession session)
    {
        foreach (var (shape, cells) in Tables)
            session.Insert(shape, cells);
    }

    public T? Get<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");

    public void Put<T>(T row) where T : class
    {
        var (shape, rows) = _tables[typeof(T)];
        rows.Add(shape.Cells(row));
    }

    public void Delete<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");
}
