using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>Whether somebody is at work. A form says so before typing when nobody is.</summary>
public static class Staffing
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    /// <summary>Whether the unit is staffed at the moment; a unit without hours is not.</summary>
    public static bool IsStaffed(this UnitRow unit, Instant moment, WorkingDays days) =>
        unit.AlwaysStaffed || (unit.Hours is { } hours && IsOpen(hours, moment, days));

    public static bool IsOpen(OpeningHours hours, Instant moment, WorkingDays days)
    {
        var local = moment.InZone(Helsinki);
        if (!hours.OnHolidays && IsHoliday(days.KindOf(local.Date))) return false;
        return hours.Spans.Any(s => s.Day == local.DayOfWeek && s.Holds(local.TimeOfDay));
    }

    /// <summary>The first moment at or after the given one when the unit is staffed; null when there is none within two weeks.</summary>
    public static Instant? NextStaffed(this UnitRow unit, Instant moment, WorkingDays days)
    {
        if (unit.IsStaffed(moment, days)) return moment;
        var today = moment.InZone(Helsinki).Date;
        return unit.Hours is not { } hours
            ? null
            : Enumerable.Range(0, 15).Select(today.PlusDays)
                .SelectMany(day => hours.Spans.Where(s => s.Day == day.DayOfWeek).Select(s => (day + s.Opens).InZoneLeniently(Helsinki).ToInstant()))
                .Where(opens => opens > moment && IsOpen(hours, opens, days))
                .Cast<Instant?>().Min();
    }

    /// <summary>The units that are at work at every hour; an alarm goes to these.</summary>
    public static IEnumerable<UnitRow> AlwaysStaffed(this IEnumerable<UnitRow> units) => units.Where(u => u.AlwaysStaffed);

    private static bool IsHoliday(DayKind kind) => kind is not (DayKind.Working or DayKind.Saturday or DayKind.Sunday);
}
