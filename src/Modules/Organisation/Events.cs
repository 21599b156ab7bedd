using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>A unit (yksikkö) began its work.</summary>
/// <param name="Kind">Code of content/services: guidance_centre, health_centre, dental_clinic …</param>
/// <param name="Municipality">Three digits.</param>
/// <param name="ServiceLines">Codes of the service lines that it handles.</param>
/// <param name="AlwaysStaffed">Somebody is at work at every hour of every day; alarms go to such a unit.</param>
[Alias("organisation.unit-opened/1")]
public sealed record UnitOpened(
    Guid Unit, LocalText Name, string Kind, string Municipality, IReadOnlyList<string> ServiceLines, bool AlwaysStaffed, LocalDate OpenedOn,
    string? Phone = null) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The unit handles these service lines from now on, and no others.</summary>
[Alias("organisation.service-lines-changed/1")]
public sealed record ServiceLinesChanged(Guid Unit, IReadOnlyList<string> ServiceLines) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>What is told of the unit changed. What is null stays as it was.</summary>
/// <param name="Phone">Empty when the unit has no phone any more.</param>
/// <param name="AlwaysStaffed">Whether somebody is at work at every hour of every day from now on.</param>
[Alias("organisation.unit-details-changed/1")]
public sealed record UnitDetailsChanged(Guid Unit, LocalText? Name = null, string? Phone = null, bool? AlwaysStaffed = null) : IEvent
{
    public string Register => Registers.None;

    /// <summary>The phone after the change.</summary>
    /// <param name="before">The phone until now.</param>
    internal string? PhoneAfter(string? before) => Phone switch { null => before, "" => null, _ => Phone };
}

/// <summary>The unit ends its work; the day is the last one. A later one corrects the day.</summary>
[Alias("organisation.unit-closed/1")]
public sealed record UnitClosed(Guid Unit, LocalDate LastDay) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The unit that was closed, or was to be, goes on.</summary>
[Alias("organisation.unit-reopened/1")]
public sealed record UnitReopened(Guid Unit) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>Clients come to this address from now on. A unit that meets them only by phone has none.</summary>
[Alias("organisation.unit-address-set/1")]
public sealed record UnitAddressSet(Guid Unit, UnitAddress Address) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>When the unit is open. It never moves a statutory clock.</summary>
[Alias("organisation.opening-hours-set/1")]
public sealed record OpeningHoursSet(Guid Unit, OpeningHours Hours) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>When the unit is open on one day, whatever its week says. A later one of the same day takes its place.</summary>
/// <param name="Spans">None when the unit is closed.</param>
[Alias("organisation.day-hours-set/1")]
public sealed record DayHoursSet(Guid Unit, LocalDate Day, IReadOnlyList<OpenSpan> Spans) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The day is as the unit's week says again.</summary>
[Alias("organisation.day-hours-removed/1")]
public sealed record DayHoursRemoved(Guid Unit, LocalDate Day) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>A professional (ammattihenkilö) came to the county's service.</summary>
/// <param name="Profession">Code of content/services: physician, nurse, social_worker …</param>
/// <param name="Licence">licensed (laillistettu), protected (nimikesuojattu) or none, on the day of appointment.</param>
[Alias("organisation.professional-appointed/1")]
public sealed record ProfessionalAppointed(
    Guid Professional, string GivenName, string Surname, string Profession, string Licence, LocalDate AppointedOn) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The professional works in a role at a unit from a day on.</summary>
[Alias("organisation.role-granted/1")]
public sealed record RoleGranted(Guid Professional, Guid Unit, string Role, LocalDate FirstDay) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>
/// The role at the unit has ended; the day is the last one in it. A later one of the same role corrects the day; a day before the first one
/// takes back a role that had not begun.
/// </summary>
[Alias("organisation.role-ended/1")]
public sealed record RoleEnded(Guid Professional, Guid Unit, string Role, LocalDate LastDay) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The school days of a municipality's school year; school working days (koulun työpäivät) are counted by it.</summary>
/// <param name="SchoolYear">As it is written: 2026–2027.</param>
/// <param name="Breaks">Weekdays without school inside the year.</param>
/// <param name="Provider">Another provider of education there; null for the municipality's own schools.</param>
[Alias("organisation.school-calendar-set/1")]
public sealed record SchoolCalendarSet(
    string Municipality, string SchoolYear, LocalDate FirstDay, LocalDate LastDay, IReadOnlyList<SchoolBreak> Breaks, string? Provider = null) : IEvent
{
    public string Register => Registers.None;
}
