using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>The ends of a clock's time.</summary>
/// <param name="Strict">The last day by the count alone: alarms look at it.</param>
/// <param name="Latest">The last day moved to a working day.</param>
/// <param name="InTime">The last day on which it is in time, as the county decided. Of two times it is of the one that binds, and <paramref name="Strict"/> may be of the other.</param>
internal readonly record struct LastDays(LocalDate Strict, LocalDate Latest, LocalDate InTime)
{
    public static LastDays Of(Deadline end, CountySettings settings) => new(end.Strict, end.Latest, settings.StrictOnly ? end.Strict : end.Latest);

    /// <summary>"4 weeks or 3 months": the alarm follows the earlier and the breach the later, unless the county reads it otherwise (B1 row 6).</summary>
    public static LastDays Either(LastDays? one, LastDays other, CountySettings settings)
    {
        if (one is not { } first)
            return other;
        var (earlier, later) = first.Strict <= other.Strict ? (first, other) : (other, first);
        return settings.DentistEitherLimit switch
        {
            "earlier" => earlier,
            "later" => later,
            _ => later with { Strict = earlier.Strict },
        };
    }
}
