using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>The moments at which the steps of a clock or a state are reached. Pure.</summary>
internal static class Thresholds
{
    /// <summary>The steps of a clock that waits to be met.</summary>
    public static IEnumerable<DueStep> Of(ClockResult clock, MatterAlarm alarm, WatchGround ground)
    {
        if (!Waits(clock) || ground.Plan.For(clock.Rule, alarm.File!.Subject.ServiceLine, clock.Start!.Value) is not { } entry)
            return [];
        return Left(entry.Steps.Select(step => new DueStep(
            clock.Rule.Id, entry.Id, step.Id, step.To, clock.IsImmediate ? null : clock.LastInTime, MomentOf(step.When, clock, alarm.Standing, ground), clock.IsImmediate)), alarm.Standing);
    }

    /// <summary>The steps of the state that the matter lies in, and of a message that waits for an answer.</summary>
    public static IEnumerable<DueStep> OfStates(MatterAlarm alarm, WatchGround ground) =>
        Lying(alarm).SelectMany(state => OfState(state.Name, state.Since, alarm, ground));

    /// <summary>What the matter lies in. One that the client has written to lies in its message, whatever its state.</summary>
    public static IEnumerable<(string Name, Instant Since)> Lying(MatterAlarm alarm)
    {
        var standing = alarm.Standing;
        if (standing.State is not "")
            yield return (standing.State, standing.StateAt);
        if (standing is { MessageAt: { } message, State: not MatterProgress.Waiting })
            yield return ("message", message);
    }

    /// <summary>A clock that has begun and is neither met nor over.</summary>
    public static bool Waits(ClockResult clock) => clock is { Why: NotApplicableReason.None, Start: not null, MetOn: null, EndedOn: null };

    private static IEnumerable<DueStep> OfState(string state, Instant since, MatterAlarm alarm, WatchGround ground)
    {
        var day = FinnishTime.Day(since);
        if (ground.Plan.For(state, alarm.File!.Subject.ServiceLine, day) is not { } entry)
            return [];
        return Left(entry.Steps.Select(step => new DueStep(
            DueStep.StatePrefix + state, entry.Id, step.Id, step.To, day,
            Told(WorkingDays.Statutory.Add(day, step.When.WorkingDays!.Value), step.When, ground), false)), alarm.Standing);
    }

    /// <summary>Those that have not been told, or whose task ended before the clock came to wait again. When a later one of the same clock has been told to the same person, an earlier one has nothing to add.</summary>
    private static IEnumerable<DueStep> Left(IEnumerable<DueStep> steps, Standing standing)
    {
        var inOrder = steps.OrderBy(step => step.At).ToList();
        for (var i = 0; i < inOrder.Count; i++)
            if (!inOrder.Skip(i).Any(later => later.To == inOrder[i].To && standing.HasTold(later.Key)))
                yield return inOrder[i];
    }

    private static Instant MomentOf(StepMoment when, ClockResult clock, Standing standing, WatchGround ground)
    {
        var (start, last) = (clock.CountedFrom!.Value, clock.LastInTime!.Value);
        return when switch
        {
            { HoursOpen: { } hours } => OpenSince(clock, standing) + Duration.FromHours(hours),
            { OverdueDays: { } days } => Told(WorkingDays.Statutory.OnOrAfter(last.PlusDays(days)), when, ground),
            { DaysLeft: { } days } => Told(Before(clock.Strict!.Value.PlusDays(-days), start), when, ground),
            _ => Told(Before(start.PlusDays((Period.DaysBetween(start, last) * when.ShareUsed!.Value + 99) / 100), start), when, ground),
        };
    }

    /// <summary>A warning that falls on a day off comes on the working day before it, while something can still be done; never before the start.</summary>
    private static LocalDate Before(LocalDate day, LocalDate start)
    {
        while (day > start && !WorkingDays.Statutory.IsWorking(day))
            day = day.PlusDays(-1);
        return LocalDate.Max(day, start);
    }

    private static Instant Told(LocalDate day, StepMoment when, WatchGround ground)
    {
        var quiet = ground.Plan.Settings.Quiet;
        return quiet.After((day + (when.At ?? quiet.To)).InZoneLeniently(Fi.Helsinki).ToInstant());
    }

    private static Instant OpenSince(ClockResult clock, Standing standing)
    {
        var day = LocalDate.Max(clock.CountedFrom!.Value, clock.AppliesFrom ?? clock.CountedFrom.Value);
        var began = standing.Moments.FirstOrDefault(m => m.Day == day)?.At ?? day.AtStartOfDayInZone(Fi.Helsinki).ToInstant();
        return standing.UrgentAt is { } urgent ? Instant.Max(began, urgent) : began;
    }
}
