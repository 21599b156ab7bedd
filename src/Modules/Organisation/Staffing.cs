using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>When a unit is open and where somebody works. A unit's hours move no clock.</summary>
public static class Staffing
{
    /// <summary>The spans that hold on the day: its own when it has them, else those of the week.</summary>
    public static IEnumerable<OpenSpan> On(this UnitRow unit, LocalDate day, WorkingDays days) =>
        unit.Days?.FirstOrDefault(d => d.Day == day)?.Spans ?? unit.Hours?.On(day, days) ?? [];

    /// <summary>Whether somebody has told the unit's hours, of the week or of the day.</summary>
    public static bool TellsHours(this UnitRow unit, LocalDate day) => unit.Hours is not null || unit.Days?.Any(d => d.Day == day) == true;

    /// <summary>The spans that the week gives the day.</summary>
    public static IEnumerable<OpenSpan> On(this OpeningHours hours, LocalDate day, WorkingDays days) =>
        !hours.OnHolidays && IsHoliday(days.KindOf(day)) ? [] : hours.Spans.Where(s => s.Day == day.DayOfWeek);

    /// <summary>Whether the unit is open at the moment. One whose hours nobody has told is not known to be closed.</summary>
    public static bool IsOpen(this UnitRow unit, Instant moment, WorkingDays days)
    {
        var local = moment.InZone(FinnishTime.Zone);
        return unit.AlwaysStaffed
            || !unit.TellsHours(local.Date)
            || unit.On(local.Date, days).Any(s => s.Opens <= local.TimeOfDay && (s.Closes == LocalTime.Midnight || local.TimeOfDay < s.Closes));
    }

    /// <summary>The units that are at work at every hour; an alarm goes to these.</summary>
    public static IEnumerable<UnitRow> AlwaysStaffed(this IEnumerable<UnitRow> units) => units.Where(u => u.AlwaysStaffed);

    /// <summary>
    /// The units with the lines whose contacts come to them. Where nobody handles matters on the day, they are only those that no unit with
    /// staff handles: a contact must not wait where nobody reads it, and must not be refused either. So it is with a unit on its last day:
    /// what comes then would be left there. Always staffed is only one where somebody handles matters, so that an alarm goes to the whole
    /// county rather than where nobody sees it. Closed units are not among them.
    /// </summary>
    public static IReadOnlyList<UnitRow> Receiving(this IReadOnlyList<UnitRow> all, IReadOnlyList<ProfessionalRow> professionals, LocalDate day)
    {
        var staffed = WithStaff(professionals, day);
        bool GoesFirst(UnitRow unit) => unit.TakesNew(day) && staffed.Contains(unit.Unit);
        var units = all.Where(u => u.GoesOn(day)).ToList();
        var covered = units.Where(GoesFirst).SelectMany(u => u.ServiceLines).ToHashSet(StringComparer.Ordinal);
        var guarded = units.AlwaysStaffed().Any(GoesFirst);
        return [.. units.Select(u => GoesFirst(u) ? u : u with
        {
            ServiceLines = [.. u.ServiceLines.Where(l => !covered.Contains(l))],
            AlwaysStaffed = u.AlwaysStaffed && !guarded && staffed.Contains(u.Unit),
        })];
    }

    /// <summary>Those of the units where somebody handles matters on the day.</summary>
    internal static IReadOnlyList<UnitRow> Staffed(this IEnumerable<UnitRow> units, IReadOnlyList<ProfessionalRow> professionals, LocalDate day)
    {
        var staffed = WithStaff(professionals, day);
        return [.. units.Where(u => staffed.Contains(u.Unit))];
    }

    /// <summary>Those of the units where somebody handles matters on the day and from then on, as far as is known: neither has a last day.</summary>
    internal static IReadOnlyList<UnitRow> StayStaffed(this IEnumerable<UnitRow> units, IReadOnlyList<ProfessionalRow> professionals, LocalDate day) =>
        units.Where(u => u.LastDay is null).Staffed([.. professionals.Select(p => p with { Roles = [.. p.Roles.Where(r => r.LastDay is null)] })], day);

    private static HashSet<Guid> WithStaff(IReadOnlyList<ProfessionalRow> professionals, LocalDate day) =>
        professionals.SelectMany(p => p.Roles).Where(r => r.HoldsOn(day) && r.Handles).Select(r => r.Unit).ToHashSet();

    private static bool IsHoliday(DayKind kind) => kind is not (DayKind.Working or DayKind.Saturday or DayKind.Sunday);
}
