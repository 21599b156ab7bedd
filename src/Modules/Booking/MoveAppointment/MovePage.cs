using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Booking.Views;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>Moves an appointment to another free time: staff to any of the service line of the matter, a resident to one of the same group and unit.</summary>
internal static class MovePage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/appointments/{id:guid}/move", (Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free) =>
            Show(id, new(), FormState.Read(context.Request.Query), context, tools, free)).Needs(Rights.AppointmentOffer);
        pages.MapPost("/appointments/{id:guid}/move", Move).Needs(Rights.AppointmentOffer);
        pages.MapGet(BookingPages.Mine + "/{id:guid}/move", (Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free, ResidentAppointments mine, OrganisationQueries organisation) =>
            ShowMine(id, new(), FormState.Read(context.Request.Query), context, tools, free, mine, organisation)).Needs(Rights.ResidentSelf);
        pages.MapPost(BookingPages.Mine + "/{id:guid}/move", MoveMine).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Move(Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<AppointmentRow>(id) is not { } row) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        if (tools.Ground(user, row) == ReadGround.None) return await tools.Journal.Closed(form.Envelope(user, "care", row.Matter), form, BookingPages.Day, BookingPages.Day);
        return await Send(row, form, user, tools) is { } done
            ? TypedResults.LocalRedirect(tools.Next(user, row, CasesPages.Done(row.Matter, done)))
            : await Show(id, form, form, context, tools, free);
    }

    private static async Task<IResult> Show(Guid id, FormState form, FormState chosen, HttpContext context, Tools tools, FreeTimes free)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<AppointmentRow>(id) is not { } row || tools.Journal.Find<MatterRow>(row.Matter) is not { } matter) return TypedResults.NotFound();
        var ground = tools.Ground(user, matter);
        if (ground == ReadGround.None) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        await tools.ReadAppointment(user, row.Register, ground, row.Person, row.Matter);
        return new PageResult<MoveView>(new
        {
            Row = row,
            Matter = matter,
            Model = row.Status is Statuses.Offered or Statuses.Booked ? free.Find(new FreeTimeFilter(matter.ServiceLine, row.Unit).Read(chosen)) : null,
            Chosen = chosen,
            Form = form,
        })
        { StatusCode = form.Status };
    }

    private static async Task<IResult> MoveMine(
        Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free, ResidentAppointments mine, OrganisationQueries organisation)
    {
        var user = context.SignedIn();
        if (mine.Find(id, user) is not { Place: true } seen) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        return await Send(seen.Row, form, user, tools) is not null
            ? TypedResults.LocalRedirect($"{BookingPages.Mine}?done=move")
            : await ShowMine(id, form, form, context, tools, free, mine, organisation);
    }

    private static async Task<IResult> ShowMine(
        Guid id, FormState form, FormState chosen, HttpContext context, Tools tools, FreeTimes free, ResidentAppointments mine, OrganisationQueries organisation)
    {
        var user = context.SignedIn();
        if (mine.Find(id, user) is not { Place: true } seen) return TypedResults.NotFound();
        var row = seen.Row;
        await tools.Read(user, "my_appointments", row.Register, seen.Own ? ReadGround.Own : ReadGround.None, row.Person);
        var allowed = row.Status == Statuses.Booked && OwnMoves.Allowed(organisation.Unit(row.Unit), tools.Content.Current.County.Booking);
        return new PageResult<MoveMineView>(new
        {
            Seen = seen,
            Model = allowed ? free.Find(new FreeTimeFilter(row.ServiceLine, row.Unit, row.Unit, Date: Typed.Date(chosen.Text("Date")), Professions: [row.Profession])) : null,
            Chosen = chosen,
            Form = form,
        })
        { StatusCode = form.Status };
    }

    private static Task<Outcome.Done?> Send(AppointmentRow row, FormState form, CurrentUser user, Tools tools)
    {
        var settings = tools.Content.Current.County.Booking;
        return tools.Send(form, user, [row.Matter], work => SlotRow.Read(form.Text("Slot")) is not var (day, start)
            ? new SlotNotFound()
            : MoveAppointment.Decide(work, new(row.Appointment, row.Matter, day, start, form.Seen), settings));
    }
}
