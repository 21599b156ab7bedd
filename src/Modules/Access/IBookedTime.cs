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

/// <summary>What an event changes in a time of a client.</summary>
/// <param name="Date">The day of the time; null when the event does not change it.</param>
public sealed record BookedTime(BookedTimeChange Change, LocalDate? Date = null);

/// <summary>A time that a client has or is offered, as long as nobody has marked what came of it.</summary>
public interface IHeldTime
{
    Guid Appointment { get; }

    LocalDate Day { get; }
}

/// <summary>Such a time, and nothing else of it.</summary>
public sealed record HeldTime(Guid Appointment, LocalDate Day) : IHeldTime
{
    /// <summary>The times of a matter after an event.</summary>
    public static IReadOnlyList<HeldTime> After(IReadOnlyList<HeldTime> before, IBookedTime e) => After(before, e, (_, day) => new(e.Appointment, day));

    /// <param name="on">The time on its day now, from what was known of it.</param>
    internal static IReadOnlyList<T> After<T>(IReadOnlyList<T> before, IBookedTime e, Func<T?, LocalDate, T> on) where T : class, IHeldTime
    {
        var (time, known) = (e.BookedTime(), before.FirstOrDefault(t => t.Appointment == e.Appointment));
        var others = before.Where(t => t.Appointment != e.Appointment);
        if (time.Change == BookedTimeChange.Gone) return [.. others];
        return (time.Date ?? known?.Day) is { } day ? [.. others, on(known, day)] : before;
    }
}

/// <summary>What an event makes of a time of a client.</summary>
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
