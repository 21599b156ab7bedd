using NodaTime;

namespace Yhteys.Access.TryLaw;

/// <summary>What another law would do to all matters of the journal. It holds ids of matters and units, and nothing of a person.</summary>
/// <param name="Position">The journal up to which it was counted.</param>
/// <param name="Clocks">Clocks that have begun under the law in force.</param>
/// <param name="Matters">Matters that were compared.</param>
/// <param name="Rules">Clocks that would change, by rule; one that would move to another rule is that one's.</param>
/// <param name="Left">Rules in force whose clocks would change or move away.</param>
/// <param name="Places">What would change in each service line of each unit.</param>
/// <param name="Examples">Some of the clocks that would change, of each kind.</param>
/// <param name="Open">Open matters whose last day would come sooner, the soonest first; at most <see cref="LawTrial.OpenAtMost"/>.</param>
public sealed record TrialResult(
    TrialQuestion Question, long Position, long Matters, long Clocks, IReadOnlyList<RuleCount> Rules, IReadOnlyList<string> Left, IReadOnlyList<PlaceCount> Places,
    IReadOnlyList<ChangedClock> Examples, IReadOnlyList<OpenMatter> Open, Duration Took)
{
    public ChangeCounts Total { get; } = Rules.Aggregate(new ChangeCounts(), (sum, rule) => sum.Plus(rule.Counts));

    public LatenessCount Before { get; } = Places.Aggregate(new LatenessCount(), (sum, place) => sum.Plus(place.Before));

    public LatenessCount After { get; } = Places.Aggregate(new LatenessCount(), (sum, place) => sum.Plus(place.After));
}

/// <summary>Changed clocks of one rule.</summary>
public sealed record RuleCount(string Rule, ChangeCounts Counts);

/// <summary>One service line of one unit.</summary>
/// <param name="Before">Under the law in force.</param>
/// <param name="After">Under the other law.</param>
public sealed record PlaceCount(Guid? Unit, string ServiceLine, ChangeCounts Counts, LatenessCount Before, LatenessCount After);

/// <summary>A clock that would change.</summary>
/// <param name="LastBefore">The last day in time under the law in force; null when there is no such clock.</param>
public sealed record ChangedClock(
    Guid Matter, Guid? Unit, string ServiceLine, LocalDate Opened, string Rule, ClockChange Change, LocalDate? LastBefore, LocalDate? LastAfter, LocalDate? MetOn);

/// <summary>An open matter whose last day would come sooner.</summary>
public sealed record OpenMatter(Guid Matter, Guid? Unit, string ServiceLine, LocalDate Opened, LocalDate? LastBefore, LocalDate LastAfter);

/// <summary>Numbers of changed clocks by kind; one clock may be of two kinds.</summary>
public sealed class ChangeCounts
{
    private readonly int[] _byKind = new int[9];

    /// <summary>Changed clocks, each once.</summary>
    public int Clocks { get; private set; }

    public int this[ClockChange kind] => _byKind[System.Numerics.BitOperations.Log2((uint)kind)];

    internal void Add(ClockChange change)
    {
        Clocks++;
        for (var bits = (uint)change; bits != 0; bits &= bits - 1)
            _byKind[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
    }

    internal ChangeCounts Plus(ChangeCounts other)
    {
        Clocks += other.Clocks;
        for (var i = 0; i < _byKind.Length; i++)
            _byKind[i] += other._byKind[i];
        return this;
    }
}

/// <summary>How matters fare under one law, counting the rules that differ.</summary>
public sealed class LatenessCount
{
    /// <summary>Matters whose time began in the period.</summary>
    public int Cases { get; internal set; }

    /// <summary>Those of them that were met late, or are overdue.</summary>
    public int Late { get; internal set; }

    /// <summary>Those of the others in which a limit still runs: whether it will be kept is not decided yet.</summary>
    public int Undecided { get; internal set; }

    /// <summary>Those of the others that were met in time. Who is left ended without care before the last day.</summary>
    public int InTime { get; internal set; }

    /// <summary>Matters that wait now.</summary>
    public int Open { get; internal set; }

    /// <summary>Those of them whose last day has passed.</summary>
    public int Overdue { get; internal set; }

    /// <summary>Due today or within seven days.</summary>
    public int DueInWeek { get; internal set; }

    /// <summary>Due in eight to thirty days.</summary>
    public int DueInMonth { get; internal set; }

    /// <summary>Those of whom it is known whether the limit was kept.</summary>
    public int Decided => Late + InTime;

    /// <summary>Of those that are decided; null when none is.</summary>
    public double? LateShare => Decided == 0 ? null : (double)Late / Decided;

    internal LatenessCount Plus(LatenessCount other)
    {
        Cases += other.Cases;
        Late += other.Late;
        Undecided += other.Undecided;
        InTime += other.InTime;
        Open += other.Open;
        Overdue += other.Overdue;
        DueInWeek += other.DueInWeek;
        DueInMonth += other.DueInMonth;
        return this;
    }
}
