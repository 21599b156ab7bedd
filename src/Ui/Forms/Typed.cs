using System.Globalization;
using System.Text;
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

    /// <summary>
    /// Whether a text can be a name: it has a letter of any script. Marks, digits, spaces, apostrophes, hyphens and other signs may be in it, but no angle
    /// brackets and no sign that nobody sees, except those that join letters.
    /// </summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(Rune.IsLetter) && text.EnumerateRunes().All(InName);
    }

    /// <summary>
    /// The text without signs that neither show nor join letters (marks of direction, soft hyphens, word joiners): they come along when a name is copied, and
    /// whoever sends them does not see them.
    /// </summary>
    public static string WithoutUnseen(string text) => string.Concat(text.EnumerateRunes().Where(sign => !Unseen(sign)));

    /// <summary>What is left of a text as a name; null when it is none even so. For who must not be held up by a name.</summary>
    public static string? NameIn(string? text)
    {
        var name = string.Concat((text ?? "").EnumerateRunes().Where(InName)).Trim();
        return IsName(name) ? name : null;
    }

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

    private static bool Unseen(Rune sign) => Rune.GetUnicodeCategory(sign) == UnicodeCategory.Format && sign.Value is not (0x200C or 0x200D);

    private static bool InName(Rune sign) => sign.Value is not ('<' or '>') && sign != Rune.ReplacementChar && Rune.GetUnicodeCategory(sign) switch
    {
        UnicodeCategory.Format => !Unseen(sign),
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\+?[0-9][0-9 ()/-]{3,}$", RegexOptions.None, 10_000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\s*(?:(?<d>[0-9]{1,2})\s*[./ -]\s*(?<m>[0-9]{1,2})\s*[./ -]\s*(?<y>[0-9]{4})|(?<d>[0-9]{2})(?<m>[0-9]{2})(?<y>[0-9]{4}))\s*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^\s*(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})\s*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^\s*(?:klo|kl\.?|at)?\s*(?:(?<h>[0-9]{1,2})(?:\s*[.:]\s*(?<m>[0-9]{2}))?|(?<h>[0-9]{1,2})(?<m>[0-9]{2}))\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex HourMinute();
}
