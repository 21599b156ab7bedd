using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>How an appointment stands. FHIR: proposed, booked, arrived, fulfilled, cancelled, noshow.</summary>
internal static class Statuses
{
    public const string Offered = "offered", Booked = "booked", Arrived = "arrived", Attended = "attended", Declined = "declined", Lapsed = "lapsed",
        Cancelled = "cancelled", NoShow = "no_show";

    public static IReadOnlyList<string> All { get; } = [Offered, Booked, Arrived, Attended, Declined, Lapsed, Cancelled, NoShow];

    /// <summary>The appointment holds its slot.</summary>
    public static bool Holds(string status) => status is Offered or Booked or Arrived or Attended or NoShow;

    /// <summary>The client has the time or can still take it, and it has not begun.</summary>
    /// <param name="answerBy">Last day to answer an offer.</param>
    public static bool Stands(string status, Instant at, LocalDate? answerBy, Instant now) =>
        at > now && (status == Booked || (status == Offered && !(answerBy < now.Day())));

    /// <summary>The resident has not been helped by it: the clock runs on and something must be done next.</summary>
    public static bool CameToNothing(string status) => status is Declined or Lapsed or Cancelled or NoShow;

    /// <summary>What an event makes of an appointment; null when it changes no status.</summary>
    public static (Guid Appointment, string Status)? After(IEvent e) => e switch
    {
        AppointmentAccepted a => (a.Appointment, Booked),
        AppointmentDeclined a => (a.Appointment, Declined),
        DeclinedWithOpenReason a => (a.Appointment, Declined),
        OfferLapsed a => (a.Appointment, Lapsed),
        AppointmentCancelled a => (a.Appointment, Cancelled),
        Booking.Arrived a => (a.Appointment, Arrived),
        ArrivalTakenBack a => (a.Appointment, Booked),
        Booking.Attended a => (a.Appointment, Attended),
        Booking.NoShow a => (a.Appointment, NoShow),
        AttendedTakenBack a => (a.Appointment, Booked),
        NoShowTakenBack a => (a.Appointment, Booked),
        _ => null,
    };
}
