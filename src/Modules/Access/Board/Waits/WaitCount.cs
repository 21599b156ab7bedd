using Yhteys.Access.Board.Plan;
using Yhteys.Kernel;

namespace Yhteys.Access.Board.Waits;

/// <summary>Counts open matters by day of contact.</summary>
internal sealed class WaitCount(Journal journal, BoardPlanInForce plan)
{
    public WaitsState On(BoardMoment moment) => new(moment.Day, plan.Plan.WaitClasses, journal.Query<WaitCell>(
        v => $"""
            select o.unit, o.serviceline, o.register, o.contacton, count(*) as number, count(case when {BoardTables.Late} then 1 end) as late
            from {BoardTables.Open(v, moment)} o group by o.unit, o.serviceline, o.register, o.contacton
            """, BoardTables.Of(moment)));
}
