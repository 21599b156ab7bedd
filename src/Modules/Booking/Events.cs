using NodaTime;
using Yhteys.Access;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>A professional's day of appointments was opened; its stream holds who has which slot.</summary>
/// <param name="Day">Stream: one professional on one date.</param>
[Alias("booking.day-opened/1")]
public sealed record ScheduleDayOpened(
    Guid Day, Guid Unit, Guid Professional, string Profession, string Licence, string ServiceLine, LocalDate Date,
    IReadOnlyList<LocalTime> Starts, int Minutes, string Register) : IEvent;

/// <summary>A slot was given to an appointment: on the day's stream, so that it is never sold twice.</summary>
[Alias("booking.slot-given/1")]
public sealed record SlotGiven(Guid Day, LocalTime Start, Guid Appointment, string Register) : IEvent;

[Alias("booking.slot-freed/1")]
public sealed record SlotFreed(Guid Day, LocalTime Start, Guid Appointment, string Register) : IEvent;

/// <summary>A time was offered to the resident; on the matter's stream, like all below.</summary>
[Alias("booking.appointment-offered/1")]
public sealed record AppointmentOffered(
    Guid Appointment, Guid Matter, Guid Person, Guid Day, Guid Unit, Guid Professional, string Profession, string Licence,
    LocalDate Date, LocalTime Start, int Minutes, string Register) : IEvent, IMatterStage
{
    public string Stage => "offered";
}

[Alias("booking.appointment-accepted/1")]
public sealed record AppointmentAccepted(Guid Appointment, Guid Matter, string Register) : IEvent, IMatterStage
{
    public string Stage => "booked";
}

/// <summary>The resident declined the time; the clocks run on (no rule knows this event).</summary>
[Alias("booking.appointment-declined/1")]
public sealed record AppointmentDeclined(Guid Appointment, Guid Matter, string? Reason, string Register) : IEvent, IMatterStage
{
    public string Stage => "declined";
}

[Alias("booking.appointment-moved/1")]
public sealed record AppointmentMoved(
    Guid Appointment, Guid Matter, Guid Day, Guid Unit, Guid Professional, string Profession, string Licence, LocalDate Date, LocalTime Start,
    int Minutes, string Register) : IEvent;

/// <param name="By">resident or unit.</param>
[Alias("booking.appointment-cancelled/1")]
public sealed record AppointmentCancelled(Guid Appointment, Guid Matter, string By, string Register) : IEvent, IMatterStage
{
    public string Stage => "assessed";
}

[Alias("booking.arrived/1")]
public sealed record Arrived(Guid Appointment, Guid Matter, string Register) : IEvent;

/// <summary>The visit took place (käynti toteutui), with a professional whose profession and licence the rules look at.</summary>
[Alias("booking.attended/1")]
public sealed record Attended(
    Guid Appointment, Guid Matter, Guid Professional, string Profession, string Licence, LocalDate Date, string Register) : IEvent, IClockFact, IMatterStage
{
    public string Stage => "attended";

    public IEnumerable<ClockFact> ClockFacts() => [new("visit", Date, Profession, Licence), new("care_started", Date, Profession, Licence)];
}

[Alias("booking.no-show/1")]
public sealed record NoShow(Guid Appointment, Guid Matter, string Register) : IEvent, IMatterStage
{
    public string Stage => "no_show";
}
