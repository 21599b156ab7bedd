using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The times of a professional's day in the user's unit; free ones can be closed. It shows no client.</summary>
internal static class ScheduleDayPage
{
    private const string Path = BookingPages.Schedule + "/days/{day:guid}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid day, string? closed, HttpContext context, [AsParameters] Tools tools, OrganisationQueries organisation) =>
            Show(day, new(), closed is not null, context, tools, organisation)).Needs(Rights.ScheduleOwn);
        pages.MapPost(Path + "/close", (Guid day, HttpContext context, [AsParameters] Tools tools, OrganisationQueries organisation) =>
            Close(day, context, tools, organisation, (work, unit, _) => CloseScheduleDay.Decide(work.State<ScheduleDay>(day), new(day, unit)))).Needs(Rights.ScheduleOwn);
        pages.MapPost(Path + "/close-time", (Guid day, HttpContext context, [AsParameters] Tools tools, OrganisationQueries organisation) =>
            Close(day, context, tools, organisation, (work, unit, form) => LocalTimePattern.ExtendedIso.Parse(form.Text("Start") ?? "") is { Success: true, Value: var start }
                ? CloseSlot.Decide(work.State<ScheduleDay>(day), new(day, unit, start))
                : new SlotNotFound())).Needs(Rights.ScheduleOwn);
    }

    private static async Task<IResult> Close(
        Guid day, HttpContext context, Tools tools, OrganisationQueries organisation, Func<Work, Guid, FormState, Decision> decide)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        // Asked of the journal: a day whose last time was closed has no rows any more, and its form may come twice.
        if (tools.Journal.Stream(day).Select(r => r.Event).OfType<ScheduleDayOpened>().FirstOrDefault(e => e.Unit == user.Unit) is not { } opened) return TypedResults.NotFound();
        if (!Scheduling.MayChange(user, organisation.Professional(opened.Professional))) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var (done, schedule) = (await tools.Send(form, user, [day], work => decide(work, opened.Unit, form)) is not null, $"{BookingPages.Schedule}?date={opened.Date.Iso()}");
        var empty = Slots(day, user, tools).Count == 0;
        return (done, empty) switch
        {
            (true, true) => TypedResults.LocalRedirect(schedule),
            (true, false) => TypedResults.LocalRedirect($"{BookingPages.ScheduleDay(day)}?closed=1"),
            (false, true) => new PageResult<RefusedView>(new { Form = form, Back = schedule }) { StatusCode = form.Status },
            (false, false) => Show(day, form, false, context, tools, organisation),
        };
    }

    private static IResult Show(Guid day, FormState form, bool closed, HttpContext context, Tools tools, OrganisationQueries organisation)
    {
        var user = context.SignedIn();
        if (Slots(day, user, tools) is not [var first, ..] slots) return TypedResults.NotFound();
        var professional = organisation.Professional(first.Professional);
        return new PageResult<ScheduleDayView>(new
        {
            Day = day,
            Slots = slots,
            Professional = professional?.Name ?? "–",
            MayChange = Scheduling.MayChange(user, professional),
            MayMove = user.May(Rights.AppointmentOffer, first.Register),
            Closed = closed,
            Form = form,
        })
        { StatusCode = form.Status };
    }

    private static IReadOnlyList<SlotRow> Slots(Guid day, CurrentUser user, Tools tools) =>
        tools.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()} where day = @day and unit = @Unit order by start", new { day, user.Unit });
}
