using System.Globalization;
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
        // Read before the database: each of its heads must then be there.
        var outside = options.HeadFile?.Read().ToList() ?? [];
        // Taken before the moment that is looked at, in which their tables then are, though others may take their place meanwhile.
        var shown = views.Frozen();
        using var session = database.Read();
        session.BeginSnapshot();
        var head = JournalTable.Head(session).Position;
        WalkChain(session, head, outside.ToLookup(h => h.Position, h => h.Mac), progress);
        if (outside.Select(h => h.Position).DefaultIfEmpty().Max() is var last && last > head)
            Add($"journal {head}", $"the tail is cut, or an old copy was restored: the head file has seen event {last}");
        foreach (var (before, after) in outside.Zip(outside.Skip(1)).Where(p => p.Second.Position < p.First.Position))
            Add($"journal {after.Position}", $"an old copy was restored here: the head file had already seen event {before.Position}");
        var rows = _findings.Count == 0 ? CompareViews(session, shown, head, progress) : 0;
        return new Verification(head, rows, _findings);
    }

    private void WalkChain(Session session, long head, ILookup<long, string> outside, Action<string, long, long>? progress)
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
            if (outside[row.Pos].Any(mac => mac != Convert.ToHexStringLower(row.Mac)))
                Add($"journal {row.Pos}", "the head file outside the database knows another event here");
            versions[row.Stream] = row.Ver;
            previous = row.Mac;
            expected = row.Pos + 1;
            if (row.Pos % 20_000 == 0)
                progress?.Invoke("chain", row.Pos, head);
        }

        if (walked > 1 && links == 0)
            _findings = [new Finding("journal", "no link fits: the chain key of the configuration is not the one that the journal was written with")];
    }

    private long CompareViews(Session session, ViewSet shown, long head, Action<string, long, long>? progress)
    {
        var register = ViewRegister.Read(session);
        var targets = new List<Target>();
        foreach (var view in shown.Views)
        {
            var position = register.GetValueOrDefault(view.TableNames)?.Pos;
            if (position is null || (view.Inline && position != head))
                Add($"view {view.Name}", position is null ? "this program has not built it yet: start it, or rebuild" : $"it stands at event {position} of {head}");
            else
                targets.Add(new Target(view, [.. view.Tables.Values]) { Position = position.Value });
        }

        var expected = new ViewBuilder(database, types, shown, keys).Fold(session, targets, head, (done, all) => progress?.Invoke("views", done, all));
        foreach (var failed in targets.Where(t => t.Failed is not null))
            Add($"view {failed.View.Name}", $"its fold fails at {failed.Failed}");
        var bad = targets.Where(t => t.Failed is not null).SelectMany(t => t.Tables).ToHashSet();
        return expected.All.Where(t => !bad.Contains(t.Shape)).Sum(t => CompareTable(session, t.Shape, t.Rows));
    }

    private long CompareTable(Session session, TableShape shape, IReadOnlyCollection<object> rows)
    {
        var wanted = rows.ToDictionary(r => Text(Cells.ToCell(shape.KeyOf(r))), StringComparer.Ordinal);
        using (var reader = session.Reader($"select {shape.ColumnList} from {shape.Name}"))
            while (reader.Read())
            {
                var cells = shape.Columns.Select((c, i) => Text(Cells.Raw(reader, i, c.Kind))).ToArray();
                if (!wanted.Remove(cells[0], out var row))
                    Add($"{shape.Name} {cells[0]}", "the row does not follow from the journal");
                else if (!shape.Cells(row).Select(Text).SequenceEqual(cells, StringComparer.Ordinal))
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

    private static string Text(object? cell) => cell switch
    {
        null => "∅",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
