using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>A professional's day: which starts it has and who has them. Its stream is the lock: a slot has one taker.</summary>
public sealed record ScheduleDay(ScheduleDayOpened? Opened, ImmutableDictionary<LocalTime, Guid> Taken) : IState<ScheduleDay>
{
    public static ScheduleDay Empty { get; } = new(null, ImmutableDictionary<LocalTime, Guid>.Empty);

    public static ScheduleDay Evolve(ScheduleDay state, Recorded recorded) => recorded.Event switch
    {
        ScheduleDayOpened e => state with { Opened = e },
        SlotGiven e => state with { Taken = state.Taken.SetItem(e.Start, e.Appointment) },
        SlotFreed e when state.Taken.GetValueOrDefault(e.Start) == e.Appointment => state with { Taken = state.Taken.Remove(e.Start) },
        _ => state,
    };

    /// <summary>The stream of a professional's date.</summary>
    public static Guid IdOf(Guid professional, LocalDate date) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{professional:N}{LocalDatePattern.Iso.Format(date)}")).AsSpan(0, 16), bigEndian: true);
}
