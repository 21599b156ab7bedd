using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Says what is to be said of a matter's times now: tasks, their end, the resident's times. Nothing is said twice.</summary>
/// <param name="Leads">Units that have a lead; the tasks of another's lead go to the director.</param>
/// <param name="Handles">Whether a professional handles matters of a register in a unit; what one who does so no more has taken is told to the handlers of its unit.</param>
internal sealed record WatchMatter(Guid Matter, IReadOnlySet<Guid> Leads, Func<Guid, Guid, string, bool> Handles)
{
    /// <summary>The command of what is due in a matter now: the same on every node and in every run.</summary>
    public static Guid CommandId(Guid matter, MatterAlarm alarm, Watched watched, Instant now, WatchGround ground) => NamedId.Of(
        $"watch:{matter:N}:{alarm.Standing.Said}:{ground.Plan.Hash}:{ground.Rules.Hash}:{string.Join(',', watched.DueAt(now, ground.Plan.Settings.Quiet).Select(step => step.Key))}");

    /// <param name="plans">What was written when a task was acknowledged; null when it was not.</param>
    public static Decision Decide(MatterAlarm state, WatchMatter command, Func<Guid, Sealed<string>?> plans, WatchGround ground, Context context)
    {
        if (state.File is not { } file)
            return Decision.Nothing;
        var (watched, matter, register) = (Watched.Of(state, ground), command.Matter, file.Subject.Register);
        var due = watched.DueAt(context.Now, ground.Plan.Settings.Quiet);
        var raised = due.Select(step => Raised(step, state, command, ground)).ToList();
        List<IEvent> events =
        [
            .. watched.EndedAt(context.Now, ground.Plan.Settings.Quiet).Select(t => new EscalationEnded(matter, t.Task.Task, t.Why, register)),
            .. watched.Passed.Union(watched.Going.Where(t => t.Handler is not null && command.Present(t.Handler, state) is null)).Select(t => Passed(t, state, command, register)),
            .. raised,
            .. due.Zip(raised, (step, task) => CarriedOver(step, task, watched, state, plans)).OfType<EscalationAcknowledged>(),
        ];
        if (watched.Told.Count > 0)
            events.Add(new TimeTold(matter, watched.Told, WhyTold(watched.Told, state, ground), register));
        if (watched.Moved.Count > 0)
            events.Add(new TimeTold(matter, watched.Moved, TimeTold.Moved, register));
        return events.Count == 0 ? Decision.Nothing : Decision.Append(matter, [.. events]);
    }

    private static Escalated Raised(DueStep step, MatterAlarm state, WatchMatter command, WatchGround ground)
    {
        var (standing, subject, to) = (state.Standing, state.File!.Subject, command.Near(step.To, state.Standing.Unit));
        return new(
            command.Matter, step.TaskIn(command.Matter, standing.TimesTold(step.Key)), standing.Number, standing.Person, subject.ServiceLine, step.Clock, step.Rule, step.Step, to, standing.Unit,
            to == Recipients.Handler ? command.Present(standing.Handler, state) : null, step.Latest, step.AtOnce, ground.Plan.Hash, subject.Register, step.Reached);
    }

    /// <summary>The plan of a task that ended because its last day moved goes on, unless the limit has come further by the new day than it had by the old one.</summary>
    private static EscalationAcknowledged? CarriedOver(DueStep step, Escalated task, Watched watched, MatterAlarm state, Func<Guid, Sealed<string>?> plans)
    {
        var before = watched.Ended.Where(ended => ended.Why == EscalationEnded.Redated).Select(ended => ended.Task)
            .Where(old => old.By is not null && old.Clock == step.Clock && old.To == task.To && state.Standing.Done.Contains(DueStep.KeyOf(old.Clock, step.Reached ?? step.Step, old.Latest), StringComparer.Ordinal))
            .OrderByDescending(old => old.Step == step.Step).FirstOrDefault();
        return before is { By: { } by, At: var since } && plans(before.Task) is { } plan ? new(task.Matter, task.Task, by, plan, task.Register, since) : null;
    }

    private static EscalationPassed Passed(OpenTask task, MatterAlarm state, WatchMatter command, string register)
    {
        var to = command.Near(task.To, state.Standing.Unit);
        return new(command.Matter, task.Task, to, state.Standing.Unit, to == Recipients.Handler ? command.Present(state.Standing.Handler, state) : null, register);
    }

    private Guid? Present(Guid? handler, MatterAlarm state) =>
        handler is { } who && new[] { state.Standing.Unit, state.Standing.TakenFor }.Any(u => u is { } unit && Handles(who, unit, state.File!.Subject.Register)) ? who : null;

    private string Near(string to, Guid? unit) => to == Recipients.UnitLead && !(unit is { } at && Leads.Contains(at)) ? Recipients.Director : to;

    // Only a change of what was told has a reason; nothing new in the matter means that the rules are new.
    private static string WhyTold(IReadOnlyList<ToldTime> told, MatterAlarm state, WatchGround ground) =>
        told.All(t => t.Before is null) ? "began"
        : state.Standing.Changed is not { } changed || IsOfLaw(told, state, ground) ? "law"
        : changed;

    // What has happened since may have moved nothing: then the same is told of the matter as it was when the resident was last told.
    private static bool IsOfLaw(IReadOnlyList<ToldTime> told, MatterAlarm state, WatchGround ground) =>
        state.ToldFile is { } file && ToldTimes.Of(StatutoryClocks.Compute(file.ToFacts(), ground.Rules, ground.Settings), ground.Rules, state.Standing.Told) is var then
        && told.Where(t => t.Before is not null).All(then.Contains);
}
