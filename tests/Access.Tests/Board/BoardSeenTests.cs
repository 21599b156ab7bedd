using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Board;

public sealed class BoardSeenTests
{
    [Theory]
    [InlineData(BoardKnowledge.Live, 7, 7, 0, false)]
    [InlineData(BoardKnowledge.Live, 6, 7, 0, true)]
    [InlineData(BoardKnowledge.Live, 8, 7, 0, false)]
    // Counted before midnight.
    [InlineData(BoardKnowledge.Live, 7, 7, -1, true)]
    [InlineData(BoardKnowledge.Then, 6, 7, 0, false)]
    public void Totals_are_behind_when_more_is_folded_or_another_day_has_begun(BoardKnowledge known, long counted, long folded, int day, bool behind) =>
        new BoardSeen(
            BoardSection.Overview, new(County.Today, known), County.Scope("health"), new BoardState(County.Today.PlusDays(day), County.Today, counted, default, []),
            new FollowingState("access_clocks", folded, null), false).IsBehind.ShouldBe(behind);
}
