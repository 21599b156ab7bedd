using Yhteys.Booking.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>How appointments are said, and with which tone.</summary>
internal static class AppointmentWords
{
    /// <summary>ti 3.3.2026 klo 9.05.</summary>
    public static string When(AppointmentRow row) => $"{Fi.WeekdayDate(row.Date)} {Fi.AtTime(SlotRow.Time(row.Start))}";

    public static Tone ToneOf(string status) => status switch
    {
        Statuses.Offered => Tone.Warning,
        Statuses.Booked or Statuses.Arrived => Tone.Info,
        Statuses.Attended => Tone.Success,
        Statuses.Declined or Statuses.Lapsed or Statuses.NoShow => Tone.Warning,
        _ => Tone.Neutral,
    };
}
