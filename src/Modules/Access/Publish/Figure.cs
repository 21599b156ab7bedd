using System.Globalization;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish;

/// <summary>A count that a table shows: a sum of cells.</summary>
/// <param name="Code">Its name in data: started, met, within_7, days_4_21, in_time, waiting, overdue, declined, no_show.</param>
/// <param name="Counts">The cells that it is the sum of.</param>
/// <param name="Weight">How much a reader loses without it; of figures that could be hidden, the lighter one is.</param>
internal sealed record Figure(string Code, Func<CountKey, bool> Counts, int Weight)
{
    public const string Started = "started", Met = "met", InTime = "in_time", Waiting = "waiting", Overdue = "overdue", Declined = "declined", NoShow = "no_show",
        Median = "median", Ninety = "ninety_percent", MedianOfAll = "median_with_waiting";

    /// <summary>The counts of a table, in the order in which they are shown.</summary>
    public static IReadOnlyList<Figure> Of(TableKind kind, IReadOnlyList<int> within, IReadOnlyList<int> classes)
    {
        var what = kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;
        IEnumerable<Figure> byDays =
        [
            .. within.Select(days => new Figure(Within(days), key => key.What == what && key.Days <= days, 10)),
            .. Classes(classes).Select(c => new Figure(Class(c), key => key.What == what && key.Days > c.After && key.Days <= c.UpTo, 10)),
        ];
        return kind == TableKind.Waiting
            ? [new(Waiting, key => key.What == Counted.Waiting, 40), .. byDays]
            :
            [
                new(Started, key => key.What == Counted.Started, 6),
                new(Met, key => key.What == Counted.Met, 40),
                .. byDays,
                new(InTime, key => key is { What: Counted.Met, Late: false }, 12),
                new(Waiting, key => key.What == Counted.Waiting, 20),
                new(Overdue, key => key is { What: Counted.Waiting or Counted.Ended, Late: true }, 8),
                new(Declined, key => key.What == Counted.Declined, 4),
                new(NoShow, key => key.What == Counted.NoShow, 4),
            ];
    }

    public static string Within(int days) => string.Create(CultureInfo.InvariantCulture, $"within_{days}");

    public static string Class((int After, int UpTo) of) => of.UpTo == int.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"days_over_{of.After}")
        : string.Create(CultureInfo.InvariantCulture, $"days_{of.After + 1}_{of.UpTo}");

    /// <summary>The classes between the cuts, over the last one too; nothing without cuts.</summary>
    public static IReadOnlyList<(int After, int UpTo)> Classes(IReadOnlyList<int> cuts) =>
        cuts.Count == 0 ? [] : [.. cuts.Prepend(-1).Zip(cuts.Append(int.MaxValue))];
}
