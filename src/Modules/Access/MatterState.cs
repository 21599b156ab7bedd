using NodaTime;

namespace Yhteys.Access;

/// <summary>In which state the handling of a matter lies. A closed one keeps what it had reached, and goes on from there when it is opened again.</summary>
/// <param name="Reached">The state that it would be in had nobody closed it and were nothing asked.</param>
/// <param name="Asks">The client was asked for more, and nothing has come since.</param>
/// <param name="LastTime">The last day of the times that the client has or is offered, marked by nobody; null when there is none.</param>
public sealed record MatterState(bool Closed, string Reached, bool Asks, LocalDate? LastTime = null)
{
    public string Name => Closed ? MatterProgress.Closed : Asks ? MatterProgress.Asked : Reached;

    /// <param name="day">The day on which it was recorded.</param>
    public MatterState After(MatterProgress progress, LocalDate day) => progress.State switch
    {
        MatterProgress.Closed => this with { Closed = true },
        MatterProgress.Asked => this with { Asks = true },
        // Whoever assesses once more takes no time away. One of an earlier day that nobody has marked is none.
        "assessed" when Reached is "offered" or "booked" && !(LastTime < day) => this with { Closed = Closed && !progress.Reopens, Asks = false },
        null => this with { Closed = Closed && !progress.Reopens, Asks = Asks && progress.MessageWaits != true },
        var state => this with { Closed = Closed && !progress.Reopens, Reached = state, Asks = false },
    };
}
