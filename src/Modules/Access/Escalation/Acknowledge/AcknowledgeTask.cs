using Yhteys.Access.Escalation.Watch;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Identity;

namespace Yhteys.Access.Escalation.Acknowledge;

/// <summary>Somebody has seen a task and says what will be done about it.</summary>
/// <param name="Inboxes">The inboxes of the one who acknowledges.</param>
internal sealed record AcknowledgeTask(Guid Matter, Guid Task, string Plan, IReadOnlyCollection<string> Inboxes)
{
    public const int LongestPlan = 500;

    /// <param name="first">Who has acknowledged it already, if somebody has.</param>
    public static Decision Decide(MatterAlarm state, AcknowledgeTask command, ProfessionalRow? first, WatchGround ground, Context context)
    {
        if (state.Standing.Find(command.Task) is not { } task || state.File is not { } file) return new TaskIsOver();
        if (!command.Inboxes.Contains(Escalation.Inboxes.Of(task.To, task.Unit, task.Handler, file.Subject.Register))) return new NotYourTask();
        if (Watched.Of(state, ground).Ended.Any(ended => ended.Task.Task == command.Task)) return new TaskIsOver();
        if (task.By is not null) return new AcknowledgedBefore(first?.Name ?? "–", task.At!.Value);
        if (string.IsNullOrWhiteSpace(command.Plan)) return new PlanMissing();
        if (command.Plan.Length > LongestPlan) return new PlanTooLong(LongestPlan);
        if (Hetu.IsIn(command.Plan)) return new PlanHoldsIdentityCode();
        return Decision.Append(command.Matter, new EscalationAcknowledged(
            command.Matter, command.Task, context.Actor.Id, Seal.With(command.Matter, command.Plan.Trim()), file.Subject.Register));
    }
}
