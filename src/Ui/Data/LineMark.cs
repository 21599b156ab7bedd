namespace Yhteys.Ui;

/// <summary>A moment marked on a <c>LinePicture</c>.</summary>
/// <param name="At">Place among the labels: 2.5 is halfway from the third to the fourth.</param>
/// <param name="Text">A short sign, explained in the text of the page.</param>
public sealed record LineMark(double At, string Text);

/// <summary>Round numbers for the axis of a picture.</summary>
internal static class LineScale
{
    private const int Steps = 4;

    /// <summary>From zero to at least the greatest value, in at most five numbers that are easy to read.</summary>
    public static IReadOnlyList<double> Of(double greatest)
    {
        if (greatest <= 0)
            return [0, 1];
        var rough = greatest / Steps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(f => f * power).First(s => s >= rough - (power * 1e-9));
        // Counts have no halves.
        step = Math.Max(step, greatest >= 1 ? Math.Min(1, greatest) : step);
        return [.. Enumerable.Range(0, (int)Math.Ceiling((greatest / step) - 1e-9) + 1).Select(i => i * step)];
    }
}
