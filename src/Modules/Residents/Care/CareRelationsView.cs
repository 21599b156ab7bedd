using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Residents.Care;

/// <summary>Which units have a relation to whom, folded from any module's <see cref="ICareChange"/>.</summary>
internal sealed class CareRelationsView : View
{
    public override string Name => "care";

    public override int Version => 2;

    public override IReadOnlyList<Type> Rows => [typeof(CareRelationRow), typeof(CareMatterRow)];

    public override bool Handles(Type eventType) => eventType.IsAssignableTo(typeof(ICareChange));

    public override void Fold(Recorded recorded, IRows rows)
    {
        var e = (ICareChange)recorded.Event;
        var before = rows.Get<CareMatterRow>(e.Matter);
        if (Subject(e, before) is not { } subject)
            return;
        var after = subject with { Grounds = [.. e.After(subject.Grounds, recorded.Actor.Unit)] };
        if (before?.Person == after.Person && before.Grounds.SequenceEqual(after.Grounds))
            return;
        rows.Put(after);
        foreach (var unit in before?.Units ?? [])
            if (after.Person != before!.Person || !after.Units.Contains(unit))
                End(before, unit, recorded.HappenedAt, rows);
        foreach (var unit in after.Units)
            Begin(after, unit, recorded.HappenedAt, rows);
    }

    /// <summary>Null when nothing has said yet whom the matter concerns.</summary>
    private static CareMatterRow? Subject(ICareChange e, CareMatterRow? before) =>
        e is ICareRelation relation ? new(e.Matter, relation.Person, relation.Register, before?.Grounds ?? []) : before;

    private static void Begin(CareMatterRow matter, Guid unit, Instant at, IRows rows)
    {
        var id = CareRelationRow.IdOf(matter.Person, matter.Matter, unit);
        if (rows.Get<CareRelationRow>(id) is not { } row)
            rows.Put(new CareRelationRow(id, matter.Person, matter.Matter, unit, matter.Register, at, null));
        else if (row.EndedAt is not null)
            rows.Put(row with { EndedAt = null });
    }

    private static void End(CareMatterRow matter, Guid unit, Instant at, IRows rows)
    {
        if (rows.Get<CareRelationRow>(CareRelationRow.IdOf(matter.Person, matter.Matter, unit)) is { } row)
            rows.Put(row with { EndedAt = at });
    }
}
