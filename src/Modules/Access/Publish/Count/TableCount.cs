using System.Runtime.InteropServices;
using Yhteys.Access.Board;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.Count;

/// <summary>A table with everything in it counted; what of it may be shown is decided elsewhere.</summary>
internal sealed class TableCount
{
    /// <summary>What each row adds up.</summary>
    private readonly Place[][] _places;

    /// <param name="shape">The table with its rows, without values.</param>
    public TableCount(PublishedTable shape, PeriodCount count)
    {
        Shape = shape;
        Figures = Figure.Of(shape.Kind, shape.Within, shape.Classes);
        var rules = shape.Rules.ToHashSet(StringComparer.Ordinal);
        var places = count.Places.Where(p => rules.Contains(p.Key.Rule)).Select(p => new Place(p.Key.Unit, p.Key.Line, [.. p], Figures)).ToList();
        _places = [.. shape.Rows.Select(row => places.Where(p => row.Has(p.Unit, p.Line)).ToArray())];
    }

    public PublishedTable Shape { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public int Of(int row, Figure figure) => _places[row].Sum(place => place.Numbers[figure.Code]);

    /// <summary>Those of whom waits are told.</summary>
    public Counted Counted => Shape.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;

    /// <summary>The waits on which the median and nine of ten of a row stand: two of a median of an even number.</summary>
    public IEnumerable<ToldWait> Told(int row)
    {
        var waits = Waits(row, Counted);
        if (waits.Count == 0)
            return [];
        List<ToldWait> told = [Wait(Figure.Median, (waits.Count + 1) / 2), Wait(Figure.Median, (waits.Count / 2) + 1)];
        if (Shape.Kind == TableKind.Events)
            told.Add(Wait(Figure.Ninety, waits.NinetyRank));
        return told.Distinct();

        ToldWait Wait(string figure, int rank) => new(figure, waits.Count, rank, waits.At(rank));
    }

    /// <summary>The table with the figures that may be shown, and the medians that follow from nothing hidden.</summary>
    /// <param name="mayShow">Whether a figure of a row, by its code, tells nothing that is hidden.</param>
    public PublishedTable Show(Func<int, string, bool> mayShow) =>
        Shape with { Rows = [.. Shape.Rows.Select((row, i) => Shown(row, i, code => mayShow(i, code)))] };

    private PublishedRow Shown(PublishedRow row, int i, Func<string, bool> mayShow)
    {
        List<Figure> shown = [.. Figures.Where(f => mayShow(f.Code))];
        var values = shown.ToDictionary(f => f.Code, f => (double)Of(i, f), StringComparer.Ordinal);
        List<string> hidden = [.. Figures.Except(shown).Select(f => f.Code)];
        var waits = Waits(i, Counted);
        Add(Figure.Median, waits.Median, waits.UpperMiddle is { } middle && UpToIsShown(middle, values) && mayShow(Figure.Median));
        if (Shape.Kind == TableKind.Events)
        {
            Add(Figure.Ninety, waits.NinetyPercent, waits.NinetyPercent is { } ninety && UpToIsShown(ninety, values) && mayShow(Figure.Ninety));
            Add(Figure.MedianOfAll, KaplanMeier.Median(waits.All, Waits(i, Counted.Waiting, Counted.Ended).All), WaitFigures(Figures).All(f => values.ContainsKey(f.Code)));
        }

        return row with { Values = values, Hidden = hidden };

        void Add(string code, double? value, bool mayBeShown)
        {
            if (!mayBeShown && !(values.TryGetValue(Count, out var number) && number == 0 && code != Figure.MedianOfAll))
                hidden.Add(code);
            else if (value is { } days)
                values[code] = days;
        }
    }

    private WaitCounts Waits(int row, params ReadOnlySpan<Counted> of)
    {
        var byDays = new Dictionary<int, int>();
        foreach (var place in _places[row])
            foreach (var (key, number) in place.Cells)
                if (of.Contains(key.What))
                    CollectionsMarshal.GetValueRefOrAddDefault(byDays, key.Days, out _) += number;
        var waits = new WaitCounts();
        foreach (var (days, number) in byDays)
            waits.Add(days, number);
        return waits;
    }

    /// <summary>The counts that the median of all depends on; it is shown only where none of them is hidden.</summary>
    private static IEnumerable<Figure> WaitFigures(IEnumerable<Figure> figures) =>
        figures.Where(f => f.Code is not (Figure.Started or Figure.Declined or Figure.NoShow));

    /// <summary>A wait is told only where the number of those who waited at most its class is told: then it says nothing of the classes that are hidden.</summary>
    private bool UpToIsShown(int days, Dictionary<string, double> values)
    {
        IEnumerable<string> needed =
        [
            Count,
            .. Shape.Within.TakeWhile((_, i) => i == 0 || Shape.Within[i - 1] < days).Select(Figure.Within),
            .. Figure.Classes(Shape.Classes).Where(c => c.After < days).Select(Figure.Class),
        ];
        return needed.All(values.ContainsKey);
    }

    private string Count => Shape.Kind == TableKind.Waiting ? Figure.Waiting : Figure.Met;

    /// <summary>What was counted of a rule in a unit's service line, and what each figure is of it: a row only adds up its places.</summary>
    private sealed record Place(Guid? Unit, string Line, KeyValuePair<CountKey, int>[] Cells, IReadOnlyList<Figure> Figures)
    {
        public Dictionary<string, int> Numbers { get; } =
            Figures.ToDictionary(f => f.Code, f => Cells.Where(c => f.Counts(c.Key)).Sum(c => c.Value), StringComparer.Ordinal);
    }
}

/// <summary>A wait that a figure tells.</summary>
/// <param name="Number">How many waited.</param>
/// <param name="Rank">Where the one who waited so long stands among them, the shortest wait at 1.</param>
internal readonly record struct ToldWait(string Figure, int Number, int Rank, int Days);
