using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel.Storage;

namespace Yhteys.Organisation.Views;

/// <summary>A unit as it is now.</summary>
/// <param name="LastDay">The last day of its work; null when none is known.</param>
/// <param name="Days">The days that are otherwise than <paramref name="Hours"/> say, in order; null when there has been none.</param>
public sealed record UnitRow(
    Guid Unit, LocalText Name, string Kind, string Municipality, IReadOnlyList<string> ServiceLines, bool AlwaysStaffed, LocalDate OpenedOn,
    string? Phone, OpeningHours? Hours, UnitAddress? Address = null, LocalDate? LastDay = null, IReadOnlyList<DayHours>? Days = null)
{
    /// <summary>Whether it has not ended its work by the day: contacts, times and roles go to such a unit alone.</summary>
    public bool GoesOn(LocalDate day) => LastDay is not { } last || day <= last;

    /// <summary>Whether somebody is there after the day too: what came on the last day would be left there.</summary>
    public bool TakesNew(LocalDate day) => GoesOn(day.PlusDays(1));
}

/// <summary>A professional as now appointed, with the roles held.</summary>
public sealed record ProfessionalRow(
    Guid Professional, string GivenName, string Surname, string Profession, string Licence, LocalDate AppointedOn, IReadOnlyList<HeldRole> Roles)
{
    public string Name => $"{GivenName} {Surname}";

    /// <summary>Whether the professional has the role at the unit on the day.</summary>
    public bool Holds(string role, Guid unit, LocalDate day) =>
        Roles.Any(r => r.Role == role && r.Unit == unit && r.HoldsOn(day));

    /// <summary>Whether the professional handles matters of the register at the unit on the day.</summary>
    public bool Handles(Guid unit, string register, LocalDate day) =>
        Roles.Any(r => r.Unit == unit && r.HoldsOn(day) && Rights.May(r.Role, Rights.MatterHandle, register));

    /// <summary>Whether the professional has any role at the unit on the day.</summary>
    public bool WorksAt(Guid unit, LocalDate day) =>
        Roles.Any(r => r.Unit == unit && r.HoldsOn(day));

    /// <summary>Whether the professional has any role at the unit on the day or later; one that was taken back before its first day never held.</summary>
    public bool WorksAtFrom(Guid unit, LocalDate day) =>
        Roles.Any(r => r.Unit == unit && r.GoesOn(LocalDate.Max(day, r.FirstDay)));
}

/// <summary>A role at a unit.</summary>
public sealed record HeldRole(Guid Unit, string Role, LocalDate FirstDay, LocalDate? LastDay = null)
{
    /// <summary>Not ended by the day; the day of its end can still be changed.</summary>
    public bool GoesOn(LocalDate day) => LastDay is not { } last || day <= last;

    public bool HoldsOn(LocalDate day) => FirstDay <= day && GoesOn(day);

    /// <summary>Whether it is a role in which matters are handled; who leads a unit reads and answers nothing.</summary>
    public bool Handles => Rights.RegistersOf(Role, Rights.MatterHandle).Any();

    /// <summary>The roles when the newest of that kind at the unit ends; one that never began is not there any more.</summary>
    internal static IReadOnlyList<HeldRole> End(IReadOnlyList<HeldRole> roles, RoleEnded ended)
    {
        var newest = roles.LastOrDefault(r => r.Unit == ended.Unit && r.Role == ended.Role);
        return [.. roles.Select(r => ReferenceEquals(r, newest) ? r with { LastDay = ended.LastDay } : r).Where(r => r.LastDay is not { } last || r.FirstDay <= last)];
    }
}

/// <summary>A school year of a municipality's schools, or of another provider there.</summary>
[Index("Municipality")]
public sealed record SchoolCalendarRow(
    string Id, string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks, string? Provider = null)
{
    public School School => new(Municipality, Provider);
}
