using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>A unit begins its work.</summary>
/// <param name="Address">Null when clients don't come there.</param>
public sealed record OpenUnit(
    Guid Unit, LocalText Name, string Kind, string Municipality, IReadOnlyList<string> ServiceLines, bool AlwaysStaffed, LocalDate OpenedOn,
    string? Phone = null, UnitAddress? Address = null)
{
    /// <param name="codes">The service lines and unit kinds in force.</param>
    /// <param name="units">All units as they are now.</param>
    public static Decision Decide(UnitState state, OpenUnit command, ServiceLines codes, IReadOnlyList<UnitRow> units)
    {
        if (state.Open) return new UnitAlreadyOpen();
        if (string.IsNullOrWhiteSpace(command.Name.Fi)) return new UnitNameMissing();
        if (UnitNameWrong.Of(command.Name) is { } noName) return noName;
        if (codes.UnitKind(command.Kind) is null) return new UnknownUnitKind(command.Kind);
        if (MunicipalityRegister.Find(command.Municipality) is null) return new UnknownMunicipality(command.Municipality);
        if (command.ServiceLines.FirstOrDefault(l => codes.Line(l) is null) is { } unknown) return new UnknownServiceLine(unknown);
        if (UnitNameTaken.Among(units, command.Unit, command.Name, command.Municipality, command.OpenedOn) is { } taken) return taken;
        if (command.Address is { } at && SetUnitAddress.Refused(at) is { } wrong) return wrong;

        var opened = new UnitOpened(
            command.Unit, command.Name, command.Kind, command.Municipality, command.ServiceLines, command.AlwaysStaffed, command.OpenedOn, command.Phone);
        return Decision.Append(command.Unit, command.Address is { } address ? [opened, new UnitAddressSet(command.Unit, address)] : [opened]);
    }
}
