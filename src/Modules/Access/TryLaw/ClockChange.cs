using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.TryLaw;

/// <summary>What another law does to one clock. The last day and the state may change together.</summary>
[Flags]
public enum ClockChange
{
    None = 0,

    /// <summary>There is a clock where there was none.</summary>
    New = 1,

    Gone = 2,

    /// <summary>The last day in time comes sooner.</summary>
    Earlier = 4,

    Later = 8,

    MetToLate = 16,
    LateToMet = 32,
    RunningToOverdue = 64,
    OverdueToRunning = 128,

    /// <summary>Something else: begun, met, ended or passed on another day.</summary>
    Other = 256,
}

/// <summary>Compares a clock under two laws.</summary>
internal static class ClockChanges
{
    public static IReadOnlyList<ClockChange> Kinds { get; } = [.. Enum.GetValues<ClockChange>().Where(kind => kind != ClockChange.None)];

    /// <param name="day">The day on which the states are compared.</param>
    public static ClockChange Between(ClockResult before, ClockResult after, LocalDate day)
    {
        var change = Moved(before.LastInTime, after.LastInTime);
        if (change == ClockChange.None)
            change = Moved(before.Strict, after.Strict);
        var states = (before.StateOn(day), after.StateOn(day));
        change |= states switch
        {
            (ClockState.Met, ClockState.MetLate) => ClockChange.MetToLate,
            (ClockState.MetLate, ClockState.Met) => ClockChange.LateToMet,
            (ClockState.Running, ClockState.Overdue) => ClockChange.RunningToOverdue,
            (ClockState.Overdue, ClockState.Running) => ClockChange.OverdueToRunning,
            _ => ClockChange.None,
        };
        return change == ClockChange.None && !Same(before, after) ? ClockChange.Other : change;
    }

    private static ClockChange Moved(LocalDate? before, LocalDate? after) =>
        after < before ? ClockChange.Earlier : after > before ? ClockChange.Later : ClockChange.None;

    private static bool Same(ClockResult one, ClockResult other) =>
        one.Start == other.Start && one.LastInTime == other.LastInTime && one.Strict == other.Strict && one.MetOn == other.MetOn && one.EndedOn == other.EndedOn
        && one.AppliesFrom == other.AppliesFrom && one.AppliesUntil == other.AppliesUntil;
}
