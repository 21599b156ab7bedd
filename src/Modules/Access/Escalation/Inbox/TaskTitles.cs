using Microsoft.Extensions.Localization;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Tells in a matter's history which limit a task was about, how far it had come, and whose it was.</summary>
public sealed class TaskTitles
{
    private readonly EscalationsInForce _plan;
    private readonly RulesInForce _rules;
    private readonly IStringLocalizer<EscalationTexts> _texts;
    private readonly PageFrame _frame;

    internal TaskTitles(EscalationsInForce plan, RulesInForce rules, IStringLocalizer<EscalationTexts> texts, PageFrame frame) => (_plan, _rules, _texts, _frame) = (plan, rules, texts, frame);

    /// <param name="stream">All of the matter: a task that ended is named by what it was given for.</param>
    /// <returns>Null for other events than those of a task.</returns>
    public string? Of(Recorded recorded, IReadOnlyList<Recorded> stream) => recorded.Event switch
    {
        Escalated given => _texts["History_Given", Limit(given), Step(given), To(given)].Value,
        EscalationAcknowledged { Since: not null } carried when Given(carried.Task, stream) is { } given => _texts["History_Carried", Limit(given), Step(given)].Value,
        EscalationAcknowledged done when Given(done.Task, stream) is { } given => _texts["History_Acknowledged", Limit(given), Step(given), To(given)].Value,
        EscalationEnded ended when Given(ended.Task, stream) is { } given =>
            _texts["History_Ended", Limit(given), Step(given), To(given), _texts[$"Why_{ended.Why}"]].Value,
        _ => null,
    };

    private static Escalated? Given(Guid task, IReadOnlyList<Recorded> stream) => stream.Select(r => r.Event).OfType<Escalated>().FirstOrDefault(e => e.Task == task);

    private string Limit(Escalated task) => In(_rules.Rules.Find(task.Clock)?.Name ?? _plan.Plan.Find(task.Rule)?.Name) ?? task.Clock;

    private string Step(Escalated task) => In(_plan.Plan.Find(task.Rule)?.Step(task.Reached ?? task.Step)?.Name) ?? task.Step;

    private string To(Escalated task) => _texts[$"To_{task.To}"];

    private string? In(LocalText? text) => text?.In(_frame.Language);
}
