using NodaTime;
using Yhteys.Access;
using Yhteys.Assessment;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Care;

namespace Yhteys.Booking;

/// <summary>Times of a professional on one date were opened; more may be opened later beside them. The day's stream holds who has which slot.</summary>
/// <param name="Day">Stream: one professional on one date.</param>
[Alias("booking.day-opened/1")]
public sealed record ScheduleDayOpened(
    Guid Day, Guid Unit, Guid Professional, string Profession, string Licence, string ServiceLine, LocalDate Date,
    IReadOnlyList<LocalTime> Starts, int Minutes, string Register) : IEvent;

/// <summary>A free slot was taken away from the schedule.</summary>
[Alias("booking.slot-closed/1")]
public sealed record SlotClosed(Guid Day, LocalTime Start, string Register) : IEvent;

/// <summary>The day's slots were taken away; nobody had any of them.</summary>
[Alias("booking.day-closed/1")]
public sealed record ScheduleDayClosed(Guid Day, IReadOnlyList<LocalTime> Starts, string Register) : IEvent;

/// <summary>A slot was given to an appointment: on the day's stream, so that it is never sold twice.</summary>
[Alias("booking.slot-given/1")]
public sealed record SlotGiven(Guid Day, LocalTime Start, Guid Appointment, string Register) : IEvent;

/// <summary>A slot was given back: another appointment may have it.</summary>
[Alias("booking.slot-freed/1")]
public sealed record SlotFreed(Guid Day, LocalTime Start, Guid Appointment, string Register) : IEvent;

/// <summary>
/// A time was offered to the resident; on the matter's stream, like all below. The unit of the time needs the client's data while it stands.
/// </summary>
/// <param name="OfferedOn">The day in Finland on which it was offered.</param>
/// <param name="AnswerBy">Last day to answer; after it the offer lapses. Null for a time agreed on the phone.</param>
[Alias("booking.appointment-offered/1")]
public sealed record AppointmentOffered(
    Guid Appointment, Guid Matter, Guid Person, Guid Day, Guid Unit, Guid Professional, string Profession, string Licence,
    LocalDate Date, LocalTime Start, int Minutes, string Register, LocalDate? OfferedOn = null, LocalDate? AnswerBy = null)
    : IEvent, IMatterStage, IBookedTime, ICareRelation
{
    public string Stage => "offered";
    public string Ground => AppointmentGround.Of(Appointment);

    public BookedTime BookedTime() => new(BookedTimeChange.Offered, Date);
}

/// <summary>The client accepted the offered time.</summary>
[Alias("booking.appointment-accepted/1")]
public sealed record AppointmentAccepted(Guid Appointment, Guid Matter, string Register) : IEvent, IMatterStage, IBookedTime
{
    public string Stage => "booked";

    public BookedTime BookedTime() => new(BookedTimeChange.Accepted);
}

/// <summary>The resident declined the time; the clocks run on, unless the county has answered otherwise (B1 row 9).</summary>
/// <param name="Reason">One of <see cref="DeclineReasons"/>.</param>
/// <param name="Words">What the resident wrote about it, sealed with the matter's key.</param>
/// <param name="DeclinedOn">The day in Finland on which it was declined.</param>
/// <param name="Date">The date of the time that was declined.</param>
/// <param name="Profession">Of the professional whose time it was; absent in what was declined before it was kept.</param>
/// <param name="Left">The matter's stage by another time that still stands; absent when none does.</param>
[Alias("booking.appointment-declined/2")]
public sealed record AppointmentDeclined(
    Guid Appointment, Guid Matter, string Reason, Sealed<string>? Words, LocalDate DeclinedOn, LocalDate Date, string Register,
    string? Profession = null, string? Licence = null, string? Left = null) : IEvent, IMatterStage, IOfferOutcome, IBookedTime, ICareChange, IClockFact
{
    public string Stage => "declined";

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(AppointmentGround.Of(Appointment));

    public IEnumerable<ClockFact> ClockFacts() => NotTaken.Of(Date, Profession, Licence);

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);

    public OfferOutcome OfferOutcome() => new(OfferOutcomeKind.Declined, DeclinedOn);
}

/// <summary>Nobody answered the offer in its time; the slot is free again and the clocks run on.</summary>
/// <param name="LapsedOn">The day in Finland on which it was found to have lapsed.</param>
/// <param name="Date">The date of the time that had been offered.</param>
/// <param name="Left">The matter's stage by another time that still stands; absent when none does.</param>
[Alias("booking.offer-lapsed/1")]
public sealed record OfferLapsed(Guid Appointment, Guid Matter, LocalDate LapsedOn, LocalDate Date, string Register, string? Left = null)
    : IEvent, IMatterStage, IBookedTime, ICareChange
{
    public string Stage => "lapsed";

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(AppointmentGround.Of(Appointment));

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);
}

/// <summary>The appointment has another time now; its unit needs the client's data from now on, and the one that had it no more.</summary>
/// <param name="By">resident or unit.</param>
/// <param name="AnswerBy">Last day to answer when the time is still an offer.</param>
/// <param name="Left">The time that a resident left by moving: its date and whose it was; null when the unit moved it.</param>
[Alias("booking.appointment-moved/2")]
public sealed record AppointmentMoved(
    Guid Appointment, Guid Matter, Guid Person, Guid Day, Guid Unit, Guid Professional, string Profession, string Licence, LocalDate Date, LocalTime Start,
    int Minutes, string By, LocalDate MovedOn, LocalDate? AnswerBy, string Register, LeftTime? Left = null) : IEvent, IBookedTime, ICareRelation, IClockFact
{
    public string Ground => AppointmentGround.Of(Appointment);

    public IEnumerable<ClockFact> ClockFacts() => NotTaken.Of(Left?.Date, Left?.Profession, Left?.Licence);

    public BookedTime BookedTime() => new(BookedTimeChange.Moved, Date);
}

/// <summary>The client or the unit gave up the time (aika peruttu).</summary>
/// <param name="By">resident or unit.</param>
/// <param name="Date">The date of the time that was cancelled.</param>
/// <param name="Left">The matter's stage by another time that still stands; absent when none does.</param>
[Alias("booking.appointment-cancelled/1")]
public sealed record AppointmentCancelled(
    Guid Appointment, Guid Matter, string By, string Register, LocalDate? CancelledOn = null, LocalDate? Date = null, string? Left = null)
    : IEvent, IMatterStage, IBookedTime, ICareChange
{
    public string Stage => "cancelled";

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(AppointmentGround.Of(Appointment));

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);
}

/// <summary>The client came to the appointment.</summary>
[Alias("booking.arrived/1")]
public sealed record Arrived(Guid Appointment, Guid Matter, string Register) : IEvent;

/// <summary>The arrival had been marked on the wrong line, or the client left before the visit: the time is booked as before.</summary>
[Alias("booking.arrival-taken-back/1")]
public sealed record ArrivalTakenBack(Guid Appointment, Guid Matter, string Register) : IEvent;

/// <summary>The visit took place (käynti toteutui), with a professional whose profession and licence the rules look at.</summary>
[Alias("booking.attended/1")]
public sealed record Attended(
    Guid Appointment, Guid Matter, Guid Professional, string Profession, string Licence, LocalDate Date, string Register) : IEvent, IClockFact, IMatterStage, IBookedTime, IDoneBy
{
    public string Stage => "attended";

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);

    public IEnumerable<ClockFact> ClockFacts() => [new("visit", Date, Profession, Licence)];
}

/// <summary>That the visit took place had been marked by mistake: the time is booked as before. The correction before it in the stream takes the visit away.</summary>
/// <param name="Date">The date of the appointment.</param>
[Alias("booking.attended-taken-back/1")]
public sealed record AttendedTakenBack(Guid Appointment, Guid Matter, LocalDate Date, string Register) : IEvent, IMatterStep, IBookedTime
{
    public string Step => "attended-taken-back";

    public BookedTime BookedTime() => new(BookedTimeChange.Accepted, Date);
}

/// <summary>The client did not come; the clocks run on.</summary>
/// <param name="Date">The date of the appointment.</param>
/// <param name="Left">The matter's stage by another time that still stands; absent when none does.</param>
[Alias("booking.no-show/1")]
public sealed record NoShow(Guid Appointment, Guid Matter, string Register, LocalDate? Date = null, string? Left = null)
    : IEvent, IMatterStage, IOfferOutcome, IBookedTime
{
    public string Stage => "no_show";

    public BookedTime BookedTime() => new(BookedTimeChange.Gone);

    public OfferOutcome OfferOutcome() => new(OfferOutcomeKind.NoShow, Date);
}

/// <summary>That the client did not come had been marked by mistake, or too early: the time is booked as before.</summary>
/// <param name="Recording">Version of the mark in the matter's stream.</param>
/// <param name="Date">The date of the appointment.</param>
/// <param name="Left">The matter's stage without the mark; absent when it could only be booked.</param>
[Alias("booking.no-show-taken-back/1")]
public sealed record NoShowTakenBack(Guid Appointment, Guid Matter, int Recording, LocalDate Date, string Register, string? Left = null)
    : IEvent, IMatterStage, IMatterStep, IOfferOutcomeTakenBack, IBookedTime
{
    public string Stage => Left ?? "booked";

    public string Step => "no-show-taken-back";

    public BookedTime BookedTime() => new(BookedTimeChange.Accepted, Date);
}
