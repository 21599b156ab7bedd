using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;

namespace Yhteys.Calendar.Tests;

public class HolidayTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "holidays_fi_2015_2026.csv"));

    [Fact]
    public void The_table_of_2015_to_2026_has_the_same_days_off_and_no_others()
    {
        var expected = Lines.Skip(1).Select(line => Date(line.Split(',')[0])).ToHashSet();
        var kinds = Enumerable.Range(0, Period.DaysBetween(new(2015, 1, 1), new(2026, 12, 31)) + 1).Select(new LocalDate(2015, 1, 1).PlusDays)
            .Where(day => WorkingDays.Statutory.KindOf(day) is not (DayKind.Working or DayKind.Saturday or DayKind.Sunday)).ToHashSet();

        expected.Count.ShouldBe(180);
        kinds.Order().ShouldBe(expected.Order());
    }

    [Fact]
    public void The_table_has_the_same_names()
    {
        var names = Lines.Skip(1).Select(line => line.Split(',')).GroupBy(f => f[2], f => WorkingDays.Statutory.KindOf(Date(f[0]))).ToList();

        names.Count.ShouldBe(15);
        foreach (var name in names)
            name.Distinct().Count().ShouldBe(1, name.Key);
    }

    // deadlines A3, the years 2023–2031.
    [Theory]
    [InlineData(2023, "04-07", "04-10", "05-18", "06-23")]
    [InlineData(2024, "03-29", "04-01", "05-09", "06-21")]
    [InlineData(2025, "04-18", "04-21", "05-29", "06-20")]
    [InlineData(2026, "04-03", "04-06", "05-14", "06-19")]
    [InlineData(2027, "03-26", "03-29", "05-06", "06-25")]
    [InlineData(2028, "04-14", "04-17", "05-25", "06-23")]
    [InlineData(2029, "03-30", "04-02", "05-10", "06-22")]
    [InlineData(2030, "04-19", "04-22", "05-30", "06-21")]
    [InlineData(2031, "04-11", "04-14", "05-22", "06-20")]
    public void Moving_holidays_fall_where_the_church_calendar_says(int year, string goodFriday, string easterMonday, string ascension, string midsummerEve)
    {
        Kind(year, goodFriday).ShouldBe(DayKind.GoodFriday);
        Kind(year, easterMonday).ShouldBe(DayKind.EasterMonday);
        Kind(year, ascension).ShouldBe(DayKind.AscensionDay);
        Kind(year, midsummerEve).ShouldBe(DayKind.MidsummerEve);
    }

    [Theory]
    [InlineData("2026-04-02")] // kiirastorstai
    [InlineData("2026-12-31")] // uudenvuodenaatto
    public void Days_that_are_often_taken_for_holidays_are_working_days(string day) =>
        WorkingDays.Statutory.IsWorking(Date(day)).ShouldBeTrue();

    [Theory]
    [InlineData("2026-12-24")]
    [InlineData("2026-06-19")]
    public void Eves_follow_the_setting(string day)
    {
        WorkingDays.Statutory.IsWorking(Date(day)).ShouldBeFalse();
        WorkingDays.WithEves.IsWorking(Date(day)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2007-12-31")]
    [InlineData("2101-01-01")]
    public void Years_outside_the_calendar_are_an_error(string day) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WorkingDays.Statutory.IsWorking(Date(day))).Message.ShouldContain("2008–2100");

    private static DayKind Kind(int year, string day) => WorkingDays.Statutory.KindOf(Date($"{year.ToString(CultureInfo.InvariantCulture)}-{day}"));

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
