using NodaTime;

namespace Yhteys.Calendar;

/// <summary>The time of Finland: days and hours of law, of offices and of appointments are counted in it.</summary>
public static class FinnishTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
}
