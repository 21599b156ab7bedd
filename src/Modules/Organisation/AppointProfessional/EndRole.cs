using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>
/// The role at the unit ends; the day is the last one in it. An end that is ahead can be changed, and a role that has not begun is taken back by
/// a day before its first.
/// </summary>
public sealed record EndRole(Guid Professional, Guid Unit, string Role, LocalDate LastDay, long? Seen = null)
{
    /// <param name="professionals">Everybody as they are now: somebody must be left who can grant roles.</param>
    /// <param name="units">All units as they are now: somebody must be left whom alarms of danger reach.</param>
    public static Decision Decide(
        ProfessionalState state, EndRole command, IReadOnlyList<ProfessionalRow> professionals, IReadOnlyList<UnitRow> units, LocalDate today)
    {
        if (!state.Appointed) return new ProfessionalNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (state.Newest(command.Unit, command.Role) is not { } held || !held.GoesOn(today)) return new RoleNotHeld();
        if (command.LastDay < held.FirstDay && held.FirstDay <= today) return new RoleEndsBeforeItBegins(held.FirstDay);
        if (command.LastDay == held.LastDay) return Decision.Nothing;
        if (units.FirstOrDefault(u => u.Unit == command.Unit)?.LastDay is { } last && command.LastDay > last) return new RoleOutlivesUnit(last);
        if (command.Role == Roles.Admin && LastOf(command.Professional, command.Unit, command.Role, command.LastDay, professionals)) return new LastAdmin();
        return LeavesNobodyAlways(command, professionals, units)
            ? new LastOfAlwaysStaffed()
            : Decision.Append(command.Professional, new RoleEnded(command.Professional, command.Unit, command.Role, command.LastDay));
    }

    /// <summary>Whether no unit that is at work at every hour would keep staff when the day is over, as one does now.</summary>
    private static bool LeavesNobodyAlways(EndRole command, IReadOnlyList<ProfessionalRow> professionals, IReadOnlyList<UnitRow> units)
    {
        var after = command.LastDay.PlusDays(1);
        var without = professionals.Select(p => p.Professional != command.Professional ? p : p with
        {
            Roles = [.. p.Roles.Where(r => r.Unit != command.Unit || r.Role != command.Role)],
        }).ToList();
        bool Always(IReadOnlyList<ProfessionalRow> staff) => units.StayStaffed(staff, after).AlwaysStaffed().Any();
        return Always(professionals) && !Always(without);
    }

    /// <summary>Whether nobody else has the role at the unit when the day is over, and from then on for as long as is known.</summary>
    internal static bool LastOf(Guid professional, Guid unit, string role, LocalDate lastDay, IEnumerable<ProfessionalRow> professionals) =>
        !professionals.Any(p => p.Professional != professional && p.Roles.Any(r => r.Unit == unit && r.Role == role && r.FirstDay <= lastDay && r.LastDay is null));
}
