using NodaTime;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Waits;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>The sections of the board as of now; all readers share the answers.</summary>
internal sealed class AccessBoard(Journal journal, IClock clock, BoardCount count, GroupCount groups, PlaceCount places, WaitCount waits, ForecastCount forecast)
{
    // The totals are looked at all the time; the rest changes slowly and costs more to count.
    private const double FreshSeconds = 1, SlowSeconds = 5;

    private readonly Shared<BoardState> _totals = new(journal, clock, FreshSeconds, count.On);
    private readonly Shared<GroupsState> _groups = new(journal, clock, SlowSeconds, (day, _, _) => groups.On(day));
    private readonly Shared<PlacesState> _places = new(journal, clock, SlowSeconds, (day, _, _) => places.On(day));
    private readonly Shared<WaitsState> _waits = new(journal, clock, SlowSeconds, (day, _, _) => waits.On(day));
    private readonly Shared<ForecastState> _forecast = new(journal, clock, SlowSeconds, (day, _, _) => forecast.On(day));

    public BoardState Now() => _totals.Now();

    public GroupsState Groups() => _groups.Now();

    public PlacesState Places() => _places.Now();

    public WaitsState Waits() => _waits.Now();

    public ForecastState Forecast() => _forecast.Now();

    public FollowingState Following => journal.BoardState();
}
