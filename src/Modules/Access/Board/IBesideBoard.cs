using NodaTime;

namespace Yhteys.Access.Board;

/// <summary>Counts where the board's open matters and the worklist's differ, so that the two can be read together. The worklist belongs to another module.</summary>
public interface IBesideBoard
{
    IReadOnlyList<BesideCount> Count();
}

/// <param name="Unit">Null when no unit answers for the matters.</param>
/// <param name="Undated">Open on the worklist without a running limit: not on the board.</param>
/// <param name="Closed">Closed, so not on the worklist, while a limit runs or has been exceeded: on the board.</param>
public sealed record BesideCount(Guid? Unit, string Register, int Undated, int Closed);

/// <summary>The differences of a moment.</summary>
public sealed record BesideState(LocalDate Day, IReadOnlyList<BesideCount> Counts)
{
    public BesideState In(BoardScope scope) => this with { Counts = [.. Counts.Where(c => scope.Sees(c.Unit, c.Register))] };

    public int Undated => Counts.Sum(c => c.Undated);

    public int Closed => Counts.Sum(c => c.Closed);
}
