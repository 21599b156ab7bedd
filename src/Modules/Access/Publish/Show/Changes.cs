using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.Show;

/// <summary>A figure that a new version tells otherwise than the one before.</summary>
internal sealed record Change(PublishedTable Table, PublishedRow Row, string Code, ShownFigure Before, ShownFigure Now)
{
    /// <summary>All changes between two versions, in the order of the newer one's tables.</summary>
    public static IReadOnlyList<Change> Between(FiguresPublished before, FiguresPublished now)
    {
        var old = before.Sections.SelectMany(s => s.Tables).ToDictionary(t => t.Id, t => t.Rows.ToDictionary(Key), StringComparer.Ordinal);
        return
        [
            .. from table in now.Sections.SelectMany(s => s.Tables)
               from row in table.Rows
               let was = old.GetValueOrDefault(table.Id)?.GetValueOrDefault(Key(row))
               from code in ShownFigure.CodesOf(table)
               let figure = ShownFigure.Of(row, code)
               let earlier = was is null ? new ShownFigure(null, false) : ShownFigure.Of(was, code)
               where figure != earlier
               select new Change(table, row, code, earlier, figure),
        ];
    }

    private static (RowKind, Guid?, string?) Key(PublishedRow row) => (row.Kind, row.Unit, row.Line);
}
