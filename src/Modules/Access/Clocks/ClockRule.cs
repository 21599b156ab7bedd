using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

public enum RuleKind
{
    /// <summary>A time limit of an act: a right.</summary>
    Statute,

    /// <summary>The county's own promise with a target share: not a right.</summary>
    Promise,
}

/// <summary>What a clock measures, for grouping on screens.</summary>
public enum ClockPhase
{
    Contact,
    Assessment,
    Care,
    Decision,
    Conversation,
    Placement,
}

/// <summary>How often the county must publish how a limit is kept.</summary>
public enum PublicationPeriod
{
    None,
    Monthly,
    EveryFourMonths,
    HalfYearly,
}

/// <summary>One dated time limit, as content/rules or content/promises says it.</summary>
public sealed record ClockRule
{
    public required string Id { get; init; }
    public RuleKind Kind { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>What the resident is promised, in plain language.</summary>
    public required LocalText Explanation { get; init; }

    /// <summary>Act and section; null for a promise.</summary>
    public RuleLaw? Law { get; init; }

    public required string Register { get; init; }
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>First and last clock-start day for which the rule is in force; no last day when it still is.</summary>
    public required LocalDate From { get; init; }
    public LocalDate? To { get; init; }

    /// <summary>The rules that this one took the place of on <see cref="From"/>.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Rules that were already in force and govern new matters after this one ended.</summary>
    public IReadOnlyList<string> Thereafter { get; init; } = [];

    public ClockPhase Phase { get; init; }

    /// <summary>The ordinary way of its service line, shown already before it starts; the others are seen once their need is found.</summary>
    public bool Main { get; init; }

    /// <summary>Alternative starts, each with its own time.</summary>
    public IReadOnlyList<RuleStart> Starts { get; init; } = [];

    /// <summary>Facts that must also have happened before the clock is seen.</summary>
    public IReadOnlyList<RuleNeed> Requires { get; init; } = [];

    /// <summary>Facts any of which meets the clock.</summary>
    public IReadOnlyList<FactMatch> Stops { get; init; } = [];

    /// <summary>Facts any of which, before the stop, takes the clock away.</summary>
    public IReadOnlyList<FactMatch> Unless { get; init; } = [];

    public RuleConditions Conditions { get; init; } = RuleConditions.Any;
    public RuleExtension? Extension { get; init; }

    /// <summary>On what ground the act allows more time without giving a number; null when it allows none.</summary>
    public LocalText? Exception { get; init; }

    /// <summary>The act's ground for more time, with a number or without; null when it knows none.</summary>
    public LocalText? MoreTime => Extension?.Ground ?? Exception;

    /// <summary>Whether the fact is such a ground, recorded for this rule: one that names no rule extends none.</summary>
    internal bool HasGround(ClockFact fact) => fact.Fact is "limit_extended" && fact.Qualifier == Id;

    /// <summary>Something may last at most this long. Its end never moves to a working day: 150/1930 5 § is about acts to be done.</summary>
    public bool Longest { get; init; }

    /// <summary>County settings that can change the answer, by their names.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>V: text read at source; V-2025: and every amending act up to 21.2.2025; V-2026: consolidated text of 8/2026; unread: not read; null for a promise.</summary>
    public string? Confidence { get; init; }

    public PublicationPeriod Publish { get; init; }

    /// <summary>A promise's target share in percent.</summary>
    public int? Target { get; init; }

    /// <summary>Who decided the promise, and when.</summary>
    public LocalText? Basis { get; init; }

    /// <summary>The promise counts only while no statutory clock of the matter runs.</summary>
    public bool Fallback { get; init; }

    /// <summary>A promise that has no clock of its own but a target for these rules.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>The same time runs from each start.</summary>
    public bool HasOneLimit => Starts.Skip(1).All(start => (start.N, start.Unit, start.InclusiveStart) == (Starts[0].N, Starts[0].Unit, Starts[0].InclusiveStart));

    public bool IsImmediate => Starts.Count > 0 && Starts[0].Unit == TimeUnit.Immediate;

    public bool IsInForceOn(LocalDate day) => From <= day && (To is not { } to || day <= to);

    /// <summary>The time of one of the starts.</summary>
    public TimeLimit LimitOf(int start) => new(Starts[start].N, Starts[start].Unit, Starts[start].InclusiveStart);
}
