namespace Yhteys.Access.Clocks;

/// <summary>The states of a clock on a day.</summary>
public enum ClockState
{
    /// <summary>Nothing has started it yet.</summary>
    NotStarted,

    Running,

    /// <summary>What the act asks for happened in time.</summary>
    Met,

    /// <summary>It happened, but after the last day.</summary>
    MetLate,

    /// <summary>The last day has passed and it has not happened; a later ending does not change this.</summary>
    Overdue,

    /// <summary>The matter ended within the time: withdrawn, not needed, moved, died, other county.</summary>
    EndedWithoutCare,

    /// <summary>The rule does not concern this matter; <see cref="ClockResult.Why"/> says why.</summary>
    NotApplicable,

    /// <summary>A duty without a number: at once, and not yet done.</summary>
    Immediate,
}

/// <summary>Why a rule does not concern a matter.</summary>
public enum NotApplicableReason
{
    None,
    Age,
    ReasonMissing,
    ReasonExcludes,
    NotInForce,
    Superseded,
    Voided,
}
