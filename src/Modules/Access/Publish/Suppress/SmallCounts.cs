namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// Decides which sums are hidden, so that no reader can find out a small count, not even by subtracting what is shown. A hidden sum is
/// safe only when two whole tables are at hand which agree with everything shown, now and earlier, and in which it differs by more than
/// the largest count that is hidden (docs/decisions: small counts).
/// </summary>
internal static class SmallCounts
{
    /// <summary>Sets <see cref="Sum.IsShown"/> of every sum that may be shown or hidden.</summary>
    /// <param name="cells">The true counts.</param>
    /// <param name="hideUpTo">Counts from 1 to this are hidden.</param>
    public static void Hide(int[] cells, IReadOnlyList<Sum> sums, int hideUpTo)
    {
        // They have no cell and no sum in common, so each thread writes only what is its own.
        Parallel.ForEach(Components.Of(cells, sums), part => new Protection(part, hideUpTo).Complete());
    }

    public static bool IsSmall(long count, int hideUpTo) => count >= 1 && count <= hideUpTo;
}
