using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Yhteys.Ui;

/// <summary>Reads days and times as people in Finland type them.</summary>
public static partial class Typed
{
    // Nobody who lives was born before, and nothing is planned after: another year is a slip of the finger.
    private const int FirstYear = 1850, LastYear = 2199;

    /// <summary>
    /// 1.3.2026, 01.03.2026, 1/3/2026, 1 3 2026, 01032026 or 2026-03-01; null for anything else. The year has four digits, 1850–2199.
    /// </summary>
    public static LocalDate? Date(string? text)
    {
        if (text is null)
            return null;
        var match = DayMonthYear().Match(text);
        if (!match.Success)
            match = YearMonthDay().Match(text);
        if (!match.Success)
            return null;
        var (day, month, year) = (Number(match, "d"), Number(match, "m"), Number(match, "y"));
        return month is >= 1 and <= 12 && year is >= FirstYear and <= LastYear && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    /// <summary>A day as it is typed, in every language: what a field is filled with beforehand, since <see cref="Date"/> must read it when it is sent.</summary>
    public static string Text(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month}.{day.Year}");

    /// <summary>Whether a text is a phone number as people write it, at home or abroad.</summary>
    public static bool IsPhone(string text) => Phone().IsMatch(text);

    /// <summary>9.05, 9:05, 905, 0905, 9 or klo 9.05; null for anything else.</summary>
    public static LocalTime? Time(string? text)
    {
        if (text is null)
            return null;
        var match = HourMinute().Match(text);
        if (!match.Success)
            return null;
        var (hour, minute) = (Number(match, "h"), match.Groups["m"].Success ? Number(match, "m") : 0);
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\+?[0-9][0-9 ()/-]{3,}$", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\s*(?:(?<d>[0-9]{1,2})\s*[./ -]\s*(?<m>[0-9]{1,2})\s*[./ -]\s*(?<y>[0-9]{4})|(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4}))\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^\s*(?:klo|kl\.?|at)?\s*(?:(?<h>[0-9]{1,2})(?:\s*[.:]\s*(?<m>[0-9]{2}))?|(?<h>[0-9]{1,2})(?<m>[0-9]{2}))\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HourMinute();
}
