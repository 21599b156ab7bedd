using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Access;
using Yhteys.Booking.Views;
using Yhteys.Cases.Views;
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
        var ground = tools.Ground(user, row);
        if (ground == ReadGround.None) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        return row.Status == Statuses.Offered ? await Ask(row, new(), user, ground, tools) : Late(row, MatterAddress.Of(row.Matter), tools);
    }

    private static async Task<IResult> ShowMine(Guid id, HttpContext context, [AsParameters] Tools tools, ResidentAppointments mine)
    {
        var user = context.SignedIn();
        if (mine.Find(id, user) is not { Place: true } seen) return TypedResults.NotFound();
        return seen.Row.Status == Statuses.Offered ? await AskMine(seen, new(), user, tools) : Late(seen.Row, BookingPages.Mine, tools);
    }

    /// <summary>Asks staff, also when the form was refused.</summary>
    internal static async Task<IResult> Ask(AppointmentRow row, FormState form, CurrentUser user, ReadGround ground, Tools tools)
    {
        await tools.ReadAppointment(user, row.Register, ground, row.Person, row.Matter);
        return View(row, form, tools.Journal.Find<MatterRow>(row.Matter));
    }

    /// <summary>Asks the resident, also when the form was refused.</summary>
    internal static async Task<IResult> AskMine(SeenAppointment seen, FormState form, CurrentUser user, Tools tools)
    {
        await tools.Read(user, "my_appointments", seen.Row.Register, seen.Own ? ReadGround.Own : ReadGround.None, seen.Row.Person);
        return View(seen.Row, form, null);
    }

    // A link that was followed late, or twice: there is nothing to decline any more.
    private static PageResult<RefusedView> Late(AppointmentRow row, string back, Tools tools)
    {
        var form = new FormState();
        form.Errors.Add(tools.Refusals.Of(new NotInThisState(row.Date)));
        return new(new { Form = form, Back = back }) { StatusCode = form.Status };
    }

    private static PageResult<DeclineView> View(AppointmentRow row, FormState form, MatterRow? matter) =>
        new(new { Row = row, Form = form, Matter = matter }) { StatusCode = form.Status };
}
