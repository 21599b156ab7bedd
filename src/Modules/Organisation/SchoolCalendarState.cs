using System.Collections.Immutable;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a municipality's school years need.</summary>
/// <param name="Years">By name, from the first day to the last.</param>
public sealed record SchoolCalendarState(ImmutableSortedDictionary<string, DateInterval> Years, int Version = 0) : IState<SchoolCalendarState>, IVersioned
{
    public static SchoolCalendarState Empty { get; } = new(ImmutableSortedDictionary.Create<string, DateInterval>(StringComparer.Ordinal));

    public static SchoolCalendarState Evolve(SchoolCalendarState state, Recorded recorded) => (recorded.Event switch
    {
        SchoolCalendarSet e => state with { Years = state.Years.SetItem(e.SchoolYear, new(e.FirstDay, e.LastDay)) },
        _ => state,
    }) with
    { Version = recorded.Version };
}
