using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The module's addresses. Staff and residents answer for an appointment at addresses of their own: each has one right.</summary>
public static class BookingPages
{
    /// <summary>The resident's own appointments.</summary>
    public const string Mine = "/my-appointments";

    private static readonly Dictionary<string, Func<Work, AppointmentRow, FormState, Decision>> Steps = new(StringComparer.Ordinal)
    {
        ["accept"] = (work, a, _) => AcceptAppointment.Decide(work, new(a.Appointment, a.Matter)),
        ["decline"] = (work, a, form) => DeclineAppointment.Decide(work, new(a.Appointment, a.Matter, form.Text("Reason") ?? DeclineReasons.NotTold, form.Text("Words"))),
        ["cancel"] = (work, a, _) => CancelAppointment.Decide(work, new(a.Appointment, a.Matter)),
        ["arrived"] = (work, a, _) => MarkArrived.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
        ["attended"] = (work, a, _) => MarkAttended.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
        ["no-show"] = (work, a, _) => MarkNoShow.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
    };

    public static void MapBooking(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/matters/{id:guid}/offer", Offer).Needs(Rights.AppointmentOffer);
        pages.MapPost("/appointments/{id:guid}/{step}", Step).Needs(Rights.AppointmentOffer);
        pages.MapPost(Mine + "/{id:guid}/{step}", MyStep).Needs(Rights.ResidentSelf);
        MyAppointmentsPage.Map(pages);
        DayListPage.Map(pages);
    }

    private static async Task<IResult> Offer(Guid id, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
        if (!tools.MayHandle(user, matter.Person, matter.Register)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var form = await Tools.Form(context);
        var done = await tools.Send(form, user, [id], work => SlotRow.Read(form.Text("Slot")) is not var (day, start)
            ? new SlotNotFound()
            : OfferAppointment.Decide(work, new(Guid.NewGuid(), id, day, start, form.Has("Agreed", "true")), tools.Content.Current.County.Booking));
        return done
            ? TypedResults.LocalRedirect($"/matters/{id}")
            : new RazorComponentResult<OfferView>(new { Matter = matter, Form = form }) { StatusCode = form.Status };
    }

    private static async Task<IResult> Step(Guid id, string step, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (!Steps.ContainsKey(step) || tools.Journal.Find<AppointmentRow>(id) is not { } row) return TypedResults.NotFound();
        return tools.MayHandle(user, row.Person, row.Register)
            ? await Take(row, step, $"/matters/{row.Matter}", user, context, tools)
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> MyStep(Guid id, string step, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        return step is "accept" or "decline" or "cancel" && tools.Journal.Find<AppointmentRow>(id) is { } row && row.Person == user.Person
            ? await Take(row, step, Mine, user, context, tools)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> Take(AppointmentRow row, string step, string back, CurrentUser user, HttpContext context, Tools tools)
    {
        var form = await Tools.Form(context);
        return await tools.Send(form, user, [row.Matter], work => Steps[step](work, row, form))
            ? TypedResults.LocalRedirect(back)
            : new RazorComponentResult<RefusedView>(new { Form = form, Back = back }) { StatusCode = form.Status };
    }
}
