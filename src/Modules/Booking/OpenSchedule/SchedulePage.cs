using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The unit's schedule of one week: how many times each professional has and how many of them are free. It shows no client.</summary>
internal static class SchedulePage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(BookingPages.Schedule, Show).Needs(Rights.ScheduleOwn);

    private static IResult Show(string? date, string? opened, HttpContext context, Journal journal, OrganisationQueries organisation, IClock clock)
    {
        var user = context.SignedIn();
        if (user.Unit is not { } unit) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var day = Typed.Date(date) ?? clock.Today();
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        var sunday = monday.PlusDays(6);
        var counts = journal.Query<DayCount>(
            v => $"""
                select day, professional, date, count(*) as total, count(appointment) as taken from {v.Table<SlotRow>()}
                where unit = @unit and date between @monday and @sunday group by day, professional, date
                """,
            new { unit, monday, sunday });
        var people = organisation.Professionals().Where(p => p.WorksAt(unit, monday) || p.WorksAt(unit, sunday) || counts.Any(c => c.Professional == p.Professional));
        return new PageResult<ScheduleView>(new
        {
            Monday = monday,
            Rows = people.Select(p => new ScheduleWeekRow(p, counts.Where(c => c.Professional == p.Professional).ToDictionary(c => c.Date))).ToList(),
            Weekend = counts.Any(c => c.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday),
            Opened = int.TryParse(opened, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : 0,
        });
    }
}

/// <summary>How many times a professional has on a day.</summary>
public sealed record DayCount(Guid Day, Guid Professional, LocalDate Date, long Total, long Taken)
{
    public long Free => Total - Taken;
}

/// <summary>A professional's week.</summary>
public sealed record ScheduleWeekRow(ProfessionalRow Professional, IReadOnlyDictionary<LocalDate, DayCount> Days);
