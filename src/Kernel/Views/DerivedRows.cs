namespace Yhteys.Kernel.Views;

/// <summary>Collects the rows that a view derives from one source row.</summary>
internal sealed class DerivedRows : IRows
{
    private readonly List<(Type Type, object Row)> _rows = [];

    public static IReadOnlyList<(Type Type, object Row)> Of(View view, object source)
    {
        var rows = new DerivedRows();
        view.Derive(source, rows);
        return rows._rows;
    }

    public T? Get<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");

    public void Put<T>(T row) where T : class => _rows.Add((typeof(T), row));

    public void Delete<T>(object key) where T : class => throw new NotSupportedException("Rows are derived from one source row alone.");
}
