using NodaTime;

namespace Yhteys.Booking;

/// <summary>Dates and times of appointments are those of Finland.</summary>
internal static class Moments
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    public static LocalDateTime Local(this Instant now) => now.InZone(Helsinki).LocalDateTime;

    public static LocalDate Today(this Instant now) => now.InZone(Helsinki).Date;
}
