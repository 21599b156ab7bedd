using NodaTime;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Trend;
using Yhteys.Access.Board.Waits;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>What a reader sees of a section: the totals, and the section's own figures.</summary>
/// <param name="Drills">The reader may also see the lists of people behind the figures.</param>
public sealed record BoardSeen(BoardSection Section, BoardMoment Moment, BoardScope Scope, BoardState Totals, FollowingState Following, bool Drills)
{
    /// <summary>More has been folded than the totals have, or another day has begun.</summary>
    public bool IsBehind => !Moment.IsPast && (Totals.Position < Following.Position || Totals.Day != Moment.Day);

    /// <summary>After how many seconds at the latest the section has what is folded.</summary>
    public int SecondsLate => Section == BoardSection.Overview ? 2 : (int)AccessBoard.SlowSeconds + 1;

    /// <summary>What the worklist has besides, and the board besides the worklist.</summary>
    public BesideState? Beside { get; init; }

    public GroupsState? Groups { get; init; }

    public PlacesState? Places { get; init; }

    public WaitsState? Waits { get; init; }

    public ForecastState? Forecast { get; init; }

    public TrendState? Trend { get; init; }

    /// <summary>The list of matters behind a figure; null for who may not see it.</summary>
    public string? List(Guid? unit, string line) => Drills ? BoardAddress.List(unit, line, Moment) : null;

    /// <summary>The list of breaches to come, of a day or of all.</summary>
    public string? Breaches(Guid? unit, string line, LocalDate? lastDay) => Drills ? BoardAddress.Breaches(unit, line, lastDay, Moment) : null;
}
