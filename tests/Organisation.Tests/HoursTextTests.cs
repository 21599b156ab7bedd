using System.Globalization;
using NodaTime;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation.Tests;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("8–16", "8.00–16.00")]
    [InlineData(" 8.15 - 16:30 ", "8.15–16.30")]
    [InlineData("13-16, 8-12", "8.00–12.00, 13.00–16.00")]
    [InlineData("0–24", "0.00–24")]
    [InlineData("18–0", "18.00–24")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_is_typed_is_read(string? typed, string shown)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        HoursText.Of(HoursText.Read(typed, IsoDayOfWeek.Monday).ShouldNotBeNull()).ShouldBe(shown);
        HoursText.Of(HoursText.Read(shown, IsoDayOfWeek.Monday).ShouldNotBeNull()).ShouldBe(shown);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("aamulla")]
    [InlineData("8–")]
    [InlineData("8–16–20")]
    [InlineData("8–25")]
    public void What_is_no_time_is_not(string typed) => HoursText.Read(typed, IsoDayOfWeek.Monday).ShouldBeNull();

    [Fact]
    public void Days_that_are_alike_are_told_together()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        var hours = OpeningHours.Office with { Spans = [.. OpeningHours.Office.Spans, new(IsoDayOfWeek.Sunday, new(10, 0), new(14, 0))] };
        HoursText.Week(hours).ShouldBe("ma–pe 8.00–16.00, su 10.00–14.00");
    }

    [Fact]
    public void A_holiday_is_closed_unless_the_hours_hold_on_it()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fi");
        var unit = new UnitRow(Given.Unit, Given.Opened.Name, "health_centre", "217", [], false, Given.Day, null, OpeningHours.Office);
        var holiday = new LocalDate(2026, 1, 6);
        HoursText.On(unit, holiday).ShouldBe("");
        HoursText.On(unit, holiday.PlusDays(1)).ShouldBe("8.00–16.00");
        HoursText.On(unit with { Hours = OpeningHours.Office with { OnHolidays = true } }, holiday).ShouldBe("8.00–16.00");
        HoursText.On(unit with { Hours = null }, holiday).ShouldBe("");
    }
}
