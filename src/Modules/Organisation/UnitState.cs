using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a unit need.</summary>
public sealed record UnitState(bool Open, IReadOnlyList<string> ServiceLines) : IState<UnitState>
{
    public static UnitState Empty { get; } = new(false, []);

    public static UnitState Evolve(UnitState state, Recorded recorded) => recorded.Event switch
    {
        UnitOpened e => new(true, e.ServiceLines),
        ServiceLinesChanged e => state with { ServiceLines = e.ServiceLines },
        _ => state,
    };
}
