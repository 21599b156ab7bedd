using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Calendar;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>What is to be said of a matter's times, now or later. Pure: of its events, the plan and the rules.</summary>
/// <param name="Steps">Steps that nobody has been told, or not since their clock waits again; in the order of their moments.</param>
/// <param name="Ended">Tasks that have nothing left to do, and why.</param>
/// <param name="Passed">Tasks that belong to somebody else now.</param>
/// <param name="Going">The other tasks that go on.</param>
/// <param name="Told">Times that the resident does not know yet.</param>
/// <param name="Moved">Booked times that the unit has moved.</param>
internal sealed record Watched(
    IReadOnlyList<DueStep> Steps, IReadOnlyList<(OpenTask Task, string Why)> Ended, IReadOnlyList<OpenTask> Passed, IReadOnlyList<OpenTask> Going,
    IReadOnlyList<ToldTime> Told, IReadOnlyList<ToldTime> Moved)
{
    public static Watched Nothing { get; } = new([], [], [], [], [], []);

    /// <summary>Something that does not wait for the end of quiet hours.</summary>
    private bool Now => Ended.Any(ended => !GoesOn(ended)) || Passed.Count + Told.Count + Moved.Count > 0;

    /// <summary>The tasks to end at a moment. One whose plan may go on waits in quiet hours for the task in which it does.</summary>
    public IReadOnlyList<(OpenTask Task, string Why)> EndedAt(Instant now, QuietHours quiet) => quiet.Hold(now) ? [.. Ended.Where(ended => !GoesOn(ended))] : Ended;

    private static bool GoesOn((OpenTask Task, string Why) ended) => ended is { Why: EscalationEnded.Redated, Task.By: not null };

    public static Watched Of(MatterAlarm alarm, WatchGround ground)
    {
        if (alarm.File is not { } file)
            return Nothing;
        var standing = alarm.Standing;
        var clocks = StatutoryClocks.Compute(file.ToFacts(), ground.Rules, ground.Settings);
        var ended = standing.Tasks.Select(task => (Task: task, Why: WhyOver(task, alarm, clocks))).Where(t => t.Why is not null).Select(t => (t.Task, t.Why!)).ToList();
        var going = standing.Tasks.Where(task => ended.All(e => e.Task != task)).ToLookup(task => BelongsElsewhere(task, standing));
        return new(
            [.. clocks.SelectMany(clock => Thresholds.Of(clock, alarm, ground)).Concat(Thresholds.OfStates(alarm, ground)).OrderBy(step => step.At).ThenBy(step => step.Key, StringComparer.Ordinal)],
            ended,
            [.. going[true]],
            [.. going[false]],
            standing.ResidentFollows ? ToldTimes.Of(clocks, ground.Rules, standing.Told) : [],
            standing.ResidentFollows ? [.. standing.Booked.Where(b => b.Before is not null).Select(b => new ToldTime(ToldTimes.Appointment, b.Day, b.Before))] : []);
    }

    /// <summary>The steps to tell at a moment: of one clock and one recipient only the last that has been reached. All are told of the last that any has.</summary>
    public IReadOnlyList<DueStep> DueAt(Instant now, QuietHours quiet)
    {
        var silent = quiet.Hold(now);
        var due = Steps.Where(step => step.At <= now && (step.AtOnce || !silent)).ToList();
        return
        [
            .. due.Select((step, i) => (Step: step, Later: due.Skip(i + 1).Where(later => later.Clock == step.Clock && later.Latest == step.Latest).ToList()))
                .Where(s => !s.Later.Exists(later => later.To == s.Step.To))
                .Select(s => s.Step with { Reached = s.Later.LastOrDefault()?.Step }),
        ];
    }

    /// <summary>The next moment at which there is something to do, and the next one in quiet hours too.</summary>
    /// <param name="recorded">What need not wait is due from now on.</param>
    public (Instant? Next, Instant? AtOnce) Moments(Instant recorded)
    {
        if (Now)
            return (recorded, recorded);
        return (Ended.Count > 0 ? recorded : Steps.Min(step => (Instant?)step.At), Steps.Where(step => step.AtOnce).Min(step => (Instant?)step.At));
    }

    private static string? WhyOver(OpenTask task, MatterAlarm alarm, IReadOnlyList<ClockResult> clocks)
    {
        if (task.Clock.StartsWith(DueStep.StatePrefix, StringComparison.Ordinal))
            return Thresholds.Lying(alarm).Any(s => DueStep.StatePrefix + s.Name == task.Clock && FinnishTime.Day(s.Since) == task.Latest) ? null : EscalationEnded.Left;
        return clocks.FirstOrDefault(clock => clock.Rule.Id == task.Clock) switch
        {
            null => "changed",
            { Why: not NotApplicableReason.None } => "changed",
            { MetOn: not null } => "met",
            { EndedOn: not null } => "ended",
            { Start: null } => "changed",
            { IsImmediate: false } clock when clock.LastInTime != task.Latest => EscalationEnded.Redated,
            _ => null,
        };
    }

    private static bool BelongsElsewhere(OpenTask task, Standing standing) => task.To switch
    {
        Recipients.Handler => task.Holder != standing.Handler || (task.Handler is null && task.Unit != standing.Unit),
        Recipients.UnitLead => task.Unit != standing.Unit,
        _ => false,
    };
}
