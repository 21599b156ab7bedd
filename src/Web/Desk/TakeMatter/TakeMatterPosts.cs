using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.TakeMatter;

/// <summary>Takes a matter to be handled, and lets it go, from the worklist and from the matter itself.</summary>
internal static class TakeMatterPosts
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/matters/{matter:guid}/take", (Guid matter, HttpContext context, Journal journal, MatterDoor door) => Handle(
            matter, context, journal, door, "take", entry => entry.MayHandle,
            (state, me, seen, left) => Cases.TakeMatter.Decide(state, new(matter, me, seen), left))).Needs(Rights.MatterHandle);
        // Who leads the unit sees only the rows of its list, and there lets go what somebody who has left had taken.
        pages.MapPost("/matters/{matter:guid}/release", (Guid matter, HttpContext context, Journal journal, MatterDoor door) => Handle(
            matter, context, journal, door, "release", entry => entry.MayHandle || entry.Supervises,
            (state, me, seen, left) => ReleaseMatter.Decide(state, new(matter, me, seen), left))).Needs(Rights.MatterList);
    }

    private static async Task<IResult> Handle(
        Guid matter, HttpContext context, Journal journal, MatterDoor door, string purpose, Func<MatterEntry, bool> may, Func<Matter, Guid, long?, bool, Decision> decide)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
        if (!may(entry)) return await journal.Closed(form.Envelope(user, purpose, matter), form);

        var outcome = await journal.Handle(form.Envelope(user, purpose, matter), work =>
        {
            var state = work.State<Matter>(matter);
            var handler = state.Handler is { } taken ? work.Row<ProfessionalRow>(taken) : null;
            return decide(state, user.Id, form.Seen, Handlers.HasLeft(handler, state.TakenFor, state.Unit, state.Register, FinnishTime.Day(work.Context(matter).Now)));
        });
        var back = LocalPath.OrFront(form.Text("Back")) is var path and not "/" ? path : entry.MayHandle ? MatterAddress.Of(matter) : DeskPages.Worklist;
        return TypedResults.LocalRedirect(
            !outcome.Accepted ? With(back, "refused=1")
            : !entry.MayHandle ? back
            : door.Next(matter, user, purpose == "take" && back.StartsWith(DeskPages.Worklist, StringComparison.Ordinal) ? With(back, $"taken={matter}") : back));
    }

    private static string With(string address, string more) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{more}";
}
