using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Views;

/// <summary>The clocks of every matter, from any module's events that tell them something.</summary>
internal sealed class AccessClocks(RulesInForce county) : View
{
    public const string ViewName = "access_clocks";

    public override string Name => ViewName;
    public override int Version => 2;
    public override bool Inline => false;
    public override string ContentHash => county.Hash;
    public override IReadOnlyList<Type> Rows => [typeof(ClockFileRow), typeof(ClockRow), typeof(ContactRow)];

    public override bool Handles(Type eventType) => ClockFile.Concerns(eventType) || eventType.IsAssignableTo(typeof(IClockUnit));

    public override void Fold(Recorded recorded, IRows rows)
    {
        var e = recorded.Event;
        if ((ClockFile.MatterOf(e) ?? (e as IClockUnit)?.Matter) is not { } matter)
            return;
        var before = rows.Get<ClockFileRow>(matter);
        if (ClockFile.After(before?.File, e) is not { } file)
            return;

        var unit = (e as IClockUnit)?.Unit ?? before?.Unit;
        var facts = file.ToFacts();
        var clocks = StatutoryClocks.Compute(facts, county.Rules, county.Settings);
        var kept = clocks.Select(clock => ClockRows.Clock(matter, unit, file.Subject, clock, county.Rules)).ToList();
        foreach (var row in kept)
            rows.Put(row);
        foreach (var gone in (before?.ClockIds ?? []).Except(kept.Select(row => row.Id), StringComparer.Ordinal))
            rows.Delete<ClockRow>(gone);
        rows.Put(ClockRows.Contact(matter, unit, facts, clocks));
        rows.Put(new ClockFileRow(matter, unit, file, [.. kept.Select(row => row.Id)]));
    }
}
