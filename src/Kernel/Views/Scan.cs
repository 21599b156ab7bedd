using System.Collections;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>Rows of one table as of one moment, read while they are walked.</summary>
public sealed class Scan<T> : IEnumerable<T>, IDisposable
{
    private readonly Session _session;
    private readonly string _from;
    private readonly string _columns;

    internal Scan(Database database, ViewSet views, Type row, string? columns)
    {
        var view = views.Views.First(v => v.Tables.ContainsKey(row));
        (_from, _columns) = (view.Tables[row].Name, columns ?? view.Tables[row].ColumnList);
        _session = database.Read();
        _session.BeginSnapshot();
        try
        {
            Position = ViewRegister.Position(_session, view);
            Count = _session.Query<long>($"select count(*) from {_from}")[0];
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The position of the journal that the rows are folded to.</summary>
    public long Position { get; }

    public long Count { get; }

    public IEnumerator<T> GetEnumerator() => _session.Stream<T>($"select {_columns} from {_from}").GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _session.Dispose();
}
