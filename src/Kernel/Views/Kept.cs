using System.Diagnostics;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// All rows of a small table that every page needs, or the few that it looks at, in memory until the view changes: a command that has been answered is in them. What
/// another node has written is in them a second later at the latest.
/// </summary>
/// <param name="order">Columns to order by.</param>
/// <param name="key">The row's key.</param>
/// <param name="where">Which rows; all when left out.</param>
public sealed class Kept<TKey, TRow>(Database database, ViewSet views, string order, Func<TRow, TKey> key, string where = "1 = 1") where TKey : notnull
{
    private const double SecondsAtMost = 1;
    private volatile Moment? _last;

    public IReadOnlyList<TRow> Rows => Now().Rows;

    public TRow? Find(TKey key) => Now().ByKey.GetValueOrDefault(key);

    private Moment Now()
    {
        // The count of changes is read before the rows: they may then be newer than it says, never older.
        var changes = views.Changes<TRow>();
        if (_last is { } last && last.Changes == changes && Stopwatch.GetElapsedTime(last.At).TotalSeconds < SecondsAtMost)
            return last;
        var rows = database.Query<TRow>($"select * from {views.Table<TRow>()} where {where} order by {order}");
        return _last = new(changes, Stopwatch.GetTimestamp(), rows, rows.ToDictionary(key));
    }

    private sealed record Moment(long Changes, long At, IReadOnlyList<TRow> Rows, Dictionary<TKey, TRow> ByKey);
}
