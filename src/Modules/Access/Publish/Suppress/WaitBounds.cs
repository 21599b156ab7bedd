using Yhteys.Access.Publish.Count;

namespace Yhteys.Access.Publish.Suppress;

/// <summary>Those of a cell, and how long they can have waited as anyone who knows the law knows.</summary>
/// <param name="Cell">Number of the cell.</param>
/// <param name="Class">The last day of its class in the table.</param>
/// <param name="Least">The fewest days.</param>
/// <param name="Most">The most days.</param>
internal readonly record struct WaitSpan(int Cell, int Class, int Least, int Most);

/// <summary>
/// What a wait that is told says of counts: that the tenth of eleven waited no day says that at most one waited longer, and so that at most one was late,
/// if nobody is late on that day.
/// </summary>
internal static class WaitBounds
{
    /// <summary>The cells whose people all waited longer than the one at the rank, and how many they can be at the most; the same of shorter waits.</summary>
    /// <param name="inClass">The class of the one at the rank.</param>
    /// <param name="spans">The cells that the row adds up.</param>
    public static IEnumerable<(int[] Cells, int AtMost)> Of(ToldWait wait, int inClass, IReadOnlyList<WaitSpan> spans)
    {
        WaitSpan[] longer = [.. spans.Where(s => s.Least > wait.Days)], shorter = [.. spans.Where(s => s.Most < wait.Days)];
        // Whole classes say nothing new: a wait is told only where their counts are.
        if (longer.Any(s => s.Class == inClass))
            yield return (Cells(longer), wait.Number - wait.Rank);
        if (shorter.Any(s => s.Class == inClass))
            yield return (Cells(shorter), wait.Rank - 1);
    }

    private static int[] Cells(WaitSpan[] spans) => [.. spans.Select(s => s.Cell).Distinct().Order()];
}
