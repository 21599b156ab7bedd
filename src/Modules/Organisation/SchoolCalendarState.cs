using System.Collections.Immutable;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a municipality's school years need.</summary>
public sealed record SchoolCalendarState(ImmutableHashSet<string> Years, int Version = 0) : IState<SchoolCalendarState>
{
    public static SchoolCalendarState Empty { get; } = new([]);

    public static SchoolCalendarState Evolve(SchoolCalendarState state, Recorded recorded) => (recorded.Event switch
    {
        SchoolCalendarSet e => state with { Years = state.Years.Add(e.SchoolYear) },
        _ => state,
    }) with
    { Version = recorded.Version };

    /// <param name="seen">The version that the page showed; null when it was not said.</param>
    public Refusal? Changed(long? seen) => seen is { } version && version != Version ? new ChangedSinceOpened() : null;
}
