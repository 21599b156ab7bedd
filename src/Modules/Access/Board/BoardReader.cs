using NodaTime;
using Yhteys.Access.Board.Trend;
using Yhteys.Calendar;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>A section of the board as a reader may see it.</summary>
internal sealed class BoardReader(AccessBoard board, TrendCount trend, OrganisationQueries organisation, IClock clock)
{
    /// <param name="waits">For the newest totals; else the last ones are shown, and the page fetches the next when they are there.</param>
    public BoardSeen Read(BoardSection section, BoardMoment moment, CurrentUser user, bool waits = true)
    {
        var scope = new BoardScope(Rights.RegistersOf(user.Role, Rights.BoardRead).ToHashSet(StringComparer.Ordinal), organisation.UnitsOf(user, clock.Today()));
        var seen = new BoardSeen(section, moment, scope, board.Totals(moment, waits).In(scope), board.Following, user.May(Rights.MatterList));
        return section switch
        {
            BoardSection.Overview => seen with { Beside = board.Beside(moment)?.In(scope) },
            BoardSection.Groups => seen with { Groups = board.Groups(moment).In(scope) },
            BoardSection.Places => seen with { Places = board.Places(moment).In(scope) },
            BoardSection.Waits => seen with { Waits = board.Waits(moment).In(scope) },
            BoardSection.Forecast => seen with { Forecast = board.Forecast(moment).In(scope) },
            BoardSection.Trend => seen with { Trend = trend.On(moment, scope) },
        };
    }
}
