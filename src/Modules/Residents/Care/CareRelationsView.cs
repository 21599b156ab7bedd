using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Residents.Care;

/// <summary>Which units have a relation to whom, folded from any module's <see cref="ICareRelation"/>.</summary>
internal sealed class CareRelationsView : View
{
    public override string Name => "care";

    public override IReadOnlyList<Type> Rows => [typeof(CareRelationRow)];

    public override bool Handles(Type eventType) => eventType.IsAssignableTo(typeof(ICareRelation));

    public override void Fold(Recorded recorded, IRows rows)
    {
        var e = (ICareRelation)recorded.Event;
        var id = CareRelationRow.IdOf(e.Person, e.Matter, e.Unit);
        var row = rows.Get<CareRelationRow>(id);
        if (e.Began)
            rows.Put(new CareRelationRow(id, e.Person, e.Matter, e.Unit, e.Register, row?.BeganAt ?? recorded.HappenedAt, null));
        else if (row is { EndedAt: null })
            rows.Put(row with { EndedAt = recorded.HappenedAt });
    }
}
