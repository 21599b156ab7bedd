using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Residents.Care;

namespace Yhteys.Access.Escalation.Views;

/// <summary>A matter whose times are watched.</summary>
/// <param name="NextAt">When something must be said of it next; null when nothing is ahead.</param>
/// <param name="AtOnceAt">The same for what is said in quiet hours too.</param>
/// <param name="MovedAt">When its last event was recorded; what need not wait is due since then.</param>
[Index("NextAt", "Matter", Where = "nextat is not null")]
[Index("AtOnceAt", "Matter", Where = "atonceat is not null")]
internal sealed record WatchRow(Guid Matter, Instant? NextAt, Instant? AtOnceAt, Instant MovedAt, ClockFile File, Standing Standing)
{
    public MatterAlarm Alarm => new(File, Standing);
}

/// <summary>Every matter with the moment at which somebody must be told something, so that the watch looks only at those whose moment has come.</summary>
internal sealed class WatchView(Law law, EscalationPlan plan) : View, ILawView
{
    public const string ViewName = "access_watch";
    private readonly WatchGround _ground = WatchGround.Of(plan, law);

    public override string Name => ViewName;
    public override int Version => 16;
    public override bool Inline => false;
    public override string ContentHash => $"{plan.Hash} {law.Hash}";
    public override IReadOnlyList<Type> Rows => [typeof(WatchRow)];
    public override IReadOnlyList<Type> Sources => [typeof(WatchRow)];

    public View Under(Law other) => new WatchView(other, plan);

    public override bool Handles(Type eventType) =>
        ClockFile.Concerns(eventType) || eventType.IsAssignableTo(typeof(IClockUnit)) || eventType.IsAssignableTo(typeof(IMatterProgress)) || eventType.IsAssignableTo(typeof(IBookedTime))
        || eventType.IsAssignableTo(typeof(ICareRelation)) || eventType == typeof(Escalated) || eventType == typeof(EscalationPassed)
        || eventType == typeof(EscalationAcknowledged) || eventType == typeof(EscalationEnded) || eventType == typeof(TimeTold);

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows) is { } row)
            Derive(row, rows);
    }

    public override void FoldSources(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows) is { } row)
            rows.Put(row);
    }

    public override void Derive(object source, IRows rows)
    {
        var row = (WatchRow)source;
        var (next, atOnce) = Watched.Of(row.Alarm, _ground).Moments(row.MovedAt);
        rows.Put(row with { NextAt = next, AtOnceAt = atOnce });
    }

    /// <summary>What is known of the matter after an event, its moments not yet reckoned; null of what is no matter yet.</summary>
    private static WatchRow? After(Recorded recorded, IRows rows)
    {
        var alarm = MatterAlarm.Evolve(rows.Get<WatchRow>(recorded.Stream)?.Alarm ?? MatterAlarm.Empty, recorded);
        return alarm.File is { } file ? new(recorded.Stream, null, null, recorded.RecordedAt, file, alarm.Standing) : null;
    }
}
