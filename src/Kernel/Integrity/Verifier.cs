using System.Security.Cryptography;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel.Integrity;

/// <summary>What <c>verify</c> found: where, and what is wrong there, in a sentence.</summary>
public sealed record Finding(string Where, string What);

/// <param name="Events">Events walked.</param>
/// <param name="Rows">View rows compared.</param>
public sealed record Verification(long Events, long Rows, IReadOnlyList<Finding> Findings)
{
    public bool Clean => Findings.Count == 0;
}

/// <summary>Walks the chain, compares it with the outside head, and compares every view with a fold of the journal.</summary>
public sealed class Verifier(Database database, EventTypes types, ViewSet views, KeyRing keys, JournalOptions options)
{
    private const int FindingsAtMost = 100;
    private List<Finding> _findings = [];

    /// <summary>Sees one moment of the database, so the journal may be in use meanwhile.</summary>
    public Verification Run(Action<string, long, long>? progress = null)
    {
        _findings = [];
        var outside = new SeenHeads(options.HeadFile, "event");
        // Taken before the moment that is looked at, in which their tables then are, though others may take their place meanwhile; unless they did so just before.
        var shown = views.Frozen();
        using var session = database.Read();
        session.BeginSnapshot();
        var register = ViewRegister.Read(session);
        if (shown.Views.Any(view => !register.ContainsKey(view.TableNames)))
            shown = views.Frozen();
        var head = JournalTable.Head(session).Position;
        WalkChain(session, head, outside, progress);
        foreach (var (position, what) in outside.AtEnd(head))
            Add($"journal {position}", what);
        CheckKeys();
        var rows = _findings.Count == 0 ? CompareViews(session, shown, head, progress) : 0;
        return new Verification(head, rows, _findings);
    }

    private void WalkChain(Session session, long head, SeenHeads outside, Action<string, long, long>? progress)
    {
        var chain = new Chain(options.ChainKey);
        var previous = Head.Empty.Mac;
        long expected = 1, links = 0, walked = 0;
        var versions = new Dictionary<Guid, int>();
        foreach (var row in session.JournalRows(0, head))
        {
            walked++;
            if (row.Pos != expected)
                Add($"journal {expected}", expected + 1 == row.Pos
                    ? $"event {expected} is missing"
                    : $"events {expected}–{row.Pos - 1} are missing");
            if (CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), row.Mac))
                links++;
            else
                Add($"journal {row.Pos}", row.Pos != expected ? "the link does not fit the event before it" : "the event, or the one before it, has been changed, added or swapped");
            if (row.Ver != versions.GetValueOrDefault(row.Stream) + 1)
                Add($"journal {row.Pos}", $"version {row.Ver} does not follow {versions.GetValueOrDefault(row.Stream)} in its stream");
            foreach (var what in outside.At(row.Pos, row.Mac))
                Add($"journal {row.Pos}", what);
            versions[row.Stream] = row.Ver;
            previous = row.Mac;
            expected = row.Pos + 1;
            if (row.Pos % 20_000 == 0)
                progress?.Invoke("chain", row.Pos, head);
        }

        if (walked > 1 && links == 0)
            _findings = [new Finding("journal", "no link fits: the chain key of the configuration is not the one that the journal was written with")];
    }

    /// <summary>A key that has been changed makes what it sealed unreadable, as a destroyed one does, but nobody has said so.</summary>
    private void CheckKeys()
    {
        var (broken, all) = keys.Check();
        if (broken.Count == all && all > 1)
            Add("sealing_keys", "no key opens: the master key of the configuration is not the one that they were wrapped with");
        else
            foreach (var key in broken)
                Add($"sealing_keys {key}", "the key does not open: it, its register, retention class or owners have been changed");
    }

    private long CompareViews(Session session, ViewSet shown, long head, Action<string, long, long>? progress)
    {
        var register = ViewRegister.Read(session);
        var targets = new List<Target>();
        foreach (var view in shown.Views)
        {
            var position = register.GetValueOrDefault(view.TableNames)?.Pos;
            if (position is null || (view.Inline && position != head))
                Add($"view {view.Name}", position is null ? "this program has not built it yet: start it, or rebuild; verify once more if other content was taken into use just now" : $"it stands at event {position} of {head}");
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

    private void Add(string where, string what)
    {
        if (_findings.Count < FindingsAtMost)
            _findings.Add(new Finding(where, what));
    }
}
