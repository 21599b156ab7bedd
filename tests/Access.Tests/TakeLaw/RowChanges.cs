using NodaTime;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>A second, naive count of what changed: from the rows of the table before and after.</summary>
internal sealed record RowChange(ClockChange Kind, string Rule, (Guid? Unit, string Line) Place);

internal static class RowChanges
{
    /// <param name="inPlaceOf">Rules whose clocks the law moves to another rule: the other's clock is compared with this one's.</param>
    public static Dictionary<string, RowChange> Between(
        IReadOnlyList<ClockRow> before, IReadOnlyList<ClockRow> after, LocalDate day, params (string Rule, string InPlaceOf)[] inPlaceOf)
    {
        var (old, now) = (before.ToDictionary(row => row.Id, StringComparer.Ordinal), after.ToDictionary(row => row.Id, StringComparer.Ordinal));
        foreach (var (rule, gone) in inPlaceOf)
            foreach (var row in now.Values.Where(row => row.Rule == rule).ToList())
                if (!old.ContainsKey(row.Id) && old.Remove(row.Id.Replace($"|{rule}", $"|{gone}", StringComparison.Ordinal), out var moved))
                    old[row.Id] = moved;
        var changes = new Dictionary<string, RowChange>(StringComparer.Ordinal);
        foreach (var id in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var (one, other) = (old.GetValueOrDefault(id), now.GetValueOrDefault(id));
            var kind = one is null ? ClockChange.New : other is null ? ClockChange.Gone : Kind(one, other, day);
            var row = other ?? one!;
            if (one?.Start is null && other?.Start is null)
                continue;
            if (kind != ClockChange.None)
                changes[id] = new(kind, row.Rule, (row.Unit, row.ServiceLine));
        }

        return changes;
    }

    private static ClockChange Kind(ClockRow one, ClockRow other, LocalDate day)
    {
        var kind = ClockChange.None;
        var (last, next) = one.LastInTime == other.LastInTime ? (one.Strict, other.Strict) : (one.LastInTime, other.LastInTime);
        if (next < last)
            kind |= ClockChange.Earlier;
        if (next > last)
            kind |= ClockChange.Later;
        if (one.MetOn is not null && other.MetOn is not null && one.InTime != other.InTime)
            kind |= one.InTime ? ClockChange.MetToLate : ClockChange.LateToMet;
        if (Waits(one) && Waits(other) && one.LastInTime < day != other.LastInTime < day)
            kind |= one.LastInTime < day ? ClockChange.OverdueToRunning : ClockChange.RunningToOverdue;
        return kind == ClockChange.None && one with { SettledOn = null, InTime = false } != other with { SettledOn = null, InTime = false } ? ClockChange.Other : kind;
    }

    private static bool Waits(ClockRow row) => row is { Start: not null, MetOn: null, EndedOn: null };
}
