using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Calendar;

namespace Yhteys.Access.Tests.Publish;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-10-31", "2026-09", "2026-11")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29", "2028-01", "2028-03")]
    [InlineData("2026-01", "2026-01-01", "2026-01-31", "2025-12", "2026-02")]
    [InlineData("2026-t1", "2026-01-01", "2026-04-30", "2025-t3", "2026-t2")]
    [InlineData("2026-t2", "2026-05-01", "2026-08-31", "2026-t1", "2026-t3")]
    [InlineData("2026-t3", "2026-09-01", "2026-12-31", "2026-t2", "2027-t1")]
    [InlineData("2026-h1", "2026-01-01", "2026-06-30", "2025-h2", "2026-h2")]
    [InlineData("2026-h2", "2026-07-01", "2026-12-31", "2026-h1", "2027-h1")]
    public void A_period_has_its_days_and_neighbours(string code, string first, string last, string before, string after)
    {
        var period = ReportingPeriod.Parse(code)!.Value;

        (period.First.Iso(), period.Last.Iso(), period.Before().Code, period.After().Code, period.Code).ShouldBe((first, last, before, after, code));
        ReportingPeriod.Of(period.Every, period.Last).ShouldBe(period);
        ReportingPeriod.Of(period.Every, period.First).ShouldBe(period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026-t4")]
    [InlineData("2026-h3")]
    [InlineData("2026-t0")]
    [InlineData("2026-t03")]
    [InlineData("1999-10")]
    [InlineData("2026-10/1")]
    [InlineData("٢٠٢٦-10")]
    [InlineData("2026-10\n")]
    public void What_is_no_period_is_none(string? code) => ReportingPeriod.Parse(code).ShouldBeNull();

    [Fact]
    public void A_period_knows_its_months_and_a_day_its_period()
    {
        ReportingPeriod.Parse("2026-h2")!.Value.MonthsIn.ShouldBe(Enumerable.Range(7, 6).Select(month => new LocalDate(2026, month, 1)));
        ReportingPeriod.Of(PublicationPeriod.EveryFourMonths, new(2026, 8, 31)).Code.ShouldBe("2026-t2");
    }
}
