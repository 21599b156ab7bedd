using NodaTime;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A school calendar as the days on which its schools are closed (OHL 15 § counts the school's own working days).</summary>
public static class SchoolDays
{
    /// <summary>The longest time between two school years that is a summer; where it is longer, a school year is missing between them.</summary>
    private const int LongestSummer = 100;

    /// <summary>
    /// Breaks, and the holidays between two known school years. Where a year is missing, and after the last known one, nothing is said to be
    /// closed: the count is then too short rather than too long. Null without any calendar.
    /// </summary>
    /// <param name="calendars">School years of one municipality or other provider, the earliest first.</param>
    public static IReadOnlyList<ClosedDays>? Closed(IReadOnlyList<SchoolCalendarRow> calendars) => calendars.Count == 0 ? null :
    [
        .. calendars.SelectMany(year => year.Breaks).Select(b => new ClosedDays(b.FirstDay, b.LastDay))
            .Concat(calendars.Zip(calendars.Skip(1), (one, next) => new ClosedDays(one.LastDay.PlusDays(1), next.FirstDay.PlusDays(-1))).Where(IsSummer))
            .Where(days => days.FirstDay <= days.LastDay)
            .OrderBy(days => days.FirstDay),
    ];

    private static bool IsSummer(ClosedDays between) => Period.DaysBetween(between.FirstDay, between.LastDay) < LongestSummer;
}
