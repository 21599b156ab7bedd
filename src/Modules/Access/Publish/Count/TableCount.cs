using Yhteys.Access.Board;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.Count;

/// <summary>A table with everything in it counted; what of it may be shown is decided elsewhere.</summary>
internal sealed class TableCount
{
    private readonly IReadOnlyList<(CountKey Key, int Number)>[] _cells;

    /// <param name="shape">The table with its rows, without values.</param>
    public TableCount(PublishedTable shape, PeriodCount count)
    {
        Shape = shape;
        Figures = Figure.Of(shape.Kind, shape.Within, shape.Classes);
        var rules = shape.Rules.ToHashSet(StringComparer.Ordinal);
        var byPlace = count.Cells.Where(c => rules.Contains(c.Key.Rule)).GroupBy(c => (c.Key.Unit, c.Key.Line)).ToList();
        _cells = [.. shape.Rows.Select(row => (IReadOnlyList<(CountKey, int)>)[.. byPlace.Where(p => row.Has(p.Key.Unit, p.Key.Line)).SelectMany(p => p.Select(c => (c.Key, c.Value)))])];
    }

    public PublishedTable Shape { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public int Of(int row, Figure figure) => _cells[row].Where(c => figure.Counts(c.Key)).Sum(c => c.Number);

    /// <summary>The table with the figures that may be shown, and the medians that follow from nothing hidden.</summary>
    public PublishedTable Show(Func<int, Figure, bool> mayShow) =>
        Shape with { Rows = [.. Shape.Rows.Select((row, i) => Shown(row, i, [.. Figures.Where(f => mayShow(i, f))]))] };

    private PublishedRow Shown(PublishedRow row, int i, IReadOnlyList<Figure> shown)
    {
        var values = shown.ToDictionary(f => f.Code, f => (double)Of(i, f), StringComparer.Ordinal);
        List<string> hidden = [.. Figures.Except(shown).Select(f => f.Code)];
        var counted = Shape.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;
        var waits = new WaitCounts();
        foreach (var (key, number) in _cells[i].Where(c => c.Key.What == counted))
            waits.Add(key.Days, number);
        Add(Figure.Median, waits.Median, waits.UpperMiddle is { } middle && UpToIsShown(middle, values, counted));
        if (Shape.Kind == TableKind.Events)
        {
            Add(Figure.Ninety, waits.NinetyPercent, waits.NinetyPercent is { } ninety && UpToIsShown(ninety, values, counted));
            Add(Figure.MedianOfAll, MedianOfAll(i), WaitFigures(Figures).All(f => values.ContainsKey(f.Code)));
        }

        return row with { Values = values, Hidden = hidden };

        void Add(string code, double? value, bool mayBeShown)
        {
            if (!mayBeShown && !(values.TryGetValue(Counts(counted), out var number) && number == 0 && code != Figure.MedianOfAll))
                hidden.Add(code);
            else if (value is { } days)
                values[code] = days;
        }
    }

    private double? MedianOfAll(int row) => KaplanMeier.Median(
        _cells[row].Where(c => c.Key.What == Counted.Met).Select(c => (c.Key.Days, c.Number)),
        _cells[row].Where(c => c.Key.What is Counted.Waiting or Counted.Ended).Select(c => (c.Key.Days, c.Number)));

    /// <summary>The counts that the median of all depends on; it is shown only where none of them is hidden.</summary>
    private static IEnumerable<Figure> WaitFigures(IEnumerable<Figure> figures) =>
        figures.Where(f => f.Code is not (Figure.Started or Figure.Declined or Figure.NoShow));

    /// <summary>A wait is told only where the number of those who waited at most its class is told: then it says nothing of the classes that are hidden.</summary>
    private bool UpToIsShown(int days, Dictionary<string, double> values, Counted counted)
    {
        IEnumerable<string> needed =
        [
            Counts(counted),
            .. Shape.Within.TakeWhile((_, i) => i == 0 || Shape.Within[i - 1] < days).Select(Figure.Within),
            .. Figure.Classes(Shape.Classes).Where(c => c.After < days).Select(Figure.Class),
        ];
        return needed.All(values.ContainsKey);
    }

    private static string Counts(Counted counted) => counted == Counted.Waiting ? Figure.Waiting : Figure.Met;
}
