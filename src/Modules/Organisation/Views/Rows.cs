using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel.Storage;

namespace Yhteys.Organisation.Views;

/// <summary>A unit as it is now.</summary>
public sealed record UnitRow(
    Guid Unit, LocalText Name, string Kind, string Municipality, IReadOnlyList<string> ServiceLines, bool AlwaysStaffed, LocalDate OpenedOn,
    string? Phone, OpeningHours? Hours, UnitAddress? Address = null);

/// <summary>A professional as now appointed, with the roles held.</summary>
public sealed record ProfessionalRow(
    Guid Professional, string GivenName, string Surname, string Profession, string Licence, LocalDate AppointedOn, IReadOnlyList<HeldRole> Roles)
{
    public string Name => $"{GivenName} {Surname}";

    /// <summary>Whether the professional has the role at the unit on the day.</summary>
    public bool Holds(string role, Guid unit, LocalDate day) =>
        Roles.Any(r => r.Role == role && r.Unit == unit && r.HoldsOn(day));

    /// <summary>Whether the professional has any role at the unit on the day.</summary>
    public bool WorksAt(Guid unit, LocalDate day) =>
        Roles.Any(r => r.Unit == unit && r.HoldsOn(day));
}

/// <summary>A role at a unit.</summary>
public sealed record HeldRole(Guid Unit, string Role, LocalDate FirstDay, LocalDate? LastDay = null)
{
    public bool HoldsOn(LocalDate day) => FirstDay <= day && (LastDay is not { } last || day <= last);
}

/// <summary>A municipality's school year.</summary>
[Index("Municipality")]
public sealed record SchoolCalendarRow(
    string Id, string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks);
