using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>What must be known of a matter to watch its times: its clocks, who has it, and who has been told what.</summary>
/// <param name="File">Null until an event opens the matter.</param>
/// <param name="ToldFile">What its clocks knew when the resident was last told of them; null when that is not known.</param>
internal sealed record MatterAlarm(ClockFile? File, Standing Standing, ClockFile? ToldFile = null) : IState<MatterAlarm>
{
    public static MatterAlarm Empty { get; } = new(null, Standing.Unknown);

    public static MatterAlarm Evolve(MatterAlarm state, Recorded recorded)
    {
        var e = recorded.Event;
        if (ClockFile.MatterOf(e) is not null)
            state = WithClocks(state, recorded);
        var standing = state.Standing;
        if (e is IClockUnit at)
            standing = standing with { Unit = at.Unit };
        if (e is ICareRelation relation)
            standing = standing with { Person = relation.Person };
        if (e is IMatterProgress progress)
            standing = standing.After(progress.Progress(), recorded.HappenedAt, FinnishTime.Day(recorded.RecordedAt), recorded.Actor.Unit);
        if (e is IBookedTime time)
            standing = standing.After(time, recorded.Actor.Kind == "person");
        return state with
        {
            Standing = e switch
            {
                Escalated raised => standing.After(raised),
                EscalationPassed passed => standing.After(passed),
                EscalationAcknowledged seen => standing.After(seen, recorded.RecordedAt),
                EscalationEnded ended => standing.After(ended),
                TimeTold told => standing.After(told),
                _ => standing,
            },
            ToldFile = e is TimeTold { Why: not TimeTold.Moved } ? state.File : state.ToldFile,
        };
    }

    private static MatterAlarm WithClocks(MatterAlarm state, Recorded recorded)
    {
        if (ClockFile.After(state.File, recorded.Event) is not { } file)
            return state;
        var moments = state.Standing.Moments;
        foreach (var fact in file.Facts)
            if (!moments.Any(m => m.Day == fact.Day))
                moments = [.. moments, new(fact.Day, recorded.HappenedAt)];
        return state with { File = file, Standing = state.Standing with { Moments = moments, Changed = Change(recorded.Event) ?? state.Standing.Changed, UrgentAt = UrgentAt(state, recorded) } };
    }

    private static Instant? UrgentAt(MatterAlarm state, Recorded recorded) =>
        recorded.Event is IClockCorrection c && c.ClockCorrection().Reasons is not null ? recorded.HappenedAt : state.Standing.UrgentAt;

    // What the resident is told as the reason when a date changes.
    private static string? Change(IEvent e) => e switch
    {
        IClockCorrection c when c.ClockCorrection() is { ServiceLine: not null } => "referred",
        IClockCorrection c when c.ClockCorrection() is { Wrong: not null } => "corrected",
        IClockEnding ending when ending.ClockEnding()?.Reason == ClockEndingReason.Reopened => "reopened",
        IClockFact fact when fact.ClockFacts().Any(f => f.Fact == "limit_extended") => "extended",
        IClockCorrection c when c.ClockCorrection() is { Reasons: not null } => "reassessed",
        IClockFact => "happened",
        _ => null,
    };
}
