using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Which unit an alarm of danger goes to.</summary>
internal static class AlarmedUnit
{
    /// <summary>A unit that is always staffed: one that handles the line, one for emergencies, else any; the whole county when there is none.</summary>
    public static Guid For(ServiceLine line, IReadOnlyList<UnitRow> units) => units.AlwaysStaffed()
        .OrderByDescending(u => u.ServiceLines.Contains(line.Id))
        .ThenByDescending(u => u.Kind == "on_call")
        .FirstOrDefault()?.Unit ?? Roles.WholeCounty;

    internal static IEvent Raise(Guid matter, Guid person, ServiceLine line, IReadOnlyList<UnitRow> units) =>
        new DangerAlarmRaised(matter, person, For(line, units), line.Register);
}
