using NodaTime;
using NodaTime.Text;

namespace Yhteys.Calendar;

/// <summary>The time of Finland: days and hours of law, of offices and of appointments are counted in it.</summary>
public static class FinnishTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    /// <summary>The day on which the instant falls.</summary>
    public static LocalDate Day(this Instant at) => at.InZone(Zone).Date;

    /// <summary>The day of now.</summary>
    public static LocalDate Today(this IClock clock) => clock.GetCurrentInstant().Day();

    /// <summary>The last moment of the day.</summary>
    public static Instant EndOf(LocalDate day) => Zone.AtStartOfDay(day.PlusDays(1)).ToInstant().Minus(Duration.Epsilon);

    /// <summary>2026-03-03 in every language: for addresses, files and keys.</summary>
    public static string Iso(this LocalDate day) => LocalDatePattern.Iso.Format(day);
}
