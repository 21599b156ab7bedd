using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.TakeMatter;

/// <summary>Takes a matter to be handled, and lets it go, from the worklist and from the matter itself.</summary>
internal static class TakeMatterPosts
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/matters/{matter:guid}/take", (Guid matter, HttpContext context, Journal journal, MatterDoor door) =>
            Handle(matter, context, journal, door, "take", (state, me, seen) => Cases.TakeMatter.Decide(state, new(matter, me, seen)))).Needs(Rights.MatterHandle);
        pages.MapPost("/matters/{matter:guid}/release", (Guid matter, HttpContext context, Journal journal, MatterDoor door) =>
            Handle(matter, context, journal, door, "release", (state, me, seen) => ReleaseMatter.Decide(state, new(matter, me, seen)))).Needs(Rights.MatterHandle);
    }

    private static async Task<IResult> Handle(
        Guid matter, HttpContext context, Journal journal, MatterDoor door, string purpose, Func<Matter, Guid, long?, Decision> decide)
    {
        var (user, form) = (context.SignedIn(), await context.Form());
        if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
        if (!entry.MayHandle) return await journal.Closed(form.Envelope(user, purpose, matter), DeskPages.LeftMatter);

        var outcome = await journal.Handle(form.Envelope(user, purpose, matter), work => decide(work.State<Matter>(matter), user.Id, form.Seen));
        var back = LocalPath.OrFront(form.Text("Back")) is var path and not "/" ? path : DeskPages.Matter(matter);
        return TypedResults.LocalRedirect(outcome.Accepted ? door.Next(matter, user, back) : $"{back}{(back.Contains('?', StringComparison.Ordinal) ? '&' : '?')}refused=1");
    }
}
