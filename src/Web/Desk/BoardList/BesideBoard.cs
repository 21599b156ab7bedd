using Yhteys.Access.Board;
using Yhteys.Access.Views;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>Compares how long the worklist is with the matters whose clocks wait, by unit and register.</summary>
internal sealed class BesideBoard(Journal journal) : IBesideBoard
{
    public IReadOnlyList<BesideCount> Count()
    {
        var counted = journal.Query<Counted>(v => $"""
            select unit, register, count(*) as number,
            sum(case when exists (select 1 from {v.Table<WorklistRow>()} w where w.matter = {v.Table<ContactRow>()}.matter) then 1 else 0 end) as listed
            from {v.Table<ContactRow>()} where open = 1 group by unit, register
            """).ToDictionary(c => (c.Unit, c.Register));
        var list = journal.Query<WorklistCountRow>(v => $"select * from {v.Table<WorklistCountRow>()}")
            .GroupBy(r => ((Guid?)r.Unit, r.Register)).ToDictionary(g => g.Key, g => g.Sum(r => r.Number));
        return
        [
            .. counted.Keys.Union(list.Keys).Select(key => (Key: key, Of: counted.GetValueOrDefault(key), Open: list.GetValueOrDefault(key)))
                .Select(c => new BesideCount(c.Key.Item1, c.Key.Item2, Math.Max(0, c.Open - (c.Of?.Listed ?? 0)), (c.Of?.Number ?? 0) - (c.Of?.Listed ?? 0))),
        ];
    }

    /// <param name="Listed">Those of them that are on the worklist.</param>
    private sealed record Counted(Guid? Unit, string Register, int Number, int Listed);
}
