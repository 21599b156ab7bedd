using NodaTime;
using Yhteys.Access;

namespace Yhteys.Booking;

/// <summary>A time that was arranged and that the client did not take.</summary>
public sealed record LeftTime(LocalDate Date, string Profession, string Licence);

/// <summary>
/// The acts say that care must be arranged, not what a declined or moved time does to the wait (an open question that the county answers).
/// The clocks are told the day of the time that could have been taken.
/// </summary>
internal static class NotTaken
{
    public static IEnumerable<ClockFact> Of(LocalDate? date, string? profession, string? licence) =>
        date is { } day && profession is not null ? [new ClockFact("offer_declined", day, profession, licence)] : [];
}
