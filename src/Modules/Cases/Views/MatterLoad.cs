using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;

namespace Yhteys.Cases.Views;

/// <summary>Counts open matters for those who keep up units and roles, by the counts and lines of the worklist.</summary>
internal sealed class MatterLoad(Journal journal) : IMatterLoad
{
    public IReadOnlyDictionary<string, int> OpenIn(Guid unit, Work? work = null)
    {
        var asked = new { unit };
        return (work?.Query<WorklistCountRow>(Sql, asked) ?? journal.Query<WorklistCountRow>(Sql, asked))
            .GroupBy(c => c.ServiceLine, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Number), StringComparer.Ordinal);

        static string Sql(ViewSet v) => $"select * from {v.Table<WorklistCountRow>()} where unit = @unit and number > 0";
    }

    public IReadOnlyDictionary<Guid, int> TakenBy(Guid professional) =>
        journal.Query<WorklistRow>(v => $"select * from {v.Table<WorklistRow>()} where handler = @professional", new { professional })
            .GroupBy(m => m.Unit).ToDictionary(g => g.Key, g => g.Count());
}
