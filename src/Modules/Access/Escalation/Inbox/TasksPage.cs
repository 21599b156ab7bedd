using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Acknowledge;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Everybody's tasks of times that run out. They name no client; whose matter it is opens on the matter's own page, to those who may.</summary>
internal static class TasksPage
{
    public const string List = AccessModule.Tasks, Digests = List + "/digests", Screen = "tasks";
    private const int DigestDays = 30;

    public static string Task(Guid task) => $"{List}/{task}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(List, ShowList).Needs(Rights.TaskHandle);
        pages.MapGet(Digests, (HttpContext context, TaskInbox inbox) =>
            new PageResult<DigestsView>(new { Days = inbox.Digests(inbox.Of(context.SignedIn()), DigestDays) })).Needs(Rights.TaskHandle);
        pages.MapGet(List + "/{task:guid}", (Guid task, HttpContext context, [AsParameters] Tools tools) => Show(task, new FormState(), context, tools)).Needs(Rights.TaskHandle);
        pages.MapPost(List + "/{task:guid}", Acknowledge).Needs(Rights.TaskHandle);
    }

    /// <summary>What the pages work with.</summary>
    internal sealed record Tools(
        Journal Journal, TaskInbox Inbox, EscalationsInForce Plan, RulesInForce Rules, ReadLogBook Log, RefusalText Refusals, IClock Clock);

    private static async Task<IResult> ShowList(HttpContext context, [AsParameters] Tools tools)
    {
        var (user, form) = (context.SignedIn(), FormState.Read(context.Request.Query));
        var stage = form.Text("stage") switch { "acknowledged" => TaskStage.Acknowledged, "ended" => TaskStage.Ended, _ => TaskStage.Open };
        var inboxes = tools.Inbox.Of(user);
        var counts = tools.Inbox.Count(inboxes);
        var pages = PageNumber.Last(counts.GetValueOrDefault(stage), TaskInbox.PageSize);
        // A page that has gone with its tasks is the last that there is.
        var page = PageNumber.Of(form.Text("page"), pages);
        var tasks = tools.Inbox.Tasks(inboxes, stage, page);
        await Log(tools, user, Registers.None, tasks);
        return new PageResult<TasksView>(new
        {
            Stage = stage,
            Tasks = tasks,
            Counts = counts,
            Page = page,
            Pages = pages,
            Digest = tools.Inbox.NewestDigest(inboxes),
            Today = tools.Clock.Today(),
            Done = form.Text("done") is not null,
        });
    }

    private static async Task<IResult> Show(Guid id, FormState form, HttpContext context, Tools tools)
    {
        var user = context.SignedIn();
        if (tools.Journal.Find<TaskRow>(id) is not { } task)
            return TypedResults.NotFound();
        if (!tools.Inbox.Of(user).Contains(task.Inbox, StringComparer.Ordinal))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        await Log(tools, user, task.Register, [task]);
        return new PageResult<TaskPageView>(new
        {
            Task = task,
            Form = form,
            Plan = tools.Journal.Keys.Open(task.Plan),
            MayOpen = user.May(Rights.MatterRead, task.Register),
            Today = tools.Clock.Today(),
        })
        { StatusCode = form.Status };
    }

    private static Task Log(Tools tools, CurrentUser user, string register, IReadOnlyList<TaskRow> tasks)
    {
        var unknown = tools.Inbox.UnknownToPerson([.. tasks.Select(t => t.Matter).Distinct()]);
        return tools.Log.Record(
            tasks.Where(t => t.Person is not null).Select(t => (t.Person!.Value, unknown.Contains(t.Matter))),
            people => ReadEntry.Of(user, Screen, register, ReadGround.None, "care", people));
    }

    private static async Task<IResult> Acknowledge(Guid task, HttpContext context, [AsParameters] Tools tools)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        if (tools.Journal.Find<TaskRow>(task) is not { } row)
            return TypedResults.NotFound();
        var command = new AcknowledgeTask(row.Matter, task, form.Text("Plan") ?? "", tools.Inbox.Of(user));
        var ground = WatchGround.Of(tools.Plan.Plan, tools.Rules.Current);
        var outcome = await tools.Journal.Handle(form.Envelope(user, "escalation", row.Matter), work =>
        {
            var state = work.State<MatterAlarm>(row.Matter);
            var first = state.Standing.Find(task)?.By is { } by ? work.Row<ProfessionalRow>(by) : null;
            return AcknowledgeTask.Decide(state, command, first, ground, work.Context(row.Matter));
        });
        if (outcome is not Outcome.Refused { Refusal: var no })
            return TypedResults.LocalRedirect(List + "?done=1");
        form.Refuse(no, tools.Refusals);
        return await Show(task, form, context, tools);
    }
}
