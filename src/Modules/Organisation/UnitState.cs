using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a unit need.</summary>
public sealed record UnitState(bool Open, IReadOnlyList<string> ServiceLines, UnitAddress? Address = null, OpeningHours? Hours = null, int Version = 0) : IState<UnitState>, IVersioned
{
    public static UnitState Empty { get; } = new(false, []);

    public static UnitState Evolve(UnitState state, Recorded recorded) => (recorded.Event switch
    {
        UnitOpened e => state with { Open = true, ServiceLines = e.ServiceLines },
        ServiceLinesChanged e => state with { ServiceLines = e.ServiceLines },
        UnitAddressSet e => state with { Address = e.Address },
        OpeningHoursSet e => state with { Hours = e.Hours },
        _ => state,
    }) with
    { Version = recorded.Version };
}
