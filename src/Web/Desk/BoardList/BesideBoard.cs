using Yhteys.Access.Board;
using Yhteys.Access.Views;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>Compares the worklist with the clocks that wait: two counts by unit and register.</summary>
internal sealed class BesideBoard(Journal journal) : IBesideBoard
{
    public IReadOnlyList<BesideCount> Count() =>
    [
        .. journal.Query<BesideCount>(v => $"""
            select w.unit, w.register, count(*) as undated, 0 as closed from {v.Table<WorklistRow>()} w
            where not exists (select 1 from {v.Table<ContactRow>()} c where c.matter = w.matter and c.open = 1) group by w.unit, w.register
            """),
        .. journal.Query<BesideCount>(v => $"""
            select c.unit, c.register, 0 as undated, count(*) as closed from {v.Table<ContactRow>()} c
            where c.open = 1 and not exists (select 1 from {v.Table<WorklistRow>()} w where w.matter = c.matter) group by c.unit, c.register
            """),
    ];
}
