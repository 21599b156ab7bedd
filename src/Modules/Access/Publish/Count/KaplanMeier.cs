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
        var days = new SortedDictionary<int, (int Cared, int Waiting)>();
        foreach (var (day, number) in cared)
            days[day] = (days.GetValueOrDefault(day).Cared + number, days.GetValueOrDefault(day).Waiting);
        foreach (var (day, number) in waiting)
            days[day] = (days.GetValueOrDefault(day).Cared, days.GetValueOrDefault(day).Waiting + number);

        var (atRisk, without, half) = (days.Values.Sum(d => d.Cared + d.Waiting), 1.0, (int?)null);
        foreach (var (day, (got, wait)) in days)
        {
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
