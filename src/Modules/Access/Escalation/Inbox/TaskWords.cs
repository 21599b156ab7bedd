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
internal sealed class TaskWords
{
    private readonly EscalationsInForce _plan;
    private readonly RulesInForce _rules;
    private readonly ContentStore _content;
    private readonly OrganisationQueries _organisation;
    private readonly PageFrame _frame;
    private readonly IStringLocalizer<EscalationTexts> _texts;

    internal TaskWords(EscalationsInForce plan, RulesInForce rules, ContentStore content, OrganisationQueries organisation, PageFrame frame, IStringLocalizer<EscalationTexts> texts) =>
        (_plan, _rules, _content, _organisation, _frame, _texts) = (plan, rules, content, organisation, frame, texts);

    /// <summary>What runs out, or what the matter lies in.</summary>
    public string Clock(TaskRow task) => In(_rules.Rules.Find(task.Clock)?.Name ?? _plan.Plan.Find(task.Rule)?.Name) ?? task.Clock;

    /// <summary>How far it has come on a day; of a task that has ended, why it was given.</summary>
    public string Stands(TaskRow task, LocalDate today) => task switch
    {
        { Stage: TaskStage.Ended } => Step(task),
        { Latest: null } => _texts["Stands_AtOnce"],
        { IsState: true, Latest: { } since } => _texts.Count("Stands_Lies", Period.DaysBetween(since, today)),
        { Latest: { } last } when last < today => _texts.Count("Stands_Over", Period.DaysBetween(last, today)),
        { Latest: { } last } when last == today => _texts["Stands_Today"],
        { Latest: { } last } => _texts.Count("Stands_Left", Period.DaysBetween(today, last)),
    };

    /// <summary>The threshold that it was given for. A step that the plan no longer has is told by its code.</summary>
    public string Step(TaskRow task) => In(_plan.Plan.Find(task.Rule)?.Step(task.Reached ?? task.Step)?.Name) ?? task.Step;

    public string Line(TaskRow task) => In(_content.Current.Services.Line(task.ServiceLine)?.Name) ?? task.ServiceLine;

    public string Unit(TaskRow task) => task.Unit is { } unit ? In(_organisation.Unit(unit)?.Name) ?? "–" : "–";

    public string? Name(Guid? professional) => professional is { } id ? _organisation.Professional(id)?.Name ?? "–" : null;

    private string? In(LocalText? text) => text?.In(_frame.Language);
}
