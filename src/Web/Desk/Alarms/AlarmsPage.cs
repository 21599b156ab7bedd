using Microsoft.AspNetCore.Http.HttpResults;
using Yhteys.Access;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Alarms;

/// <summary>Alarms of danger: the list, the banner's fragment, and the acknowledgement.</summary>
internal static class AlarmsPage
{
    public const string Path = "/alarms";
    public const string Banner = Path + "/banner";

    /// <summary>Live topic of the banner and the list.</summary>
    public const string Topic = "alarms";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (HttpContext context, AlarmReader reader, ReadLogBook log) => Show(new(), context, reader, log)).Needs(Rights.AlarmSee);
        pages.MapGet(Banner, (HttpContext context, AlarmReader reader) =>
            new PageResult<AlarmBannerText>(new { Alarms = reader.Open(context.SignedIn()) })).Needs(Rights.AlarmSee);
        pages.MapPost(Path + "/{matter:guid}/acknowledge", Acknowledge).Needs(Rights.MatterHandle);
    }

    private static async Task<IResult> Acknowledge(
        Guid matter, HttpContext context, AlarmReader reader, Journal journal, ReadLogBook log, RefusalText refusals)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        if (reader.Find(matter, user) is not { } item) return TypedResults.NotFound();
        if (!item.May || user.Unit is not { } unit) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);

        var outcome = await journal.Handle(form.Envelope(user, "alarm", matter), work =>
        {
            var state = work.State<Matter>(matter);
            return AcknowledgeAlarm.Decide(state, new(matter, user.Id, unit), state.Alarm?.AcknowledgedBy is { } first ? work.Row<ProfessionalRow>(first) : null);
        });
        if (outcome is not Outcome.Refused { Refusal: var refusal }) return TypedResults.LocalRedirect(MatterAddress.Of(matter));
        form.Refuse(refusal, refusals, field: "");
        return await Show(form, context, reader, log);
    }

    private static IEnumerable<(Guid Person, bool Unreleased)> Shown(AlarmItem item)
    {
        if (item.Name is not null) yield return (item.Matter.Person, item.Matter.Unreleased());
        if (item.Maker is { Hidden: false }) yield return (item.Matter.MadeBy!.Value, item.Matter.Unreleased());
    }

    private static async Task<IResult> Show(FormState form, HttpContext context, AlarmReader reader, ReadLogBook log)
    {
        var user = context.SignedIn();
        var items = reader.Items(user);
        await log.Record(items.SelectMany(Shown), people => ReadEntry.Of(user, "alarms", Registers.None, ReadGround.None, "care", people));
        return new PageResult<AlarmsView>(new { Items = items, Form = form, HasWorklist = user.May(Rights.MatterList), Alone = (int)reader.Alone.TotalMinutes }) { StatusCode = form.Status };
    }
}
