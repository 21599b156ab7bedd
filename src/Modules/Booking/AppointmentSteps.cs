using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>What is done to an appointment by one button. Staff and residents have addresses of their own: each has one right.</summary>
internal static class AppointmentSteps
{
    private static readonly Dictionary<string, Func<Work, AppointmentRow, FormState, Decision>> Steps = new(StringComparer.Ordinal)
    {
        ["accept"] = (work, a, _) => AcceptAppointment.Decide(work, new(a.Appointment, a.Matter)),
        ["decline"] = (work, a, form) => DeclineAppointment.Decide(work, new(a.Appointment, a.Matter, form.Text("Reason") ?? DeclineReasons.NotTold, form.Text("Words"))),
        ["cancel"] = (work, a, _) => CancelAppointment.Decide(work, new(a.Appointment, a.Matter)),
        ["arrived"] = (work, a, _) => MarkArrived.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
        ["arrived-back"] = (work, a, _) => TakeBackArrival.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter)),
        ["attended"] = (work, a, _) => MarkAttended.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
        ["no-show"] = (work, a, _) => MarkNoShow.Decide(work.State<MatterAppointments>(a.Matter), new(a.Appointment, a.Matter), work.Context(a.Matter)),
        ["no-show-back"] = (work, a, _) => TakeBackNoShow.Decide(work, new(a.Appointment, a.Matter)),
    };

    /// <summary>What staff can do next: nobody has come before the day, been taken long before the time, or stayed away before it.</summary>
    public static IReadOnlyList<string> After(AppointmentRow row, Instant now) => row.Status switch
    {
        Statuses.Offered => ["accept", "decline", "move", "cancel"],
        Statuses.Booked when row.Date > now.Day() => ["move", "cancel"],
        Statuses.Booked when Moments.At(row.Date, SlotRow.Time(row.Start)) is var at && at > now =>
            MarkArrived.Earliest(at) > now ? ["move", "cancel"]
            : MarkAttended.Earliest(at) > now ? ["arrived", "move", "cancel"]
            : ["arrived", "attended", "move", "cancel"],
        Statuses.Booked => ["arrived", "attended", "no-show", "move", "cancel"],
        Statuses.Arrived => ["attended", "arrived-back"],
        Statuses.NoShow => ["no-show-back"],
        _ => [],
    };

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/appointments/{id:guid}/{step}", Take).Needs(Rights.AppointmentOffer);
        pages.MapPost(BookingPages.Mine + "/{id:guid}/{step}", TakeMine).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Take(Guid id, string step, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (!Steps.ContainsKey(step) || tools.Journal.Find<AppointmentRow>(id) is not { } row) return TypedResults.NotFound();
        var (ground, form) = (tools.Ground(user, row), await FormState.Sent(context));
        if (ground == ReadGround.None) return await tools.Journal.Closed(form.Envelope(user, "care", row.Matter), form, BookingPages.Day, BookingPages.Day);
        var back = LocalPath.Or(form.Text("Back"), MatterAddress.Of(row.Matter));
        if (await Send(row, step, form, user, tools) is not null) return TypedResults.LocalRedirect(step is "cancel" or "decline" ? tools.Next(user, row, back) : back);
        return step == "decline" ? await DeclinePage.Ask(row, form, user, ground, tools) : Refused(form, back);
    }

    private static async Task<IResult> TakeMine(Guid id, string step, HttpContext context, [AsParameters] Tools tools, ResidentAppointments mine)
    {
        var user = context.SignedIn();
        if (step is not ("accept" or "decline" or "cancel") || mine.Find(id, user) is not { Place: true } seen) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        if (await Send(seen.Row, step, form, user, tools) is not null) return TypedResults.LocalRedirect($"{BookingPages.Mine}?done={step}");
        return step == "decline" ? await DeclinePage.AskMine(seen, form, user, tools) : Refused(form, BookingPages.Mine);
    }

    private static Task<Outcome.Done?> Send(AppointmentRow row, string step, FormState form, CurrentUser user, Tools tools) =>
        tools.Send(form, user, [row.Matter], work => Steps[step](work, row, form));

    private static PageResult<RefusedView> Refused(FormState form, string back) => new(new { Form = form, Back = back }) { StatusCode = form.Status };
}
