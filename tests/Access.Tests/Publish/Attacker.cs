using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Tests.Publish;

/// <summary>
/// A reader who wants to know the hidden counts. Knows what is published, the law (after how few days nobody is late) and, of a
/// correction, which cells it changed. Computes the linear bounds of every figure in exact fractions, from nothing but the pages:
/// shares no line with what it attacks.
/// </summary>
internal sealed class Attacker(Attacked attacked)
{
    private const long Unbounded = 1_000_000;
    private readonly Dictionary<string, int> _cells = new(StringComparer.Ordinal);
    private readonly List<(int[] Cells, int Value)> _facts = [];
    private Dictionary<int, Part>? _parts;

    /// <summary>What the reader reads in a table.</summary>
    /// <param name="name">The reader's name for a cell, by place and kind: one name for cells that are known to be the same.</param>
    public void Read(PublishedTable table, Func<PublishedRow, string, IEnumerable<string>> name)
    {
        _parts = null;
        foreach (var row in table.Rows)
            foreach (var (code, value) in row.Values)
            {
                if (Of(table, row, code, name) is { } cells)
                    _facts.Add((cells, (int)value));
                else if (row.Values.TryGetValue(table.Kind == TableKind.Waiting ? Figure.Waiting : Figure.Met, out var all))
                    // What is left of the most that they can be is a cell of its own.
                    foreach (var (kinds, atMost) in attacked.Told(table, code, value, (int)all))
                        _facts.Add(([.. Of(table, row, kinds, name), Cell($"left {_facts.Count}")], atMost));
            }
    }

    /// <summary>The least and the most that a figure can be; also one that stands on no page.</summary>
    public (long Least, long Most) Bounds(PublishedTable table, PublishedRow row, string code, Func<PublishedRow, string, IEnumerable<string>> name)
    {
        var (least, most) = (0L, 0L);
        foreach (var cells in Of(table, row, code, name)!.Distinct().GroupBy(cell => (_parts ??= Parts()).GetValueOrDefault(cell)))
        {
            // A cell that no fact is of can be anything.
            if (cells.Key is not { } part)
                return (least, Unbounded);
            int[] form = [.. cells.Select(cell => part.Number[cell])];
            (least, most) = (least + part.Program.Least(form), most + part.Program.Most(form));
        }

        return (least, most);
    }

    /// <summary>Facts that are tied to each other by their cells say nothing of other cells.</summary>
    private Dictionary<int, Part> Parts()
    {
        var parts = new Dictionary<int, Part>();
        var left = _facts.FindAll(fact => fact.Cells.Length > 0);
        while (left.Count > 0)
        {
            var (near, tied) = (new List<(int[] Cells, int Value)>(), left[0].Cells.ToHashSet());
            for (var before = -1; before < near.Count;)
            {
                before = near.Count;
                near = left.FindAll(fact => fact.Cells.Any(tied.Contains));
                tied.UnionWith(near.SelectMany(fact => fact.Cells));
            }

            left.RemoveAll(fact => fact.Cells.Any(tied.Contains));
            var number = tied.Select((cell, i) => (cell, i)).ToDictionary(pair => pair.cell, pair => pair.i);
            var part = new Part(new(tied.Count, [.. near.Select(fact => (fact.Cells.Select(cell => number[cell]).ToArray(), (long)fact.Value))]), number);
            foreach (var cell in tied)
                parts[cell] = part;
        }

        return parts;
    }

    private int[]? Of(PublishedTable table, PublishedRow row, string code, Func<PublishedRow, string, IEnumerable<string>> name) =>
        attacked.KindsOf(table, code) is { } kinds ? Of(table, row, kinds, name) : null;

    private int[] Of(PublishedTable table, PublishedRow row, string[] kinds, Func<PublishedRow, string, IEnumerable<string>> name) =>
        [.. table.Rows.Where(place => place.Kind == RowKind.Place && row.Has(place.Unit, place.Line!)).SelectMany(place => kinds.SelectMany(kind => name(place, kind))).Select(Cell)];

    private int Cell(string name) => _cells.TryGetValue(name, out var cell) ? cell : _cells[name] = _cells.Count;

    private sealed record Part(LinearProgram Program, Dictionary<int, int> Number);
}
