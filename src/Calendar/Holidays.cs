using NodaTime;

namespace Yhteys.Calendar;

/// <summary>The Finnish holy days and eves, computed from their rules.</summary>
internal static class Holidays
{
    /// <summary>Meeus/Butcher algorithm for the Gregorian Easter Sunday.</summary>
    internal static LocalDate EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1);
    }

    internal static IEnumerable<(LocalDate Day, DayKind Kind)> Of(int year)
    {
        var easter = EasterSunday(year);
        var midsummer = OnOrAfter(new LocalDate(year, 6, 20), IsoDayOfWeek.Saturday);
        yield return (new LocalDate(year, 1, 1), DayKind.NewYearsDay);
        yield return (new LocalDate(year, 1, 6), DayKind.Epiphany);
        yield return (easter.PlusDays(-2), DayKind.GoodFriday);
        yield return (easter, DayKind.EasterSunday);
        yield return (easter.PlusDays(1), DayKind.EasterMonday);
        yield return (easter.PlusDays(39), DayKind.AscensionDay);
        yield return (easter.PlusDays(49), DayKind.WhitSunday);
        // 1 May can be Ascension Day (2008): the later one wins in the table, both are days off.
        yield return (new LocalDate(year, 5, 1), DayKind.MayDay);
        yield return (midsummer.PlusDays(-1), DayKind.MidsummerEve);
        yield return (midsummer, DayKind.MidsummerDay);
        yield return (OnOrAfter(new LocalDate(year, 10, 31), IsoDayOfWeek.Saturday), DayKind.AllSaintsDay);
        yield return (new LocalDate(year, 12, 6), DayKind.IndependenceDay);
        yield return (new LocalDate(year, 12, 24), DayKind.ChristmasEve);
        yield return (new LocalDate(year, 12, 25), DayKind.ChristmasDay);
        yield return (new LocalDate(year, 12, 26), DayKind.SecondDayOfChristmas);
    }

    private static LocalDate OnOrAfter(LocalDate day, IsoDayOfWeek weekday) =>
        day.DayOfWeek == weekday ? day : day.Next(weekday);
}
