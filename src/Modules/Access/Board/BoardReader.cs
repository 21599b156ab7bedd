using Yhteys.Organisation;

namespace Yhteys.Access.Board;

/// <summary>A section of the board as a reader may see it.</summary>
internal sealed class BoardReader(AccessBoard board)
{
    public BoardSeen Read(BoardSection section, CurrentUser user)
    {
        var scope = BoardScope.Of(user);
        var seen = new BoardSeen(section, scope, board.Now().In(scope), board.Following, user.May(Rights.MatterList));
        return section switch
        {
            BoardSection.Overview => seen,
            BoardSection.Groups => seen with { Groups = board.Groups().In(scope) },
            BoardSection.Places => seen with { Places = board.Places().In(scope) },
            BoardSection.Waits => seen with { Waits = board.Waits().In(scope) },
            BoardSection.Forecast => seen with { Forecast = board.Forecast().In(scope) },
        };
    }
}
