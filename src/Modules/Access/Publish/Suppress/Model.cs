using System.Runtime.InteropServices;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.Suppress;

/// <summary>A publication that shares rules and time with the one being made: what it showed, and what was counted for it.</summary>
internal sealed record EarlierPublication(PeriodCount Count, IReadOnlyList<PublishedTable> Tables);

/// <summary>
/// Cells and sums of a publication and of the earlier ones that it must not undo. A cell that was the same then as now is one cell;
/// one that was corrected since is another: the strictest reader knows what has changed and what has not.
/// </summary>
internal sealed class Model
{
    /// <summary>How much a reader loses without a wait that is told, beside <see cref="Figure.Weight"/>.</summary>
    private const int ToldWeight = 3;

    private readonly RuleSet _rules;
    private readonly Dictionary<(string Rule, Counted What), int[]> _cuts = [];
    private readonly Dictionary<CountKey, List<(int Cell, int Value)>> _versions = [];
    private readonly Dictionary<string, LimitDays> _limits = new(StringComparer.Ordinal);
    private readonly List<int> _cells = [];
    private readonly List<Sum> _sums = [];

    public Model(RuleSet rules, IEnumerable<PublishedTable> tables)
    {
        _rules = rules;
        foreach (var table in tables)
            foreach (var rule in table.Rules)
            {
                var key = (rule, table.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met);
                _cuts[key] = [.. (_cuts.GetValueOrDefault(key) ?? []).Concat(table.Within).Concat(table.Classes).Distinct().Order()];
            }
    }

    public int[] Cells => [.. _cells];

    public IReadOnlyList<Sum> Sums => _sums;

    /// <summary>What was published earlier.</summary>
    public void Add(EarlierPublication earlier)
    {
        var places = Places(earlier.Count, earlier.Tables);
        foreach (var table in earlier.Tables)
            Add(
                new(table, earlier.Count), earlier.Count.Period, places,
                (row, figure, cells) => new Sum(row.Hidden.Contains(figure.Code, StringComparer.Ordinal) ? SumKind.HiddenEarlier : SumKind.Published, cells, figure.Code),
                (row, figure, cells) => row.Values.ContainsKey(figure) ? new Sum(SumKind.Published, cells, figure) : null);
    }

    /// <summary>What is to be published now.</summary>
    /// <returns>The sums of each figure of each row of each table: all must be shown if it is. A wait that says nothing of counts has none.</returns>
    public ILookup<(string Table, int Row, string Figure), Sum> Add(PeriodCount count, IReadOnlyList<PublishedTable> tables)
    {
        var places = Places(count, tables);
        var free = new List<((string, int, string) Key, Sum Sum)>();
        foreach (var table in tables)
        {
            var rows = Add(
                new(table, count), count.Period, places,
                (row, figure, cells) => new Sum(SumKind.Free, cells, figure.Code, figure.Weight * Worth(row.Kind)),
                (row, figure, cells) => new Sum(SumKind.Told, cells, figure, ToldWeight * Worth(row.Kind)));
            foreach (var (at, row) in rows.Index())
            {
                // Who began and who got care would tell how the queue changed, and so a queue that is hidden.
                foreach (var queue in (string[])[Figure.Met, Figure.Waiting])
                    if (row.Find(s => s.Figure == Figure.Started) is { } started && row.Find(s => s.Figure == queue) is { } sum)
                        sum.Follower = started;
                free.AddRange(row.Select(sum => ((table.Id, at, sum.Figure), sum)));
            }
        }

        return free.ToLookup(f => f.Key, f => f.Sum);
    }

    // A unit's total follows from few other rows, so hiding it draws little else with it; a place is what the act asks for.
    private static int Worth(RowKind kind) => kind switch
    {
        RowKind.Unit => 1,
        RowKind.Place => 2,
        RowKind.Line => 4,
        RowKind.County => 8,
    };

    /// <param name="make">The sum of a figure.</param>
    /// <param name="tell">The sum of what a wait says; null when it is not told.</param>
    private List<List<Sum>> Add(
        TableCount counted, ReportingPeriod period, Dictionary<(Guid?, string), List<(CountKey Key, int Cell)>> places,
        Func<PublishedRow, Figure, int[], Sum> make, Func<PublishedRow, string, int[], Sum?> tell)
    {
        var table = counted.Shape;
        var rules = table.Rules.ToHashSet(StringComparer.Ordinal);
        var of = places.Select(p => (p.Key, Cells: p.Value.FindAll(c => rules.Contains(c.Key.Rule) && IsIn(c.Key, period)))).ToList();
        int[] cuts = [.. table.Within.Concat(table.Classes).Order()];
        var rows = new List<List<Sum>>();
        foreach (var (at, row) in table.Rows.Index())
        {
            var cells = of.Where(p => row.Has(p.Key.Item1, p.Key.Item2)).SelectMany(p => p.Cells).ToList();
            List<Sum> made = [.. counted.Figures.Select(f => make(row, f, Matching(cells, f.Counts)))];
            WaitSpan[] spans = [.. cells.Where(c => c.Key.What == counted.Counted).Select(c => Span(c.Key, c.Cell, cuts))];
            foreach (var wait in counted.Told(at))
                foreach (var (bounded, atMost) in WaitBounds.Of(wait, UpTo(wait.Days, cuts), spans))
                    // What is left of the most that they can be is a cell of its own. It is less than nothing where somebody was late or in time on a day on which,
                    // as the law is reckoned here, nobody is.
                    if (atMost - bounded.Sum(cell => _cells[cell]) is >= 0 and var left && tell(row, wait.Figure, [.. bounded, _cells.Count]) is { } told)
                    {
                        _cells.Add(left);
                        made.Add(told);
                    }

            _sums.AddRange(made);
            foreach (var (figure, part) in Parts(table))
                if (Matching(cells, part) is { Length: > 0 } found)
                    _sums.Add(new Sum(SumKind.NeverShown, found, figure));
            rows.Add(made);
        }

        return rows;
    }

    private static int[] Matching(List<(CountKey Key, int Cell)> cells, Func<CountKey, bool> counts) =>
        [.. cells.Where(c => counts(c.Key)).Select(c => c.Cell).Distinct().Order()];

    /// <summary>What follows from the figures of a row by subtraction: classes of days, what is late, and both together.</summary>
    private static IEnumerable<(string Figure, Func<CountKey, bool> Counts)> Parts(PublishedTable table)
    {
        var what = table.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;
        int[] cuts = [.. table.Within.Concat(table.Classes).Distinct().Order()];
        foreach (var (after, upTo) in Figure.Classes(cuts))
        {
            var figure = table.Classes.Count > 0 ? Figure.Class((after, upTo)) : cuts.Length > 0 ? Figure.Within(upTo == int.MaxValue ? after : upTo) : Figure.Met;
            yield return (figure, key => key.What == what && key.Days > after && key.Days <= upTo);
            // Of those who wait, another table tells how many are late.
            foreach (var late in (bool[])[true, false])
                yield return (table.Kind == TableKind.Events ? Figure.InTime : figure, key => key.What == what && key.Days > after && key.Days <= upTo && key.Late == late);
        }

        if (table.Kind != TableKind.Events)
            yield break;
        yield return (Figure.InTime, key => key is { What: Counted.Met, Late: true });
        yield return (Figure.Overdue, key => key is { What: Counted.Waiting, Late: true });
        yield return (Figure.Overdue, key => key is { What: Counted.Waiting, Late: false });
        yield return (Figure.Overdue, key => key is { What: Counted.Ended, Late: true });
    }

    /// <summary>The cells of each unit's service line, those included in which nothing was counted.</summary>
    private Dictionary<(Guid?, string), List<(CountKey Key, int Cell)>> Places(PeriodCount count, IReadOnlyList<PublishedTable> tables)
    {
        var (values, foreseen) = (new Dictionary<CountKey, int>(), new List<CountKey>());
        foreach (var table in tables)
            foreach (var row in table.Rows.Where(r => r.Kind == RowKind.Place))
                foreach (var rule in table.Rules)
                    foreach (var key in Possible(rule, row.Unit, row.Line!, table.Kind, count.Period))
                        if (values.TryAdd(key, 0))
                            foreseen.Add(key);
        foreach (var (key, number) in count.Cells)
            if (Cut(key) is { } cut)
                CollectionsMarshal.GetValueRefOrAddDefault(values, cut, out _) += number;
        var places = new Dictionary<(Guid?, string), List<(CountKey, int)>>();
        // The rest in an order of their own, not that of the database: what is hidden must not depend on it.
        foreach (var key in foreseen.Concat(values.Keys.Except(foreseen).Order(CountKey.Order)))
        {
            if (!places.TryGetValue((key.Unit, key.Line), out var cells))
                places[(key.Unit, key.Line)] = cells = [];
            cells.Add((key, CellOf(key, values[key])));
        }

        return places;
    }

    private int CellOf(CountKey key, int value)
    {
        if (!_versions.TryGetValue(key, out var versions))
            _versions[key] = versions = [];
        foreach (var (cell, known) in versions)
            if (known == value)
                return cell;
        versions.Add((_cells.Count, value));
        _cells.Add(value);
        return _cells.Count - 1;
    }

    private IEnumerable<CountKey> Possible(string rule, Guid? unit, string line, TableKind kind, ReportingPeriod period)
    {
        if (_rules.Find(rule) is { } known && !known.Lines.Contains(line, StringComparer.Ordinal))
            yield break;
        foreach (var late in (bool[])[false, true])
            foreach (var (after, upTo) in ClassesOf(rule, Counted.Waiting))
                if (LimitOf(rule).CanBe(late, after, upTo))
                    yield return new(Counted.Waiting, rule, unit, line, period.Last, upTo, late);
        if (kind == TableKind.Waiting)
            yield break;
        foreach (var month in period.MonthsIn)
        {
            foreach (var what in (Counted[])[Counted.Started, Counted.Declined, Counted.NoShow])
                yield return new(what, rule, unit, line, month, 0, false);
            yield return new(Counted.Ended, rule, unit, line, month, int.MaxValue, true);
            foreach (var late in (bool[])[false, true])
                foreach (var (after, upTo) in ClassesOf(rule, Counted.Met))
                    if (LimitOf(rule).CanBe(late, after, upTo))
                        yield return new(Counted.Met, rule, unit, line, month, upTo, late);
        }
    }

    /// <summary>The cell of the model that a counted one belongs to; null when no table looks at it.</summary>
    private CountKey? Cut(CountKey key) => key.What switch
    {
        Counted.Ended => key.Late ? key with { Days = int.MaxValue } : null,
        Counted.Met or Counted.Waiting => key with { Days = UpTo(key) },
        Counted.Started or Counted.Declined or Counted.NoShow => key,
    };

    private int UpTo(CountKey key) => UpTo(key.Days, _cuts.GetValueOrDefault((key.Rule, key.What)) ?? []);

    private static int UpTo(int days, int[] cuts)
    {
        foreach (var cut in cuts)
            if (days <= cut)
                return cut;
        return int.MaxValue;
    }

    private WaitSpan Span(CountKey key, int cell, int[] cuts)
    {
        var (least, most) = LimitOf(key.Rule).Within(key.Late, ClassesOf(key.Rule, key.What).First(c => key.Days <= c.UpTo).After, key.Days);
        return new(cell, UpTo(key.Days, cuts), least, most);
    }

    private static bool IsIn(CountKey key, ReportingPeriod period) =>
        key.What == Counted.Waiting ? key.When == period.Last : period.First <= key.When && key.When <= period.Last;

    private IEnumerable<(int After, int UpTo)> ClassesOf(string rule, Counted what) =>
        _cuts.GetValueOrDefault((rule, what)) is { Length: > 0 } cuts ? Figure.Classes(cuts) : [(-1, int.MaxValue)];

    private LimitDays LimitOf(string rule) =>
        _limits.TryGetValue(rule, out var limit) ? limit : _limits[rule] = _rules.Find(rule) is { } known ? LimitDays.Of(known) : LimitDays.Unknown;
}
