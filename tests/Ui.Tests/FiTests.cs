using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Ui.Tests;

public class FiTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 3, 7, 5);
    private static readonly LocalDate Day = new(2026, 3, 3);

    [Theory]
    [InlineData("fi", "3.3.2026", "3.3.", "ti_3.3.2026", "tiistai", "maaliskuu 2026")]
    [InlineData("sv", "3.3.2026", "3.3.", "ti_3.3.2026", "tisdag", "mars 2026")]
    [InlineData("en", "3_March_2026", "3_Mar", "Tue 3_March_2026", "Tuesday", "March 2026")]
    [InlineData("fi-FI", "3.3.2026", "3.3.", "ti_3.3.2026", "tiistai", "maaliskuu 2026")]
    [InlineData("de", "3.3.2026", "3.3.", "ti_3.3.2026", "tiistai", "maaliskuu 2026")]
    public void Days(string language, string date, string brief, string weekdayDate, string weekday, string month)
    {
        Words.Shown(language, () => Fi.Date(Day)).ShouldBe(date);
        Words.Shown(language, () => Fi.ShortDate(Day)).ShouldBe(brief);
        Words.Shown(language, () => Fi.WeekdayDate(Day)).ShouldBe(weekdayDate);
        Words.Shown(language, () => Fi.Weekday(Day)).ShouldBe(weekday);
        Words.Shown(language, () => Fi.Month(Day)).ShouldBe(month);
    }

    [Theory]
    [InlineData("fi", "3.3.2026 klo_9.05", "ti_3.3.2026 klo_9.05")]
    [InlineData("sv", "3.3.2026 kl._9.05", "ti_3.3.2026 kl._9.05")]
    [InlineData("en", "3_March_2026 at_9:05", "Tue 3_March_2026 at_9:05")]
    public void Moments_are_shown_in_Helsinki(string language, string moment, string appointment)
    {
        Words.Shown(language, () => Fi.DateTime(At)).ShouldBe(moment);
        Words.Shown(language, () => Fi.WeekdayDateTime(At)).ShouldBe(appointment);
    }

    [Fact]
    public void The_day_of_an_instant_is_the_day_in_Helsinki_in_winter_and_summer()
    {
        FinnishTime.Day(Instant.FromUtc(2026, 1, 31, 22, 0)).ShouldBe(new LocalDate(2026, 2, 1));
        FinnishTime.Day(Instant.FromUtc(2026, 6, 30, 20, 59)).ShouldBe(new LocalDate(2026, 6, 30));
        FinnishTime.Day(Instant.FromUtc(2026, 6, 30, 21, 0)).ShouldBe(new LocalDate(2026, 7, 1));
    }

    [Theory]
    [InlineData("fi", "1_päivä", "3_päivää", "2_arkipäivää", "3_päivää sitten", "juuri nyt", "59_minuuttia", "1_tunti")]
    [InlineData("sv", "1_dag", "3_dagar", "2_vardagar", "för 3_dagar sedan", "just nu", "59_minuter", "1_timme")]
    [InlineData("en", "1_day", "3_days", "2_working days", "3_days ago", "just now", "59_minutes", "1_hour")]
    public void Lengths(string language, string one, string many, string working, string ago, string now, string minutes, string hour)
    {
        Words.Shown(language, () => Fi.Days(1)).ShouldBe(one);
        Words.Shown(language, () => Fi.Days(3)).ShouldBe(many);
        Words.Shown(language, () => Fi.WorkingDays(2)).ShouldBe(working);
        Words.Shown(language, () => Fi.Ago(At - Duration.FromDays(3), At)).ShouldBe(ago);
        Words.Shown(language, () => Fi.Ago(At + Duration.FromDays(3), At)).ShouldBe(now);
        Words.Shown(language, () => Fi.Span(Duration.FromSeconds(-3599))).ShouldBe(minutes);
        Words.Shown(language, () => Fi.Span(Duration.FromMinutes(119))).ShouldBe(hour);
    }

    [Theory]
    [InlineData("fi", "1_234_567", "12,5", "83_%", "96,4_%")]
    [InlineData("sv", "1_234_567", "12,5", "83_%", "96,4_%")]
    [InlineData("en", "1,234,567", "12.5", "83%", "96.4%")]
    public void Amounts(string language, string number, string decimals, string percent, string exact)
    {
        Words.Shown(language, () => Fi.Number(1_234_567)).ShouldBe(number);
        Words.Shown(language, () => Fi.Number(12.50, 2)).ShouldBe(decimals);
        Words.Shown(language, () => Fi.Percent(0.825)).ShouldBe(percent);
        Words.Shown(language, () => Fi.Percent(0.964, 1)).ShouldBe(exact);
    }
}
