using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel.Integrity;

// Every view is compared with a fold of the journal.
public sealed partial class Verifier
{
    private long CompareViews(Session session, ViewSet shown, bool keysOpen, long head, Action<string, long, long>? progress)
    {
        var register = ViewRegister.Read(session);
        var tables = session.Query<string>(database.TablesSql).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var targets = new List<Target>();
        foreach (var view in shown.Views)
        {
            var position = register.GetValueOrDefault(view.TableNames)?.Pos;
            if (position is null || (view.Inline && position != head))
                Add($"view {view.Name}", position is null ? "this program has not built it yet: start it, or rebuild; verify once more if other content was taken into use just now" : $"it stands at event {position} of {head}");
            else if (view.Tables.Values.FirstOrDefault(table => !tables.Contains(table.Name)) is { } gone)
                Add($"view {view.Name}", $"its table {gone.Name} is missing: rebuild the view, which makes it anew from the journal");
            else if (view.OpensSealed && !keysOpen)
                Add($"view {view.Name}", "it was not compared: it opens what it folds, and the keys are not as they were made");
            else
                targets.Add(new Target(view, [.. view.Tables.Values]) { Position = position.Value });
        }

        var rows = new ViewBuilder(database, types, shown, keys).FoldSources(session, targets, head, (done, all) => progress?.Invoke("views", done, all));
        var compared = 0L;
        foreach (var target in targets)
        {
            if (target.Failed is null)
                compared += target.View.Sources.Count > 0 ? CompareDerived(session, target, rows) : target.Tables.Sum(t => CompareTable(session, t, rows.RowsOf(t.RowType)));
            if (target.Failed is not null)
                Add($"view {target.View.Name}", $"its fold fails at {target.Failed}");
            rows.Clear(target.Tables);
        }

        progress?.Invoke("views", head, head);
        return compared;
    }

    /// <summary>Rows that follow from others are never all in memory: the sums of tables are compared, and rows one by one where those differ.</summary>
    private long CompareDerived(Session session, Target target, RowCache rows)
    {
        var (sums, sources) = (target.Tables.ToDictionary(t => t, _ => default(RowSum)), target.View.Sources.SelectMany(rows.RowsOf).ToList());
        foreach (var part in sources.Chunk(ViewBuilder.AtOnce))
            foreach (var (shape, sum) in ViewBuilder.Derived(target, part, list => list.Tables.Select(t => (t.Shape, RowSum.OfAll(t.Cells))).ToList()).SelectMany(list => list))
                sums[shape] += sum;
        if (target.Failed is not null)
            return 0;
        var differ = target.Tables.Where(table => Sum(session, table) != sums[table]).ToList();
        if (differ.Count > 0)
        {
            var all = new RowCache(target.Tables);
            foreach (var source in sources)
                target.View.Derive(source, all);
            foreach (var table in differ)
                CompareTable(session, table, all.RowsOf(table.RowType));
        }

        return sums.Values.Sum(sum => sum.Rows);
    }

    private static RowSum Sum(Session session, TableShape shape)
    {
        using var reader = session.Reader($"select {shape.ColumnList} from {shape.Name}");
        var sum = default(RowSum);
        while (reader.Read())
            sum += RowSum.Of(shape.Columns.Select((c, i) => Cells.Raw(reader, i, c.Kind)));
        return sum;
    }

    private long CompareTable(Session session, TableShape shape, IReadOnlyCollection<object> rows)
    {
        var wanted = rows.ToDictionary(r => RowSum.Text(Cells.ToCell(shape.KeyOf(r))), StringComparer.Ordinal);
        using (var reader = session.Reader($"select {shape.ColumnList} from {shape.Name}"))
            while (reader.Read())
            {
                var cells = shape.Columns.Select((c, i) => RowSum.Text(Cells.Raw(reader, i, c.Kind))).ToArray();
                if (!wanted.Remove(cells[0], out var row))
                    Add($"{shape.Name} {cells[0]}", "the row does not follow from the journal");
                else if (!shape.Cells(row).Select(RowSum.Text).SequenceEqual(cells, StringComparer.Ordinal))
                    Add($"{shape.Name} {cells[0]}", "the row differs from what the journal says");
            }

        foreach (var key in wanted.Keys.Take(FindingsAtMost))
            Add($"{shape.Name} {key}", "the row is missing");
        return rows.Count;
    }
}
