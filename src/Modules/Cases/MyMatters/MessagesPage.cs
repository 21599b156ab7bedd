using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>One matter of the resident: the story so far, the messages and a new one.</summary>
internal static class MessagesPage
{
    private const string Path = "/my-matters/{matter:guid}/messages";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, Open).Needs(Rights.ResidentSelf);
        pages.MapPost(Path, Write).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Open(
        Guid matter, HttpContext context, Journal journal, ContentStore store, People people, ReadLogBook log, IClock clock, IEnumerable<ResidentMatterPart> parts) =>
        Mine(matter, context.SignedIn(), journal, people, clock) is { } row
            ? await Show(new(), row, context.SignedIn(), journal, store, log, clock, parts)
            : TypedResults.NotFound();

    private static async Task<IResult> Write(
        Guid matter, HttpContext context, Journal journal, ContentStore store, People people, ReadLogBook log, IClock clock,
        IEnumerable<ResidentMatterPart> parts, RefusalText refusals)
    {
        var (form, user) = (await context.Form(), context.SignedIn());
        if (Mine(matter, user, journal, people, clock) is not { } row) return TypedResults.NotFound();
        var command = new WriteAsResident(matter, form.Text("Text") ?? "");
        var today = clock.Today();
        var outcome = await journal.Handle(form.Envelope(user, "contact", matter), work => WriteAsResident.Decide(work.State<Matter>(matter), command, today));
        if (outcome is not Outcome.Refused refused) return TypedResults.LocalRedirect(CasesPages.Messages(matter));
        form.Errors.Add(refused.Refusal, refusals);
        return await Show(form, row, user, journal, store, log, clock, parts);
    }

    private static MatterRow? Mine(Guid matter, CurrentUser user, Journal journal, People people, IClock clock) =>
        user.Person is { } me && journal.Find<MatterRow>(matter) is { } row
        && MatterSights.Of(row, me, people.Find(row.Person), clock.Today()) == MatterSight.All ? row : null;

    private static async Task<IResult> Show(
        FormState form, MatterRow row, CurrentUser user, Journal journal, ContentStore store, ReadLogBook log, IClock clock, IEnumerable<ResidentMatterPart> parts)
    {
        await log.Record(ReadEntry.Of(user, "matter", row.Register, row.Person == user.Person ? ReadGround.Own : ReadGround.None, "contact", row.Person));
        var (content, stream) = (ContentInUse.Of(store), journal.Stream(row.Matter));
        return new RazorComponentResult<MessagesView>(new
        {
            Form = form,
            Matter = row,
            Content = content,
            Steps = MatterStory.Steps(stream),
            Messages = MatterStory.Messages(stream, journal),
            Clocks = MatterClocks.Of(row, content, clock.Today()),
            Parts = parts.ToList(),
        })
        { StatusCode = form.Status };
    }
}
