using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Booking;

/// <summary>Dates and times of appointments are those of Finland.</summary>
internal static class Moments
{
    public static LocalDateTime Local(this Instant now) => now.InZone(FinnishTime.Zone).LocalDateTime;

    /// <summary>When a time on a date comes; of an hour that comes twice in autumn the first.</summary>
    public static Instant At(LocalDate date, LocalTime start) => (date + start).InZoneLeniently(FinnishTime.Zone).ToInstant();

    /// <summary>False for the hour that is left out when summer time begins.</summary>
    public static bool Exists(LocalDate date, LocalTime start) => FinnishTime.Zone.MapLocal(date + start).Count > 0;
}
