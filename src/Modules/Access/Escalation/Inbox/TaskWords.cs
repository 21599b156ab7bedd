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
    public string Clock(TaskRow task) => Clock(task.Clock, task.Rule);

    /// <param name="clock">Id of the rule, or of a state.</param>
    /// <param name="rule">Id of the entry in content/escalations.</param>
    public string Clock(string clock, string rule) => In(rules.Rules.Find(clock)?.Name ?? plan.Plan.Find(rule)?.Name) ?? clock;

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
    public string Step(TaskRow task) => Step(task.Rule, task.Reached ?? task.Step);

    /// <param name="rule">Id of the entry in content/escalations.</param>
    public string Step(string rule, string step) => In(plan.Plan.Find(rule)?.Step(step)?.Name) ?? step;

    /// <summary>Whose task it is, as a sentence without its full stop.</summary>
    /// <param name="recipient">handler, unit_lead or director.</param>
    public string To(string recipient) => texts[$"To_{recipient}"];

    public string Line(TaskRow task) => In(content.Current.Services.Line(task.ServiceLine)?.Name) ?? task.ServiceLine;

    public string Unit(TaskRow task) => task.Unit is { } unit ? In(organisation.Unit(unit)?.Name) ?? "–" : "–";

    public string? Name(Guid? professional) => professional is { } id ? organisation.Professional(id)?.Name ?? "–" : null;

    private string? In(LocalText? text) => text?.In(frame.Language);
}
