namespace Yhteys.Access.Publish.Count;

/// <summary>
/// The wait of all, those who still wait included (Kaplan and Meier 1958): each day, of those who had waited so long, the share that
/// got care is taken away. Who still waits, or whose matter ended without care, counts as having waited at least so long.
/// </summary>
internal static class KaplanMeier
{
    private const double Same = 1e-9;

    /// <summary>The day by which half have got care; null while over half still wait. Without anybody waiting it is the ordinary median.</summary>
    /// <param name="cared">Days waited by those who got care, and how many.</param>
    /// <param name="waiting">Days waited so far by the others, and how many.</param>
    public static double? Median(IEnumerable<(int Days, int Number)> cared, IEnumerable<(int Days, int Number)> waiting)
    {
        (int Day, int Got, int Wait)[] days = [.. cared.Select(c => (c.Days, c.Number, 0)), .. waiting.Select(w => (w.Days, 0, w.Number))];
        Array.Sort(days, (one, other) => one.Day.CompareTo(other.Day));

        var (atRisk, without, half) = (days.Sum(d => d.Got + d.Wait), 1.0, (int?)null);
        for (var i = 0; i < days.Length;)
        {
            var (day, got, wait) = (days[i].Day, 0, 0);
            for (; i < days.Length && days[i].Day == day; i++)
                (got, wait) = (got + days[i].Got, wait + days[i].Wait);
            if (got > 0)
            {
                if (half is { } from)
                    return (from + day) / 2.0;
                without *= (double)(atRisk - got) / atRisk;
                if (without < 0.5 - Same)
                    return day;
                // Exactly half: the median lies halfway to the next day on which somebody got care.
                if (without <= 0.5 + Same)
                    half = day;
            }

            atRisk -= got + wait;
        }

        return half;
    }
}
