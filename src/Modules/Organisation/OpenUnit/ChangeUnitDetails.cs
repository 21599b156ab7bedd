using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>The unit is called, and reached by phone, like this from now on, and is or is not at work at every hour.</summary>
/// <param name="Phone">Null when it has none.</param>
public sealed record ChangeUnitDetails(Guid Unit, LocalText Name, string? Phone, bool AlwaysStaffed, long? Seen = null)
{
    /// <param name="units">All units as they are now.</param>
    /// <param name="professionals">Everybody as they are now: alarms of danger must reach somebody.</param>
    public static Decision Decide(
        UnitState state, ChangeUnitDetails command, IReadOnlyList<UnitRow> units, IReadOnlyList<ProfessionalRow> professionals, LocalDate today)
    {
        if (!state.Open) return new UnitNotFound();
        if (state.HasEnded(today)) return new UnitIsClosed();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (string.IsNullOrWhiteSpace(command.Name.Fi)) return new UnitNameMissing();
        var name = command.Name == state.Name ? null : command.Name;
        if (name is not null && UnitNameWrong.Of(name) is { } noName) return noName;
        if (name is not null && UnitNameTaken.Among(units, command.Unit, name, state.Municipality, today) is { } taken) return taken;
        if (state.AlwaysStaffed && !command.AlwaysStaffed && LeavesNobodyAlways(command.Unit, units, professionals, today)) return new LastAlwaysStaffed();
        var differs = new UnitDetailsChanged(
            command.Unit, name, command.Phone == state.Phone ? null : command.Phone ?? "", command.AlwaysStaffed == state.AlwaysStaffed ? null : command.AlwaysStaffed);
        return differs is { Name: null, Phone: null, AlwaysStaffed: null } ? Decision.Nothing : Decision.Append(command.Unit, differs);
    }

    /// <summary>Whether somebody is in the unit today and no other unit that is at work at every hour keeps staff.</summary>
    private static bool LeavesNobodyAlways(Guid unit, IReadOnlyList<UnitRow> units, IReadOnlyList<ProfessionalRow> professionals, LocalDate today) =>
        units.Where(u => u.Unit == unit).Staffed(professionals, today).Count > 0 && !units.Where(u => u.Unit != unit).StayStaffed(professionals, today).AlwaysStaffed().Any();
}
