using System.Globalization;
using System.Security.Cryptography;
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
public sealed class Verifier(Database database, EventTypes types, ViewSet views, JournalOptions options)
{
    private const int FindingsAtMost = 100;
    private readonly List<Finding> _findings = [];

    /// <summary>Runs on a journal that no one writes to meanwhile.</summary>
    public Verification Run(Action<string, long, long>? progress = null)
    {
        long head;
        using (var session = database.Read())
        {
            head = JournalTable.Head(session).Position;
            WalkChain(session, head, progress);
        }

        var rows = _findings.Count == 0 ? CompareViews(head, progress) : 0;
        return new Verification(head, rows, _findings);
    }

    private void WalkChain(Session session, long head, Action<string, long, long>? progress)
    {
        var chain = new Chain(options.ChainKey);
        var outside = options.HeadFile?.Read().ToDictionary(h => h.Position, h => h.Mac) ?? [];
        var previous = Head.Empty.Mac;
        long expected = 1;
        var versions = new Dictionary<Guid, int>();
        foreach (var row in JournalTable.Rows(session, 0, head))
        {
            if (row.Pos != expected)
                Add($"journal {expected}", expected + 1 == row.Pos
                    ? $"event {expected} is missing"
                    : $"events {expected}–{row.Pos - 1} are missing");
            if (!CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), row.Mac))
                Add($"journal {row.Pos}", row.Pos != expected ? "the link does not fit the event before it" : "the event, or the one before it, has been changed, added or swapped");
            if (row.Ver != versions.GetValueOrDefault(row.Stream) + 1)
                Add($"journal {row.Pos}", $"version {row.Ver} does not follow {versions.GetValueOrDefault(row.Stream)} in its stream");
            if (outside.Remove(row.Pos, out var mac) && mac != Convert.ToHexStringLower(row.Mac))
                Add($"journal {row.Pos}", "the head file outside the database knows another event here");
            versions[row.Stream] = row.Ver;
            previous = row.Mac;
            expected = row.Pos + 1;
            if (row.Pos % 20_000 == 0)
                progress?.Invoke("chain", row.Pos, head);
        }

        if (outside.Keys.Where(p => p > head).DefaultIfEmpty().Max() is var last and > 0)
            Add($"journal {head}", $"the tail is cut, or an old copy was restored: the head file has seen event {last}");
    }

    private long CompareViews(long head, Action<string, long, long>? progress)
    {
        long compared = 0;
        var expected = new ViewBuilder(database, types, views).FoldInMemory(views.Views, head, (done, all) => progress?.Invoke("views", done, all));
        using var session = database.Read();
        foreach (var (shape, rows) in expected.All)
        {
            var wanted = rows.ToDictionary(r => Text(Cells.ToCell(shape.Key.Get(r))), r => string.Join('\u001f', shape.Cells(r).Select(Text)));
            compared += wanted.Count;
            using (var reader = session.Command($"select {shape.ColumnList} from {shape.Name}").ExecuteReader())
                while (reader.Read())
                {
                    var cells = shape.Columns.Select((c, i) => Text(reader.IsDBNull(i) ? null : Cells.ToCell(Cells.FromReader(reader, i, c.Type)))).ToArray();
                    if (!wanted.Remove(cells[0], out var row))
                        Add($"{shape.Name} {cells[0]}", "the row does not follow from the journal");
                    else if (row != string.Join('\u001f', cells))
                        Add($"{shape.Name} {cells[0]}", "the row differs from what the journal says");
                }

            foreach (var key in wanted.Keys.Take(FindingsAtMost))
                Add($"{shape.Name} {key}", "the row is missing");
        }

        return compared;
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
