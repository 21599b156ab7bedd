using NodaTime;
using Yhteys.Content;

namespace Yhteys.Access.Board;

/// <summary>The board on a day, up to a position of the journal.</summary>
/// <param name="Day">Today in Helsinki.</param>
/// <param name="Since">The first of the 30 days that helped and kept are counted over.</param>
public sealed record BoardState(LocalDate Day, LocalDate Since, long Position, Instant At, IReadOnlyList<BoardLine> Lines)
{
    public BoardState In(BoardScope scope) => Lines.All(line => scope.Sees(line.Unit, line.Register))
        ? this
        : this with { Lines = [.. Lines.Where(line => scope.Sees(line.Unit, line.Register))] };

    public Tally Total() => Tally.Sum(Lines.Select(line => line.Tally));
}

/// <summary>A service line of a unit.</summary>
/// <param name="Covered">Whether statutory rules are computed for the line; where not, nothing is said of the law.</param>
public sealed record BoardLine(Guid? Unit, LocalText? UnitName, string ServiceLine, LocalText? LineName, string Register, bool Covered, Tally Tally);
