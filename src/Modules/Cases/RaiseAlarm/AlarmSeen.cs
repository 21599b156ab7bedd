using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Cases;

/// <summary>That somebody at work has seen an alarm of danger, as it is told to those who follow the matter.</summary>
/// <param name="Unit">In the name of which unit; null when the reader may not see where the matter is handled, or for one who works for the whole county.</param>
public sealed record AlarmSeen(Instant At, Guid? Unit)
{
    /// <param name="place">The reader may see where the matter is handled.</param>
    /// <returns>Null when nobody has seen it, when there is none, and of a notice of worry: what its notifier told is not told on.</returns>
    public static AlarmSeen? Of(IReadOnlyList<Recorded> stream, bool place) =>
        stream.LastOrDefault(r => r.Event is DangerAlarmAcknowledged) is { Event: DangerAlarmAcknowledged seen } recorded && !stream.Any(r => r.Event is NoticeGiven)
            ? new(recorded.HappenedAt, place && seen.Unit != Roles.WholeCounty ? seen.Unit : null)
            : null;
}
