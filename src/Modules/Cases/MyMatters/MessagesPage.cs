using System.Collections.ObjectModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Calendar;
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
        pages.MapGet(Path + "/latest", Refresh).Needs(Rights.ResidentSelf);
        pages.MapPost(Path, Write).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Open(Guid matter, HttpContext context, ResidentMatters matters, [AsParameters] Tools tools) =>
        Mine(matter, context.SignedIn(), matters) is { } seen
            ? await Show(new(), seen, context.SignedIn(), tools, context.Request.Query.ContainsKey("sent"))
            : TypedResults.NotFound();

    private static async Task<IResult> Refresh(Guid matter, HttpContext context, ResidentMatters matters, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (Mine(matter, user, matters) is not { } seen) return TypedResults.NotFound();
        if (tools.Shown.Unseen(context.Request, user.Id, Screen(seen.Row)).Count > 0) await Log(seen, user, tools);
        return new PageResult<LatestPart>(new { Followed = Read(seen, user, tools) });
    }

    private static async Task<IResult> Write(Guid matter, HttpContext context, ResidentMatters matters, [AsParameters] Tools tools)
    {
        var (form, user) = (await FormState.Sent(context), context.SignedIn());
        if (Mine(matter, user, matters) is not { } seen) return ClosedMatter.PassedOn(form, CasesPages.MyMatters, StatusCodes.Status404NotFound);
        var command = new WriteAsResident(matter, form.Text("Text") ?? "");
        var today = tools.Clock.Today();
        var outcome = await tools.Journal.Handle(form.Envelope(user, "contact", matter), work => WriteAsResident.Decide(work.State<Matter>(matter), command, today));
        if (outcome is not Outcome.Refused refused) return TypedResults.LocalRedirect(CasesPages.Messages(matter) + "?sent=1");
        form.Refuse(refused.Refusal, tools.Refusals);
        return await Show(form, seen, user, tools);
    }

    private static SeenMatter? Mine(Guid matter, CurrentUser user, ResidentMatters matters) =>
        user.Person is { } me && matters.Find(matter, me) is { Follows: true } seen ? seen : null;

    private static FollowedMatter Read(SeenMatter seen, CurrentUser user, Tools tools)
    {
        var (row, own) = (seen.Row, seen.Row.Person == user.Person);
        var (content, stream) = (ContentInUse.Of(tools.Store), tools.Journal.Stream(row.Matter));
        var times = seen.Place ? tools.StepTimes.Select(t => t.Of(stream)).FirstOrDefault() : null;
        return new(
            row, content, MatterStory.Steps(stream, tools.Refusals, times ?? ReadOnlyDictionary<int, string>.Empty),
            MatterStory.Messages(stream, tools.Journal, user.Person, content.Rules, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, hidesTimes: !seen.Place),
            MatterClocks.Of(row, content, tools.Clock.Today()), tools.Times.Select(t => t.Next(row.Matter, user)).FirstOrDefault(), AlarmSeen.Of(stream, seen.Place), own);
    }

    private static IEnumerable<(Guid, bool)> Screen(MatterRow row) => [(row.Matter, row.Unreleased())];

    private static async Task Log(SeenMatter seen, CurrentUser user, Tools tools)
    {
        var row = seen.Row;
        await tools.Log.Record(ReadEntry.Of(user, "matter", row.Register, row.Person == user.Person ? ReadGround.Own : ReadGround.None, "contact", row.Person), row);
        tools.Shown.Seen(user.Id, Screen(row));
    }

    private static async Task<IResult> Show(FormState form, SeenMatter seen, CurrentUser user, Tools tools, bool sent = false)
    {
        await Log(seen, user, tools);
        var read = Read(seen, user, tools);
        return new PageResult<MessagesView>(new
        {
            Form = form,
            Followed = read,
            ForWhom = read.Own ? null : tools.People.NameOf(seen.Person)?.Full,
            Sent = sent,
            Parts = seen.Place ? tools.Parts.ToList() : [],
            seen.Place,
        })
        { StatusCode = form.Status };
    }

    /// <summary>What the page works with.</summary>
    internal sealed record Tools(
        Journal Journal, ContentStore Store, People People, ReadLogBook Log, ShownPeople Shown, IClock Clock, IEnumerable<ResidentMatterPart> Parts, IEnumerable<IResidentTimes> Times, IEnumerable<IStepTimes> StepTimes,
        RefusalText Refusals);
}
