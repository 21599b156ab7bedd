using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>The professional works in a role at a unit; until the last day of the unit when that is known.</summary>
public sealed record GrantRole(Guid Professional, Guid Unit, string Role, LocalDate FirstDay, long? Seen = null)
{
    /// <param name="unit">The unit as it is now; null for the whole county.</param>
    /// <param name="by">Who grants it: nobody gives themself rights.</param>
    public static Decision Decide(ProfessionalState state, GrantRole command, LocalDate today, UnitRow? unit = null, Guid? by = null)
    {
        if (!state.Appointed) return new ProfessionalNotFound();
        if (command.Professional == by) return new RoleToOneself();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Role == Roles.Resident || !Roles.All.Contains(command.Role)) return new UnknownRole(command.Role);
        if (Roles.OfWholeCounty.Contains(command.Role) != (command.Unit == Roles.WholeCounty)) return new RoleElsewhere();
        if (!Roles.Fits(command.Role, state.Profession)) return new RoleNotOfProfession();
        if (command.FirstDay < state.AppointedOn) return new RoleBeforeAppointment(state.AppointedOn);
        if (unit is { LastDay: { } last } && !unit.GoesOn(command.FirstDay)) return new UnitClosedThen(last);
        // One whose end is ahead is changed by its end: a second beside it would hide it from the form that ends it.
        if (state.Newest(command.Unit, command.Role)?.GoesOn(LocalDate.Min(today, command.FirstDay)) == true) return new RoleAlreadyGranted();
        var granted = new RoleGranted(command.Professional, command.Unit, command.Role, command.FirstDay);
        return Decision.Append(command.Professional, unit?.LastDay is { } end ? [granted, new RoleEnded(command.Professional, command.Unit, command.Role, end)] : [granted]);
    }
}
