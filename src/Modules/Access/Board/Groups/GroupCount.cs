using NodaTime;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board.Groups;

/// <summary>Counts the groups and notices that content/boards names.</summary>
internal sealed class GroupCount(Journal journal, BoardPlanInForce plan)
{
    public GroupsState On(BoardMoment moment)
    {
        var (since, said) = (moment.Day.PlusDays(1 - BoardCount.WindowDays), plan.Plan);
        return new(
            moment.Day, since, said,
            [.. said.Groups.SelectMany(group => Open(group, moment))],
            [.. said.Notices.SelectMany(notice => Waiting(notice, moment))],
            [.. said.Notices.SelectMany(notice => Handled(notice, moment, since))]);
    }

    private IEnumerable<GroupCell> Open(BoardGroup group, BoardMoment moment)
    {
        var parameters = BoardTables.Of(moment);
        return journal.Query<OpenRow>(
            v => $"""
                select o.unit, o.register, count(*) as number, count(case when o.immediate = 1 then 1 end) as immediate, count(case when {BoardTables.Late} then 1 end) as late,
                min(o.contacton) as oldest from {BoardTables.Open(v, moment)} o {Details(v)} where {Where(v, moment, group.Any, parameters)} group by o.unit, o.register
                """, parameters)
            .Select(row => new GroupCell(group.Id, row.Unit, row.Register, row.Number, row.Immediate, row.Late, row.Oldest));
    }

    private IEnumerable<NoticeCell> Waiting(BoardNotice notice, BoardMoment moment)
    {
        var parameters = BoardTables.Of(moment);
        return journal.Query<WaitingRow>(
            v => $"""
                select o.unit, o.register, count(*) as number, min(o.contacton) as oldest from {BoardTables.Open(v, moment)} o {Details(v)}
                where o.handledon is null and {Where(v, moment, notice.Any, parameters)} group by o.unit, o.register
                """, parameters)
            .Select(row => new NoticeCell(notice.Id, row.Unit, row.Register, row.Number, row.Oldest));
    }

    private IEnumerable<HandledCell> Handled(BoardNotice notice, BoardMoment moment, LocalDate since)
    {
        var parameters = BoardTables.Of(moment, ("since", since));
        return journal.Query<HandledRow>(
            v => $"""
                select o.unit, o.register, o.handledon - o.contacton as days, count(*) as number from {BoardTables.Cared(v, moment)} o {Details(v)}
                where o.handledon >= @since and o.handledon <= @day and {Where(v, moment, notice.Any, parameters)} group by o.unit, o.register, o.handledon - o.contacton
                """, parameters)
            .Select(row => new HandledCell(notice.Id, row.Unit, row.Register, row.Days, row.Number));
    }

    private static string Details(ViewSet v) => $"left join {v.Table<MatterDetailsRow>()} m on m.matter = o.matter";

    private static string Where(ViewSet v, BoardMoment moment, IReadOnlyList<BoardCondition> any, Dictionary<string, object?> parameters) =>
        ConditionSql.Of(any, BoardTables.Open(v, moment), v.Table<MatterDetailsRow>(), parameters);

    private sealed record OpenRow(Guid? Unit, string Register, int Number, int Immediate, int Late, LocalDate Oldest);

    private sealed record WaitingRow(Guid? Unit, string Register, int Number, LocalDate Oldest);

    private sealed record HandledRow(Guid? Unit, string Register, int Days, int Number);
}
