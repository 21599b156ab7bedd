using NodaTime;

namespace Yhteys.Access.Board.Waits;

/// <summary>Open matters on a day by how long they have waited.</summary>
/// <param name="Classes">Last days of the classes, ascending; what is longer is a class too.</param>
public sealed record WaitsState(LocalDate Day, IReadOnlyList<int> Classes, IReadOnlyList<WaitCell> Cells)
{
    /// <summary>So many lines of the oldest are shown.</summary>
    private const int OldestAtMost = 20;

    public WaitsState In(BoardScope scope) => this with { Cells = [.. Cells.Where(cell => scope.Sees(cell.Unit, cell.Register))] };

    /// <summary>The longest waits, gathered by unit, service line and day of contact.</summary>
    public IReadOnlyList<WaitCell> Oldest() =>
        [.. Cells.OrderBy(cell => cell.ContactOn).ThenByDescending(cell => cell.Number).ThenBy(cell => cell.ServiceLine, StringComparer.Ordinal).Take(OldestAtMost)];

    /// <summary>How many wait in each class.</summary>
    public IReadOnlyList<int> Waiting() => InClasses(Cells.Select(cell => (Days(cell), cell.Number)));

    /// <summary>How many of so many days fall in each class.</summary>
    public IReadOnlyList<int> InClasses(IEnumerable<(int Days, int Number)> waits)
    {
        var counts = new int[Classes.Count + 1];
        foreach (var (days, number) in waits)
            counts[Classes.TakeWhile(last => days > last).Count()] += number;
        return counts;
    }

    /// <summary>A contact outside office hours counts for a day that may lie ahead: then nobody has waited yet.</summary>
    public int Days(WaitCell cell) => Math.Max(0, Period.DaysBetween(cell.ContactOn, Day));
}

/// <param name="Late">So many of them have passed their last day in time.</param>
public sealed record WaitCell(Guid? Unit, string ServiceLine, string Register, LocalDate ContactOn, int Number, int Late);
