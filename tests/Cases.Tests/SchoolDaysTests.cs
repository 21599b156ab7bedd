using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases.Tests;

public sealed class SchoolDaysTests
{
    private static readonly SchoolCalendarRow Year = Row(2026);

    [Fact]
    public void The_summer_between_two_known_years_is_closed() =>
        SchoolDays.Closed([Year, Row(2027)]).ShouldBe([new ClosedDays(new(2027, 6, 6), new(2027, 8, 10))]);

    [Fact]
    public void Where_a_school_year_is_missing_nothing_is_said_to_be_closed()
    {
        var closed = SchoolDays.Closed([Year, Row(2031), Row(2032)]).ShouldNotBeNull();
        closed.ShouldBe([new ClosedDays(new(2032, 6, 6), new(2032, 8, 10))]);

        var time = new StatutoryTime(WorkingDays.Statutory, SchoolClosed: [.. closed.Select(c => c.ToInterval())]);
        time.End(new(2027, 6, 4), new TimeLimit(7, TimeUnit.SchoolDays)).Strict.ShouldBe(new(2027, 6, 15), "as when no year is known");
    }

    [Fact]
    public void Years_that_overlap_close_nothing_between_them_and_no_years_are_not_known()
    {
        SchoolDays.Closed([Year, Year with { FirstDay = new(2027, 1, 7) }]).ShouldBe([]);
        SchoolDays.Closed([]).ShouldBeNull();
    }

    private static SchoolCalendarRow Row(int year) => new($"272/{year}", "272", $"{year}–{year + 1}", new(year, 8, 11), new(year + 1, 6, 5), []);
}
