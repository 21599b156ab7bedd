using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Content;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>A task in the reader's words.</summary>
internal sealed class TaskWords(
    EscalationsInForce plan, RulesInForce rules, ContentStore content, OrganisationQueries organisation, PageFrame frame, IStringLocalizer<EscalationTexts> texts)
{
    /// <summary>What runs out, or what the matter lies in.</summary>
    public string Clock(TaskRow task) => In(rules.Rules.Find(task.Clock)?.Name ?? plan.Plan.Find(task.Rule)?.Name) ?? task.Clock;

    /// <summary>How far it has come on a day; of a task that has ended, why it was given.</summary>
    public string Stands(TaskRow task, LocalDate today) => task switch
    {
        { Stage: TaskStage.Ended } => Step(task),
        { Latest: null } => texts["Stands_AtOnce"],
        { IsState: true, Latest: { } since } => texts.Count("Stands_Lies", Period.DaysBetween(since, today)),
        { Latest: { } last } when last < today => texts.Count("Stands_Over", Period.DaysBetween(last, today)),
        { Latest: { } last } when last == today => texts["Stands_Today"],
        { Latest: { } last } => texts.Count("Stands_Left", Period.DaysBetween(today, last)),
    };

    /// <summary>The threshold that it was given for. A step that the plan no longer has is told by its code.</summary>
    public string Step(TaskRow task) => In(plan.Plan.Find(task.Rule)?.Step(task.Reached ?? task.Step)?.Name) ?? task.Step;

    public string Line(TaskRow task) => In(content.Current.Services.Line(task.ServiceLine)?.Name) ?? task.ServiceLine;

    public string Unit(TaskRow task) => task.Unit is { } unit ? In(organisation.Unit(unit)?.Name) ?? "–" : "–";

    public string? Name(Guid? professional) => professional is { } id ? organisation.Professional(id)?.Name ?? "–" : null;

    private string? In(LocalText? text) => text?.In(frame.Language);
}
