using NodaTime;

namespace Yhteys.Access;

/// <summary>An event that gives a matter a time, or takes one away: a matter with a time before its last day is not a breach to come.</summary>
public interface IBookedTime
{
    /// <summary>The matter (asia) that the time is for.</summary>
    Guid Matter { get; }

    /// <summary>The same id for the same time through all its changes.</summary>
    Guid Appointment { get; }

    BookedTime BookedTime();
}

/// <param name="Date">The day of the time; null when the event does not change it.</param>
public sealed record BookedTime(BookedTimeChange Change, LocalDate? Date = null);

/// <summary>A time that a client has or is offered, as long as nobody has marked what came of it.</summary>
public sealed record HeldTime(Guid Appointment, LocalDate Day)
{
    /// <summary>The times of a matter after an event.</summary>
    public static IReadOnlyList<HeldTime> After(IReadOnlyList<HeldTime> before, IBookedTime e)
    {
        var (change, others) = (e.BookedTime(), before.Where(t => t.Appointment != e.Appointment));
        if (change.Change == BookedTimeChange.Gone) return [.. others];
        return (change.Date ?? before.FirstOrDefault(t => t.Appointment == e.Appointment)?.Day) is { } day ? [.. others, new(e.Appointment, day)] : before;
    }
}

public enum BookedTimeChange
{
    /// <summary>A time is held for the client, who has not answered yet.</summary>
    Offered,

    /// <summary>The client has said yes.</summary>
    Accepted,

    /// <summary>Another day, as sure as before.</summary>
    Moved,

    /// <summary>Declined, lapsed, cancelled, missed, or over: nothing is booked by it any more.</summary>
    Gone,
}
