using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Views;

/// <summary>The clocks of every matter, from any module's events that tell them something. All rows of a matter follow from its file and the law.</summary>
internal sealed class AccessClocks(Law law) : View, ILawView
{
    public const string ViewName = "access_clocks";

    public override string Name => ViewName;
    public override int Version => 20;
    public override bool Inline => false;
    public override string ContentHash => law.Hash;
    public override IReadOnlyList<Type> Rows => [typeof(ClockFileRow), typeof(ClockRow), typeof(ContactRow)];
    public override IReadOnlyList<Type> Sources => [typeof(ClockFileRow)];

    public View Under(Law other) => new AccessClocks(other);

    public override bool Handles(Type eventType) => ClockFile.Concerns(eventType) || eventType.IsAssignableTo(typeof(IClockUnit));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows, out var before) is not { } after)
            return;
        var gone = before is null ? [] : StatutoryClocks.Compute(before.File.ToFacts(), law.Rules, law.Settings);
        var now = Put(after, rows);
        foreach (var clock in gone)
            if (!now.Any(other => ReferenceEquals(other.Rule, clock.Rule)))
                rows.Delete<ClockRow>(ClockRows.Key(after.Matter, clock.Rule));
    }

    public override void FoldSources(Recorded recorded, IRows rows)
    {
        if (After(recorded, rows, out _) is { } after)
            rows.Put(after);
    }

    private static ClockFileRow? After(Recorded recorded, IRows rows, out ClockFileRow? before)
    {
        var e = recorded.Event;
        before = null;
        if ((ClockFile.MatterOf(e) ?? (e as IClockUnit)?.Matter) is not { } matter)
            return null;
        before = rows.Get<ClockFileRow>(matter);
        return ClockFile.After(before?.File, e) is { } file
            ? new ClockFileRow(
                matter, (e as IClockUnit)?.Unit ?? before?.Unit, file,
                before?.AtFirstContact == true || Handling.IsAtFirstContact(e, before?.File), before?.RecordedOn ?? FinnishTime.Day(recorded.RecordedAt))
            : null;
    }

    public override void Derive(object source, IRows rows) => Put((ClockFileRow)source, rows);

    private IReadOnlyList<ClockResult> Put(ClockFileRow row, IRows rows)
    {
        var facts = row.File.ToFacts();
        var clocks = StatutoryClocks.Compute(facts, law.Rules, law.Settings);
        foreach (var clock in clocks)
            rows.Put(ClockRows.Clock(row.Matter, row.Unit, facts.Subject, clock, law.Rules));
        rows.Put(ClockRows.Contact(row, facts, clocks));
        rows.Put(row);
        return clocks;
    }
}
