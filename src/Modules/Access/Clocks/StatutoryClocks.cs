using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>The clocks of a matter as a pure function of its facts, the dated rules and the county's settings.</summary>
public static class StatutoryClocks
{
    /// <summary>All clocks of the matter on a day, also the rules of its service line that do not concern it, counting only what had happened by then.</summary>
    public static IReadOnlyList<Clock> Of(ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var results = new List<ClockResult>();
        var known = facts.UpTo(asOf);
        foreach (var rule in rules.For(known.Subject.ServiceLine))
            results.Add(ClockComputer.Compute(rule, known, settings));
        return [.. results.Select(result => new Clock(result, result.StateOn(asOf))).OrderBy(clock => clock.Order).ThenBy(clock => clock.Result.Strict)];
    }

    /// <summary>The clocks that concern the matter, for a view: the same whatever day they are looked at.</summary>
    /// <remarks>Left out are rules that do not concern the matter, and those besides the ordinary way (<see cref="ClockRule.Main"/>) that have not started.</remarks>
    public static IReadOnlyList<ClockResult> Compute(ClockFacts facts, RuleSet rules, CountySettings settings)
    {
        var results = new List<ClockResult>(4);
        Compute(facts, rules, settings, results);
        return results;
    }

    /// <summary>As the other overload, added to a list that the caller keeps: for computing a whole county.</summary>
    public static void Compute(ClockFacts facts, RuleSet rules, CountySettings settings, List<ClockResult> into)
    {
        foreach (var rule in rules.For(facts.Subject.ServiceLine))
            if (ClockComputer.IsSeen(rule, facts, settings))
            {
                var result = ClockComputer.Compute(rule, facts, settings);
                if (result.Why == NotApplicableReason.None || result.AppliesUntil is not null)
                    into.Add(result);
            }
    }
}

/// <summary>A clock and its state on the day that was asked.</summary>
public sealed record Clock(ClockResult Result, ClockState State)
{
    public string Rule => Result.Rule.Id;

    // Immediate first, then what runs, then what is over, and last what does not concern the matter.
    internal int Order => State switch
    {
        ClockState.Immediate => 0,
        ClockState.Overdue => 1,
        ClockState.Running => 2,
        ClockState.NotStarted => 3,
        ClockState.MetLate or ClockState.Met or ClockState.EndedWithoutCare => 4,
        ClockState.NotApplicable => 5,
    };
}
