using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;

namespace Yhteys.Calendar.Tests;

public class StatutoryTimeTests
{
    // deadlines part C, and the published examples of THL (Tuesday → Thursday of next week) and Kela (Monday → Wednesday of next week).
    [Theory]
    [InlineData("1 birthday", "2025-03-14", 14, TimeUnit.Days, "2025-03-28", "2025-03-28")]
    [InlineData("2a month end", "2026-11-30", 3, TimeUnit.Months, "2027-02-28", "2027-03-01")]
    [InlineData("4 old law", "2023-08-31", 3, TimeUnit.Months, "2023-11-30", "2023-11-30")]
    [InlineData("4 first day", "2023-09-01", 14, TimeUnit.Days, "2023-09-15", "2023-09-15")]
    [InlineData("4 last days", "2024-12-30", 14, TimeUnit.Days, "2025-01-13", "2025-01-13")]
    [InlineData("4 new law", "2025-01-02", 3, TimeUnit.Months, "2025-04-02", "2025-04-02")]
    [InlineData("4 alternative", "2024-12-30", 3, TimeUnit.Months, "2025-03-30", "2025-03-31")]
    [InlineData("7a Easter", "2026-03-31", 7, TimeUnit.WorkingDays, "2026-04-13", "2026-04-13")]
    [InlineData("8 Christmas", "2026-12-17", 7, TimeUnit.WorkingDays, "2026-12-30", "2026-12-30")]
    [InlineData("10 weekend", "2026-11-14", 7, TimeUnit.WorkingDays, "2026-11-24", "2026-11-24")]
    [InlineData("12a Ascension", "2026-04-16", 28, TimeUnit.Days, "2026-05-14", "2026-05-15")]
    [InlineData("THL", "2026-11-10", 7, TimeUnit.WorkingDays, "2026-11-19", "2026-11-19")]
    [InlineData("Kela", "2026-11-09", 7, TimeUnit.WorkingDays, "2026-11-18", "2026-11-18")]
    [InlineData("Oulu 2018", "2018-06-11", 7, TimeUnit.WorkingDays, "2018-06-20", "2018-06-20")]
    [InlineData("leap day", "2027-11-29", 3, TimeUnit.Months, "2028-02-29", "2028-02-29")]
    [InlineData("weeks", "2026-03-05", 4, TimeUnit.Weeks, "2026-04-02", "2026-04-02")]
    [InlineData("same day", "2026-11-23", 0, TimeUnit.SameDay, "2026-11-23", "2026-11-23")]
    [InlineData("same day on a Saturday", "2026-11-21", 0, TimeUnit.SameDay, "2026-11-23", "2026-11-23")]
    public void The_end_is_what_was_counted_by_hand(string example, string start, int n, TimeUnit unit, string strict, string latest)
    {
        var end = StatutoryTime.Default.End(Date(start), new TimeLimit(n, unit));

        end.ShouldBe(new Deadline(Date(strict), Date(latest)), example);
    }

    [Fact]
    public void The_start_day_is_counted_when_the_act_says_so()
    {
        var end = StatutoryTime.Default.End(Date("2026-11-02"), new TimeLimit(30, TimeUnit.Days, InclusiveStart: true));

        end.Strict.ShouldBe(Date("2026-12-01"));
    }

    [Fact]
    public void Kelas_way_counts_a_weekend_arrival_one_day_later() =>
        (StatutoryTime.Default with { ArrivalMovesToWorkingDay = true }).End(Date("2026-11-14"), new(7, TimeUnit.WorkingDays)).Strict.ShouldBe(Date("2026-11-25"));

    [Fact]
    public void Christmas_Eve_can_be_counted() =>
        new StatutoryTime(WorkingDays.WithEves).End(Date("2026-12-17"), new(7, TimeUnit.WorkingDays)).Strict.ShouldBe(Date("2026-12-29"));

    // 23.12. is closed in the county and 24.12. is an eve that it counts; 28.12. is the first day that both calendars work.
    [Fact]
    public void A_time_that_rolls_over_a_closed_day_does_not_end_on_the_eve_after_it() =>
        new StatutoryTime(new(evesAreWorkingDays: true, [Date("2026-12-23")])).End(Date("2026-12-09"), new(14, TimeUnit.Days))
            .ShouldBe(new Deadline(Date("2026-12-23"), Date("2026-12-28")));

    [Fact]
    public void School_working_days_skip_the_schools_own_break()
    {
        var limit = new TimeLimit(7, TimeUnit.SchoolDays);
        var school = StatutoryTime.Default with { SchoolClosed = [new DateInterval(Date("2026-10-19"), Date("2026-10-23"))] };

        school.End(Date("2026-10-15"), limit).ShouldBe(new Deadline(Date("2026-11-02"), Date("2026-11-02")));
        StatutoryTime.Default.End(Date("2026-10-15"), limit).Strict.ShouldBe(Date("2026-10-26"));
    }

    [Fact]
    public void The_explanation_numbers_the_counted_days_and_names_the_skipped()
    {
        var days = StatutoryTime.Default.Explain(Date("2026-03-31"), new(7, TimeUnit.WorkingDays));

        days.Where(day => day.Number is not null).Select(day => day.Day.Day).ShouldBe([1, 2, 7, 8, 9, 10, 13]);
        days.Where(day => day.Number is null).Select(day => day.Kind).ShouldBe(
            [DayKind.GoodFriday, DayKind.Saturday, DayKind.EasterSunday, DayKind.EasterMonday, DayKind.Saturday, DayKind.Sunday]);
    }

    [Fact]
    public void The_explanation_of_months_shows_why_the_last_day_moved() =>
        StatutoryTime.Default.Explain(Date("2026-11-30"), new(3, TimeUnit.Months)).Select(day => day.Kind).ShouldBe([DayKind.Sunday, DayKind.Working]);

    [Theory]
    [InlineData("2007-12-31", 14, TimeUnit.Days)]
    [InlineData("2100-12-20", 14, TimeUnit.Days)]
    [InlineData("2100-12-20", 3, TimeUnit.Months)]
    [InlineData("2100-12-29", 7, TimeUnit.WorkingDays)]
    [InlineData("2100-12-29", 7, TimeUnit.SchoolDays)]
    public void A_time_that_leaves_the_calendar_is_an_error(string start, int n, TimeUnit unit) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StatutoryTime.Default.End(Date(start), new(n, unit)));

    [Fact]
    public void A_negative_time_is_an_error() =>
        Should.Throw<ArgumentOutOfRangeException>(() => StatutoryTime.Default.End(Date("2026-01-02"), new(-1, TimeUnit.Days)));

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
