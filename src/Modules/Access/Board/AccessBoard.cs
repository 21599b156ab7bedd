using NodaTime;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Waits;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>The sections of the board, live or of a past day; all readers share the answers.</summary>
internal sealed class AccessBoard(
    Journal journal, IClock clock, PastAnswers past, BoardCount count, GroupCount groups, PlaceCount places, WaitCount waits, ForecastCount forecast,
    IBesideBoard? beside = null)
{
    // The totals are looked at all the time; the rest changes slowly and costs more to count.
    internal const double FreshSeconds = 0.2, SlowSeconds = 5;

    private readonly Shared<BoardState> _totals = LiveAnswers.Shared(journal, clock, FreshSeconds, (day, position, at) => count.On(Live(day), position, at));
    private readonly Shared<GroupsState> _groups = LiveAnswers.Shared(journal, clock, SlowSeconds, (day, _, _) => groups.On(Live(day)));
    private readonly Shared<PlacesState> _places = LiveAnswers.Shared(journal, clock, SlowSeconds, (day, _, _) => places.On(Live(day)));
    private readonly Shared<WaitsState> _waits = LiveAnswers.Shared(journal, clock, SlowSeconds, (day, _, _) => waits.On(Live(day)));
    private readonly Shared<BesideState> _beside = LiveAnswers.Shared(journal, clock, SlowSeconds, (day, _, _) => new BesideState(day, beside?.Count() ?? []));
    private readonly Shared<ForecastState> _forecast = LiveAnswers.Shared(journal, clock, SlowSeconds, (day, _, _) => forecast.On(Live(day)));

    /// <param name="waits">See <see cref="Shared{T}.Now"/>.</param>
    public BoardState Totals(BoardMoment moment, bool waits = true) =>
        moment.IsPast ? past.Of(moment, m => count.On(m, Following.Position, clock.GetCurrentInstant())) : _totals.Now(waits);

    public GroupsState Groups(BoardMoment moment) => moment.IsPast ? past.Of(moment, groups.On) : _groups.Now();

    public PlacesState Places(BoardMoment moment) => moment.IsPast ? past.Of(moment, places.On) : _places.Now();

    public WaitsState Waits(BoardMoment moment) => moment.IsPast ? past.Of(moment, waits.On) : _waits.Now();

    public ForecastState Forecast(BoardMoment moment) => moment.IsPast ? past.Of(moment, forecast.On) : _forecast.Now();

    /// <summary>Null on a past day: the worklist of one is not kept.</summary>
    public BesideState? Beside(BoardMoment moment) => moment.IsPast ? null : _beside.Now();

    public FollowingState Following => journal.BoardState();

    private static BoardMoment Live(LocalDate day) => new(day, BoardKnowledge.Live);
}
