using Microsoft.Extensions.Localization;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>Tells in a matter's history which limit a task was about, and how far it had come.</summary>
public interface ITaskTitles
{
    /// <param name="stream">All of the matter: a task that ended is named by what it was given for.</param>
    /// <returns>Null for other events than those of a task.</returns>
    string? Of(Recorded recorded, IReadOnlyList<Recorded> stream);
}

internal sealed class TaskTitles(EscalationsInForce plan, RulesInForce rules, IStringLocalizer<EscalationTexts> texts, PageFrame frame) : ITaskTitles
{
    public string? Of(Recorded recorded, IReadOnlyList<Recorded> stream) => recorded.Event switch
    {
        Escalated given => texts["History_Given", Limit(given), Step(given)].Value,
        EscalationAcknowledged { Since: not null } carried when Given(carried.Task, stream) is { } given => texts["History_Carried", Limit(given), Step(given)].Value,
        EscalationEnded ended when Given(ended.Task, stream) is { } given =>
            texts["History_Ended", Limit(given), Step(given), texts[$"Why_{ended.Why}"]].Value,
        _ => null,
    };

    private static Escalated? Given(Guid task, IReadOnlyList<Recorded> stream) => stream.Select(r => r.Event).OfType<Escalated>().FirstOrDefault(e => e.Task == task);

    private string Limit(Escalated task) => In(rules.Rules.Find(task.Clock)?.Name ?? plan.Plan.Find(task.Rule)?.Name) ?? task.Clock;

    private string Step(Escalated task) => In(plan.Plan.Find(task.Rule)?.Step(task.Reached ?? task.Step)?.Name) ?? task.Step;

    private string? In(LocalText? text) => text?.In(frame.Language);
}
