using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;

namespace Yhteys.Ui;

/// <summary>
/// Days, times and amounts as a reader in Finland expects them, in the language of <see cref="CultureInfo.CurrentUICulture"/>.
/// Instants are shown in Europe/Helsinki. Spaces inside an expression don't break over lines.
/// </summary>
public static class Fi
{
    private const string Nbsp = "\u00a0";

    private static readonly NumberFormatInfo _comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = Nbsp, NegativeSign = "−" };
    private static readonly NumberFormatInfo _point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    public static DateTimeZone Helsinki => FinnishTime.Zone;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static FiWords Words => FiWords.Of(Language);

    private static bool English => ReferenceEquals(Words, FiWords.English);

    private static NumberFormatInfo Numbers => English ? _point : _comma;

    /// <summary>3.3.2026; in English 3 March 2026.</summary>
    public static string Date(LocalDate day) =>
        English ? $"{day.Day}{Nbsp}{Words.Months[day.Month - 1]}{Nbsp}{day.Year}" : string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month}.{day.Year}");

    public static string Date(Instant at) => Date(at.Day());

    /// <summary>3.3. where the year is plain from the context; in English 3 Mar.</summary>
    public static string ShortDate(LocalDate day) =>
        English ? $"{day.Day}{Nbsp}{Words.Months[day.Month - 1][..3]}" : string.Create(CultureInfo.InvariantCulture, $"{day.Day}.{day.Month}.");

    /// <summary>ti 3.3.2026; in English Tue 3 March 2026, which may break after the weekday: it is too long for a narrow column.</summary>
    public static string WeekdayDate(LocalDate day) => $"{ShortWeekday(day)}{(English ? " " : Nbsp)}{Date(day)}";

    public static string WeekdayDate(Instant at) => WeekdayDate(at.Day());

    /// <summary>ti, ti, Tue.</summary>
    public static string ShortWeekday(LocalDate day) => Words.Weekdays[(int)day.DayOfWeek - 1];

    /// <summary>tiistai, tisdag, Tuesday.</summary>
    public static string Weekday(LocalDate day) => Words.WeekdaysLong[(int)day.DayOfWeek - 1];

    /// <summary>maaliskuu 2026.</summary>
    public static string Month(LocalDate day) => $"{Words.Months[day.Month - 1]} {day.Year}";

    /// <summary>9.05; in English 9:05.</summary>
    public static string Time(LocalTime time) =>
        LocalTimePattern.CreateWithInvariantCulture(Words.TimePattern).Format(time);

    public static string Time(Instant at) => Time(at.InZone(Helsinki).TimeOfDay);

    /// <summary>klo 9.05, kl. 9.05, at 9:05.</summary>
    public static string AtTime(LocalTime time) => $"{Words.At}{Nbsp}{Time(time)}";

    public static string AtTime(Instant at) => AtTime(at.InZone(Helsinki).TimeOfDay);

    /// <summary>3.3.2026 klo 9.05.</summary>
    public static string DateTime(Instant at) => $"{Date(at)} {AtTime(at)}";

    /// <summary>ti 3.3.2026 klo 9.05: for appointments.</summary>
    public static string WeekdayDateTime(Instant at) => $"{WeekdayDate(at)} {AtTime(at)}";

    /// <summary>1 päivä, 3 päivää.</summary>
    public static string Days(int days) => Count(days, Words.Day);

    /// <summary>1 arkipäivä, 3 arkipäivää.</summary>
    public static string WorkingDays(int days) => Count(days, Words.WorkingDay);

    /// <summary>The largest whole unit: 40 minuuttia, 5 tuntia, 3 päivää. Negative durations are shown without sign.</summary>
    public static string Span(Duration duration)
    {
        var length = duration < Duration.Zero ? -duration : duration;
        return length switch
        {
            _ when length.TotalHours < 1 => Count((int)length.TotalMinutes, Words.Minute),
            _ when length.TotalDays < 1 => Count((int)length.TotalHours, Words.Hour),
            _ => Count((int)length.TotalDays, Words.Day),
        };
    }

    /// <summary>3 päivää sitten; under a minute, or ahead of now, "juuri nyt".</summary>
    public static string Ago(Instant at, Instant now) =>
        now - at < Duration.FromMinutes(1) ? Words.JustNow : string.Format(CultureInfo.InvariantCulture, Words.Ago, Span(now - at));

    /// <summary>12 345; in English 12,345.</summary>
    public static string Number(long number) => number.ToString("#,0", Numbers);

    /// <summary>12,5; at most so many decimals, no needless zeros.</summary>
    public static string Number(double number, int decimals = 1) => number.ToString("#,0." + new string('#', decimals), Numbers);

    /// <summary>0.825 → 83 %; in English 83%. Halves go away from zero.</summary>
    public static string Percent(double share, int decimals = 0) =>
        Math.Round(share * 100, decimals, MidpointRounding.AwayFromZero).ToString("0." + new string('#', decimals), Numbers) + (English ? "%" : Nbsp + "%");

    /// <summary>Words of a list as the beginning of a sentence.</summary>
    public static string Capital(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];

    private static string Count(int number, (string One, string Many) word) =>
        $"{Number(number)}{Nbsp}{(number == 1 ? word.One : word.Many)}";
}
