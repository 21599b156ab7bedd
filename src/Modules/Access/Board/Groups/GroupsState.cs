using NodaTime;
using Yhteys.Access.Board.Plan;

namespace Yhteys.Access.Board.Groups;

/// <summary>Groups and notices on a day, by unit.</summary>
/// <param name="Since">The first of the 30 days that handled notices are counted over.</param>
public sealed record GroupsState(
    LocalDate Day, LocalDate Since, BoardPlan Plan, IReadOnlyList<GroupCell> Groups, IReadOnlyList<NoticeCell> Waiting, IReadOnlyList<HandledCell> Handled)
{
    public GroupsState In(BoardScope scope) => this with
    {
        Groups = [.. Groups.Where(cell => scope.Sees(cell.Unit, cell.Register))],
        Waiting = [.. Waiting.Where(cell => scope.Sees(cell.Unit, cell.Register))],
        Handled = [.. Handled.Where(cell => scope.Sees(cell.Unit, cell.Register))],
    };

    public GroupFigures Of(BoardGroup group) => GroupFigures.Sum(Groups.Where(cell => cell.Group == group.Id));

    public IEnumerable<(Guid? Unit, GroupFigures Figures)> ByUnit(BoardGroup group) =>
        Groups.Where(cell => cell.Group == group.Id).GroupBy(cell => cell.Unit).Select(unit => (unit.Key, GroupFigures.Sum(unit)));

    public NoticeFigures Of(BoardNotice notice)
    {
        var (days, waiting) = (new WaitCounts(), Waiting.Where(cell => cell.Notice == notice.Id).ToList());
        foreach (var cell in Handled.Where(cell => cell.Notice == notice.Id))
            days.Add(cell.Days, cell.Number);
        return new(waiting.Sum(cell => cell.Number), waiting.Count == 0 ? null : waiting.Min(cell => cell.Oldest), days);
    }
}

/// <summary>Open matters of a group in a unit.</summary>
/// <param name="Late">The last day in time has passed.</param>
/// <param name="Oldest">The earliest day of contact.</param>
public sealed record GroupCell(string Group, Guid? Unit, string Register, int Open, int Immediate, int Late, LocalDate Oldest);

/// <summary>Notices of a unit that nobody has begun to handle.</summary>
public sealed record NoticeCell(string Notice, Guid? Unit, string Register, int Number, LocalDate Oldest);

/// <summary>Notices of a unit whose handling began in the last 30 days, so many days after they came.</summary>
public sealed record HandledCell(string Notice, Guid? Unit, string Register, int Days, int Number);

/// <summary>Figures of a group, in one unit or in all.</summary>
public sealed record GroupFigures(int Open, int Immediate, int Late, LocalDate? Oldest)
{
    internal static GroupFigures Sum(IEnumerable<GroupCell> cells) => cells.Aggregate(new GroupFigures(0, 0, 0, null), (sum, cell) => new(
        sum.Open + cell.Open, sum.Immediate + cell.Immediate, sum.Late + cell.Late, sum.Oldest < cell.Oldest ? sum.Oldest : cell.Oldest));
}

/// <param name="Waiting">Nobody has begun to handle them.</param>
/// <param name="Oldest">When the one that has waited longest came.</param>
/// <param name="Days">Days from arrival to handling, of those whose handling began in the last 30 days.</param>
public sealed record NoticeFigures(int Waiting, LocalDate? Oldest, WaitCounts Days);
