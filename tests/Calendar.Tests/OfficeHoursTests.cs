using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;

namespace Yhteys.Calendar.Tests;

public class OfficeHoursTests
{
    [Theory]
    [InlineData("2026-11-20T06:30", "2026-11-20", false)] // before opening the day is still to come
    [InlineData("2026-11-20T08:00", "2026-11-20", true)]
    [InlineData("2026-11-20T15:59", "2026-11-20", true)]
    [InlineData("2026-11-20T16:00", "2026-11-23", false)] // Friday after closing
    [InlineData("2026-11-21T10:00", "2026-11-23", false)]
    [InlineData("2026-12-24T10:00", "2026-12-28", false)]
    [InlineData("2026-07-01T15:30", "2026-07-01", true)] // summer time
    public void A_contact_counts_for_the_next_office_hours(string local, string day, bool open)
    {
        var moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();

        OfficeHours.Default.CountsFor(moment).ShouldBe(LocalDatePattern.Iso.Parse(day).Value);
        OfficeHours.Default.IsOpen(moment).ShouldBe(open);
    }
}
