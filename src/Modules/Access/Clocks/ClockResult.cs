using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>One clock of a matter, the same whatever day it is looked at; <see cref="StateOn"/> gives the state on a day.</summary>
public sealed record ClockResult
{
    /// <summary>The statutory rule or the promise.</summary>
    public required ClockRule Rule { get; init; }

    /// <summary>The day of the starting fact; null until then.</summary>
    public LocalDate? Start { get; init; }

    /// <summary>The day that the count begins from, when it is later than the starting fact; <see cref="ClockSubject.CountsFrom"/>.</summary>
    public LocalDate? CountsFrom { get; init; }

    /// <summary>The day that the count begins from.</summary>
    public LocalDate? CountedFrom => CountsFrom ?? Start;

    /// <summary>The last day by the count alone: alarms look at this.</summary>
    public LocalDate? Strict { get; init; }

    /// <summary>The last day moved to a working day (150/1930 5 §).</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>The last day on which it is in time: <see cref="Latest"/>, or the day by the count alone if the county so decided; of two times, that of the one that binds.</summary>
    public LocalDate? LastInTime { get; init; }

    /// <summary>The day on which what the act asks for happened.</summary>
    public LocalDate? MetOn { get; init; }

    /// <summary>The day on which the matter ended without care and was not opened again.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Why the matter ended.</summary>
    public ClockEndingReason? Ending { get; init; }

    /// <summary>Why the rule does not concern the matter; None when it does.</summary>
    public NotApplicableReason Why { get; init; }

    /// <summary>What decided <see cref="Why"/>: a reason flag, or a fact.</summary>
    public string? WhyOf { get; init; }

    /// <summary>From this day the clock is seen: the need that calls for it was found, or a new law took the wait over.</summary>
    public LocalDate? AppliesFrom { get; init; }

    /// <summary>From this day the clock no longer concerns the matter: voided by a fact, or taken over by a new law.</summary>
    public LocalDate? AppliesUntil { get; init; }

    /// <summary>An extension that the act allows was decided.</summary>
    public bool Extended { get; init; }

    /// <summary>The rule has a lowest age, and it runs because nobody knows the age (<see cref="RuleConditions.UnknownAge"/>).</summary>
    public bool AgeUnknown { get; init; }

    public bool IsImmediate => Rule.IsImmediate;

    /// <summary>It has begun, and nothing has met, ended or taken it away.</summary>
    public bool Waits => this is { Start: not null, MetOn: null, EndedOn: null, AppliesUntil: null };

    /// <summary>The state on a day, counting only what had happened by the end of it.</summary>
    public ClockState StateOn(LocalDate day)
    {
        if (Why != NotApplicableReason.None && AppliesUntil is null) return ClockState.NotApplicable;
        if (Start is not { } start || start > day || AppliesFrom > day) return BeforeStart(day);
        if (MetOn <= day) return IsImmediate || MetOn <= LastInTime ? ClockState.Met : ClockState.MetLate;
        if (AppliesUntil <= day) return ClockState.NotApplicable;
        if (IsImmediate) return EndedOn <= day ? ClockState.EndedWithoutCare : ClockState.Immediate;
        if (EndedOn <= day && EndedOn <= LastInTime) return ClockState.EndedWithoutCare;
        if (day > LastInTime) return ClockState.Overdue;
        return EndedOn <= day ? ClockState.EndedWithoutCare : ClockState.Running;
    }

    /// <summary>Whole days from the start of the count to the day it was met; null until then.</summary>
    public int? WaitedDays => MetOn is { } met && CountedFrom is { } start ? Math.Max(0, Period.DaysBetween(start, met)) : null;

    private ClockState BeforeStart(LocalDate day)
    {
        if (EndedOn <= day) return ClockState.EndedWithoutCare;
        return Rule.IsInForceOn(day) ? ClockState.NotStarted : ClockState.NotApplicable;
    }
}
