using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.OpenNotifier;

/// <summary>Opens what is known of a notifier: with a reason, as an event and in the read log apart; shown on this one answer and never again by itself.</summary>
internal static class OpenNotifierPosts
{
    private const string Action = "notifier";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapPost($"/matters/{{matter:guid}}/{Action}", Open).Needs(Rights.MatterHandle);

    private static async Task<IResult> Open(
        Guid matter, HttpContext context, Journal journal, MatterDoor door, MatterReader reader, ReadLogBook log, RefusalText refusals)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context, Action));
        if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
        if (!entry.MayHandle) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);

        var outcome = await journal.Handle(form.Envelope(user, Action, matter), work =>
            Cases.OpenNotifier.Decide(work.State<Matter>(matter), new(matter, user.Id, form.Text("Reason") ?? "")));
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            form.Refuse(refusal, refusals);
            return MatterPage.Show(matter, form, context, door, reader, log);
        }

        var notifier = journal.Keys.Open(journal.Stream(matter).Select(r => r.Event).OfType<NoticeGiven>().First().Notifier);
        // The entry names the notifier, whose data it is, if they are known as a person: the person of the matter must not learn of it.
        Guid[] people = notifier?.Person is { } person ? [person] : [];
        await log.Record(ReadEntry.Of(user, ReadLogBook.OpenedNotifierScreen, entry.Row.Register, ReadGround.None, form.Text("Reason"), people));
        return MatterPage.Show(matter, form, context, door, reader, log, notifier);
    }
}
