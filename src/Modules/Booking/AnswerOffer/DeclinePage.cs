using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Booking.Views;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>Asks why an offered time does not suit, of the resident or of staff who were told on the phone.</summary>
internal static class DeclinePage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/appointments/{id:guid}/decline", Show).Needs(Rights.AppointmentOffer);
        pages.MapGet(BookingPages.Mine + "/{id:guid}/decline", ShowMine).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Show(Guid id, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<AppointmentRow>(id) is not { } row) return TypedResults.NotFound();
        var ground = tools.Ground(user, row.Person, row.Register, row.ServiceLine);
        if (ground == ReadGround.None) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        await tools.ReadAppointment(user, row.Register, ground, row.Person, row.Matter);
        return View(row, new(), user);
    }

    private static async Task<IResult> ShowMine(Guid id, HttpContext context, [AsParameters] Tools tools, ResidentAppointments mine)
    {
        var user = context.SignedIn();
        if (mine.Find(id, user) is not { Place: true } seen) return TypedResults.NotFound();
        await tools.Read(user, "my_appointments", seen.Row.Register, seen.Own ? ReadGround.Own : ReadGround.None, seen.Row.Person);
        return View(seen.Row, new(), user);
    }

    /// <summary>The form, also when it was refused.</summary>
    internal static IResult View(AppointmentRow row, FormState form, CurrentUser user) => new RazorComponentResult<DeclineView>(new
    {
        Row = row,
        Form = form,
        Resident = user.IsResident,
    })
    { StatusCode = form.Status };
}
