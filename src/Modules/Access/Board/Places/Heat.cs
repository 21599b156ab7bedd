namespace Yhteys.Access.Board.Places;

/// <summary>How strongly a cell of the heat table is shaded: by the share of its open matters that are late or due at once. The cell says the numbers too.</summary>
internal static class Heat
{
    public const int Strongest = 4;

    /// <summary>0 when nothing is late; 1 under a tenth, 2 under a quarter, 3 under a half, 4 from a half.</summary>
    public static int Of(int open, int late) => ((double)late / Math.Max(open, 1)) switch
    {
        0 => 0,
        < 0.1 => 1,
        < 0.25 => 2,
        < 0.5 => 3,
        _ => Strongest,
    };

    /// <summary>Over the limit, or due at once.</summary>
    public static int Late(Tally tally) => tally.Overdue + tally.Immediate;

    /// <summary>Units or services, the one with the greatest share of late ones first; alike ones in their own order.</summary>
    public static IReadOnlyList<T> ByLateShare<T>(IEnumerable<(T Of, Tally Tally)> cells, Func<T, int> order) =>
        [.. cells.OrderByDescending(cell => (double)Late(cell.Tally) / Math.Max(cell.Tally.Open, 1)).ThenBy(cell => order(cell.Of)).Select(cell => cell.Of)];
}
