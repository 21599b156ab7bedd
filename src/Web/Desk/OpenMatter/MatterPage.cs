using Microsoft.AspNetCore.Http.HttpResults;
using Yhteys.Cases;
using Yhteys.Organisation;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>A matter: who, what, by when, what has been said and done, and all that can be done next.</summary>
internal static class MatterPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/matters/{matter:guid}", (Guid matter, HttpContext context, MatterDoor door, MatterReader reader, ReadLogBook log) =>
            Show(matter, new FormState(), context, door, reader, log)).Needs(Rights.MatterRead);
        pages.MapGet("/matters/{matter:guid}/conversation", Refresh).Needs(Rights.MatterRead);
        pages.MapGet("/matters/{matter:guid}/looked-at", LookedAt).Needs(Rights.MatterRead);
    }

    // It shows nothing of the person.
    private static IResult LookedAt(Guid matter, HttpContext context, MatterDoor door, Presence presence)
    {
        var user = context.SignedIn();
        return door.Ask(matter, user) is not { } entry ? TypedResults.NotFound()
            : entry.MayRead ? new PageResult<LookedAtPart>(new { Others = presence.Look(matter, user.Id, user.Name) })
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Refresh(Guid matter, HttpContext context, MatterDoor door, MatterReader reader, ReadLogBook log, ShownPeople shown)
    {
        var user = context.SignedIn();
        if (door.Ask(matter, user) is not { } entry)
            return TypedResults.NotFound();
        if (!entry.MayRead)
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var (messages, seen) = reader.Conversation(entry);
        return new PageResult<ConversationPart>(new { Matter = matter, Messages = messages, Seen = seen })
        {
            SentAfter = shown.Unseen(context.Request, user.Id, Screen(entry)).Count > 0 ? Log(entry, user, log, shown) : Task.CompletedTask,
        };
    }

    private static IEnumerable<(Guid, bool)> Screen(MatterEntry entry) => [(entry.Row.Matter, entry.Row.Unreleased())];

    private static async Task Log(MatterEntry entry, CurrentUser user, ReadLogBook log, ShownPeople shown, params Guid[] alsoShown)
    {
        await entry.Log(log, user, "matter", "care", alsoShown);
        shown.Seen(user.Id, Screen(entry));
    }

    /// <param name="notifier">What is known of the notifier, when it has just been opened.</param>
    /// <param name="form">The form that was refused, with its prefix; the page shows it as it was typed.</param>
    /// <param name="alsoShown">Somebody else of whom the answer tells something.</param>
    public static IResult Show(
        Guid matter, FormState form, HttpContext context, MatterDoor door, MatterReader reader, ReadLogBook log, Notifier? notifier = null, Guid? alsoShown = null)
    {
        var user = context.SignedIn();
        if (door.Ask(matter, user) is not { } entry)
            return TypedResults.NotFound();
        if (!entry.MayRead)
            return entry.MayBreakGlass
                ? new PageResult<ClosedMatterView>(new { entry.Row }) { StatusCode = StatusCodes.Status403Forbidden }
                : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

        var model = reader.Read(entry, user);
        var logged = Log(
            entry, user, log, context.RequestServices.GetRequiredService<ShownPeople>(),
            [.. alsoShown is { } other ? [other] : Array.Empty<Guid>(), .. model.Answer is { Maker: not null, ToBeTold: true } ? [entry.Row.MadeBy!.Value] : Array.Empty<Guid>()]);
        return new PageResult<MatterView>(new
        {
            Model = model,
            User = user,
            Form = form,
            Notifier = notifier,
            Refused = context.Request.Query.ContainsKey("refused"),
            Done = context.Request.Query["done"].FirstOrDefault(),
        })
        { StatusCode = form.Status, SentAfter = logged };
    }
}
