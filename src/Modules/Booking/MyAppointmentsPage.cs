using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The resident's own appointments, to accept or decline.</summary>
internal static class MyAppointmentsPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(BookingPages.Mine, Show).Needs(Rights.ResidentSelf);

    private static async Task<IResult> Show(HttpContext context, ReadLogBook log)
    {
        var user = context.SignedIn();
        if (user.Person is not { } person) return TypedResults.NotFound();
        await log.Record(ReadEntry.Of(user, "my_appointments", Registers.None, ReadGround.Own, null, person));
        return new RazorComponentResult<MyAppointmentsView>(new { Person = person });
    }
}

/// <summary>The unit's appointments of one day. A person under non-disclosure has no name in a list.</summary>
internal static class DayListPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/appointments/day", Show).Needs(Rights.AppointmentOffer);

    private static async Task<IResult> Show(Guid? unit, string? date, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (user.Unit is not { } own || (unit is { } asked && asked != own)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var day = Typed.Date(date) ?? Fi.Day(tools.Clock.GetCurrentInstant());
        var rows = tools.Journal.Query<AppointmentRow>(
            v => $"select * from {v.Table<AppointmentRow>()} where unit = @own and date = @day and status not in ('declined', 'cancelled') order by start, appointment",
            new { own, day }).Where(r => user.May(Rights.AppointmentOffer, r.Register)).ToList();
        var people = tools.People.Find([.. rows.Select(r => r.Person).Distinct()]).ToDictionary(p => p.Person);
        foreach (var register in rows.GroupBy(r => r.Register, StringComparer.Ordinal))
            await tools.Log.Record(ReadEntry.Of(user, "schedule", register.Key, ReadGround.CareRelation, "care", register.Select(r => r.Person)));
        return new RazorComponentResult<DayListView>(new
        {
            Day = day,
            Rows = rows.Select(r => (r, people.GetValueOrDefault(r.Person) is { NonDisclosure: false } p ? tools.People.NameOf(p)?.Full : null)).ToList(),
        });
    }
}
