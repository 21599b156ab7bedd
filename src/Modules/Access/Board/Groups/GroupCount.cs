using NodaTime;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board.Groups;

/// <summary>Counts the groups and notices that content/boards names.</summary>
internal sealed class GroupCount(Journal journal, BoardPlanInForce plan)
{
    public GroupsState On(LocalDate day)
    {
        var (since, said) = (day.PlusDays(1 - BoardCount.WindowDays), plan.Plan);
        return new(
            day, since, said,
            [.. said.Groups.SelectMany(group => Open(group, day))],
            [.. said.Notices.SelectMany(Waiting)],
            [.. said.Notices.SelectMany(notice => Handled(notice, since, day))]);
    }

    private IEnumerable<GroupCell> Open(BoardGroup group, LocalDate day)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["day"] = day };
        return journal.Query<OpenRow>(
            v => $"""
                select o.unit, o.register, count(*) as number, count(case when o.immediate = 1 then 1 end) as immediate, count(case when {OpenMatters.Late} then 1 end) as late,
                min(o.contacton) as oldest from {OpenMatters.Sql(v)} o {Details(v)} where {Where(v, group.Any, parameters)} group by o.unit, o.register
                """, parameters)
            .Select(row => new GroupCell(group.Id, row.Unit, row.Register, row.Number, row.Immediate, row.Late, row.Oldest));
    }

    private IEnumerable<NoticeCell> Waiting(BoardNotice notice)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        return journal.Query<WaitingRow>(
            v => $"""
                select o.unit, o.register, count(*) as number, min(o.contacton) as oldest from {OpenMatters.Sql(v)} o {Details(v)}
                where o.handledon is null and {Where(v, notice.Any, parameters)} group by o.unit, o.register
                """, parameters)
            .Select(row => new NoticeCell(notice.Id, row.Unit, row.Register, row.Number, row.Oldest));
    }

    private IEnumerable<HandledCell> Handled(BoardNotice notice, LocalDate since, LocalDate day)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["since"] = since, ["day"] = day };
        return journal.Query<HandledRow>(
            v => $"""
                select o.unit, o.register, o.handledon - o.contacton as days, count(*) as number from {v.Table<ContactRow>()} o {Details(v)}
                where o.handledon >= @since and o.handledon <= @day and {Where(v, notice.Any, parameters)} group by o.unit, o.register, o.handledon - o.contacton
                """, parameters)
            .Select(row => new HandledCell(notice.Id, row.Unit, row.Register, row.Days, row.Number));
    }

    private static string Details(ViewSet v) => $"left join {v.Table<MatterDetailsRow>()} m on m.matter = o.matter";

    private static string Where(ViewSet v, IReadOnlyList<BoardCondition> any, Dictionary<string, object?> parameters) =>
        ConditionSql.Of(any, OpenMatters.Sql(v), v.Table<MatterDetailsRow>(), parameters);

    private sealed record OpenRow(Guid? Unit, string Register, int Number, int Immediate, int Late, LocalDate Oldest);

    private sealed record WaitingRow(Guid? Unit, string Register, int Number, LocalDate Oldest);

    private sealed record HandledRow(Guid? Unit, string Register, int Days, int Number);
}
