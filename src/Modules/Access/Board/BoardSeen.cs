using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Waits;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>What a reader sees of a section: the totals, and the section's own figures.</summary>
/// <param name="Drills">The reader may also see the worklists behind the figures.</param>
public sealed record BoardSeen(BoardSection Section, BoardScope Scope, BoardState Totals, FollowingState Following, bool Drills)
{
    public GroupsState? Groups { get; init; }

    public PlacesState? Places { get; init; }

    public WaitsState? Waits { get; init; }

    public ForecastState? Forecast { get; init; }
}
