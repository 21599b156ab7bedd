namespace Yhteys.Access;

/// <summary>In which state the handling of a matter lies. A closed one keeps what it had reached, and goes on from there when it is opened again.</summary>
/// <param name="Reached">The state that it would be in had nobody closed it and were nothing asked.</param>
/// <param name="Asks">The client was asked for more, and nothing has come since.</param>
public sealed record MatterState(bool Closed, string Reached, bool Asks)
{
    public string Name => Closed ? MatterProgress.Closed : Asks ? MatterProgress.Asked : Reached;

    public MatterState After(MatterProgress progress) => progress.State switch
    {
        MatterProgress.Closed => this with { Closed = true },
        MatterProgress.Asked => this with { Asks = true },
        // Whoever assesses once more takes no time away.
        "assessed" when Reached is "offered" or "booked" => new(Closed && !progress.Reopens, Reached, false),
        null => new(Closed && !progress.Reopens, Reached, Asks && progress.MessageWaits != true),
        var state => new(Closed && !progress.Reopens, state, false),
    };
}
