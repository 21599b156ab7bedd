using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Views;

/// <summary>What the boards would have counted of every matter on each past day, by what was recorded then and by what is known now.</summary>
internal sealed class AccessPast(Law law) : View, ILawView
{
    public const string ViewName = "access_past";

    public override string Name => ViewName;
    public override int Version => 11;
    public override bool Inline => false;
    public override string ContentHash => law.Hash;
    public override IReadOnlyList<Type> Rows => [typeof(PastFileRow), typeof(PastWaitRow), typeof(PastCareRow), typeof(PastSettledRow)];
    public override IReadOnlyList<Type> Sources => [typeof(PastFileRow)];

    public View Under(Law other) => new AccessPast(other);

    public override bool Handles(Type eventType) => ClockFile.Concerns(eventType) || eventType.IsAssignableTo(typeof(IClockUnit));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows, out var before) is not { } after)
            return;
        var was = before is null ? [] : PastDerivation.Rows(before.Matter, before.Past, law);
        var now = PastDerivation.Rows(after.Matter, after.Past, law);
        rows.Put(after);
        foreach (var (key, row) in now)
            if (!row.Equals(was.GetValueOrDefault(key)))
                Put(row, rows);
        foreach (var (key, row) in was)
            if (!now.ContainsKey(key))
                Delete(row, rows);
    }

    public override void FoldSources(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows, out _) is { } after)
            rows.Put(after);
    }

    public override void Derive(object source, IRows rows)
    {
        var row = (PastFileRow)source;
        rows.Put(row);
        foreach (var derived in PastDerivation.Rows(row.Matter, row.Past, law).Values)
            Put(derived, rows);
    }

    private static PastFileRow? After(Recorded recorded, IRows rows, out PastFileRow? before)
    {
        var e = recorded.Event;
        before = null;
        if ((ClockFile.MatterOf(e) ?? (e as IClockUnit)?.Matter) is not { } matter)
            return null;
        before = rows.Get<PastFileRow>(matter);
        var last = before?.Past.Known[^1];
        return ClockFile.After(last?.File, e) is { } file
            ? new PastFileRow(matter, MatterPast.After(before?.Past, new(
                FinnishTime.Day(recorded.RecordedAt), (e as IClockUnit)?.Unit ?? last?.Unit, file,
                last?.AtFirstContact == true || Handling.IsAtFirstContact(e, last?.File))))
            : null;
    }

    private static void Put(object row, IRows rows)
    {
        switch (row)
        {
            case PastWaitRow r: rows.Put(r); break;
            case PastCareRow r: rows.Put(r); break;
            case PastSettledRow r: rows.Put(r); break;
        }
    }

    private static void Delete(object row, IRows rows)
    {
        switch (row)
        {
            case PastWaitRow r: rows.Delete<PastWaitRow>(r.Id); break;
            case PastCareRow r: rows.Delete<PastCareRow>(r.Id); break;
            case PastSettledRow r: rows.Delete<PastSettledRow>(r.Id); break;
        }
    }
}
