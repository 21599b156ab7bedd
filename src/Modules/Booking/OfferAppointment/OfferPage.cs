using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>All free times for a matter, and the offering of one.</summary>
internal static class OfferPage
{
    private const string Path = "/matters/{id:guid}/offer";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free) =>
            Show(id, new(), FormState.Read(context.Request.Query), context, tools, free)).Needs(Rights.AppointmentOffer);
        pages.MapPost(Path, Offer).Needs(Rights.AppointmentOffer);
    }

    private static async Task<IResult> Offer(Guid id, HttpContext context, [AsParameters] Tools tools, FreeTimes free)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        if (tools.Ground(user, matter) == ReadGround.None) return await tools.Journal.Closed(form.Envelope(user, "care", id), form, BookingPages.Day, BookingPages.Day);
        var (appointment, settings) = (Guid.NewGuid(), tools.Content.Current.County.Booking);
        var done = await tools.Send(form, user, [id], work => SlotRow.Read(form.Text("Slot")) is not var (day, start)
            ? new SlotNotFound()
            : OfferAppointment.Decide(work, new(appointment, id, day, start, form.Has("Agreed", "true"), form.Seen), settings));
        if (done is not null) return TypedResults.LocalRedirect(CasesPages.Done(id, done));
        // A time that was suggested on the page of the matter comes alone: the others of its day are shown.
        if (form["Date"] is null && tools.Journal.Find<SlotRow>(form.Text("Slot") ?? "") is { } wished)
            (form["Date"], form["Unit"]) = (wished.Date.Iso(), wished.Unit.ToString());
        return Show(id, form, form, context, tools, free);
    }

    /// <param name="chosen">The wishes: of the address, or of the form that was refused.</param>
    private static IResult Show(Guid id, FormState form, FormState chosen, HttpContext context, Tools tools, FreeTimes free)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<MatterRow>(id) is not { } matter) return TypedResults.NotFound();
        var ground = tools.Ground(user, matter);
        if (ground == ReadGround.None) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var read = tools.ReadAppointment(user, matter.Register, ground, matter.Person, id);
        var filter = new FreeTimeFilter(matter.ServiceLine, matter.Unit).Read(chosen);
        var need = NeededCare.Of(matter.Clock);
        FreeTimesModel? model = null;
        if (need is not null && chosen["Profession"] is null)
        {
            // Until a profession is wished for, those whose care is needed are, if they have any times.
            var givers = string.Join(' ', need.Givers);
            if (free.Find(filter with { Profession = givers }) is { Day: not null } needed)
                (model, chosen["Profession"]) = (needed, givers);
        }

        model ??= free.Find(filter);
        if (need is { Givers.Count: > 1 })
            model = model with { Professions = [new(string.Join(' ', need.Givers), string.Join(", ", need.Givers.Select(free.ProfessionName))), .. model.Professions] };

        return new PageResult<OfferView>(new
        {
            Matter = matter,
            Model = model,
            Needed = need is null ? null : free.ProfessionName(need.Profession),
            Chosen = chosen,
            Form = form,
        })
        { StatusCode = form.Status, SentAfter = read };
    }
}
