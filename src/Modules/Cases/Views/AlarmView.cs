using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Cases.Views;

/// <summary>An alarm of danger in a matter.</summary>
/// <param name="Unit">The unit that was alarmed first.</param>
/// <param name="Open">Nobody has acknowledged it.</param>
/// <param name="By">Who acknowledged it, and below in the name of which unit and when.</param>
[Index("Open", "RaisedAt")]
[Index("AcknowledgedAt")]
public sealed record AlarmRow(
    Guid Matter, Guid Unit, string Register, Instant RaisedAt, bool Open, Guid? By, Guid? ByUnit, Instant? AcknowledgedAt);

/// <summary>Alarms of danger, from raised to acknowledged.</summary>
internal sealed class AlarmView : View
{
    public override string Name => "alarms";
    public override IReadOnlyList<Type> Rows => [typeof(AlarmRow)];

    public override bool Handles(Type eventType) => eventType == typeof(DangerAlarmRaised) || eventType == typeof(DangerAlarmAcknowledged);

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is DangerAlarmRaised raised)
            rows.Put(new AlarmRow(raised.Matter, raised.Unit, raised.Register, recorded.RecordedAt, true, null, null, null));
        else if (recorded.Event is DangerAlarmAcknowledged by && rows.Get<AlarmRow>(by.Matter) is { Open: true } row)
            rows.Put(row with { Open = false, By = by.Professional, ByUnit = by.Unit, AcknowledgedAt = recorded.RecordedAt });
    }
}
