using NodaTime;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>What other answers to the open questions of law would give.</summary>
internal static class Alternative
{
    /// <summary>For a clock that concerns the matter: the answers by which it would be otherwise.</summary>
    public static IReadOnlyList<ClockAlternative> Of(Clock clock, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var alternatives = new List<ClockAlternative>();
        foreach (var (setting, value) in Answers(clock.Result.Rule, settings))
        {
            var other = settings.With(setting, value);
            ClockResult? there = ClockComputer.Compute(rules.Coded(clock.Rule), facts, other);
            if (there.StateOn(asOf) == ClockState.NotApplicable)
                there = StatutoryClocks.Of(facts, rules, other, asOf)
                    .FirstOrDefault(c => c.State != ClockState.NotApplicable && AreVersions(rules.Coded(c.Rule), rules.Coded(clock.Rule)))?.Result;
            var met = there?.MetOn;
            if (met != clock.Result.MetOn || there?.Strict != clock.Result.Strict || there?.Latest != clock.Result.Latest || there?.LastInTime != clock.Result.LastInTime)
                alternatives.Add(new(setting, value, there?.Rule.Id ?? clock.Rule, there?.Strict, there?.LastInTime, met != clock.Result.MetOn ? met : null));
        }

        return alternatives;
    }

    /// <summary>For a rule that does not concern the matter: the answers by which it would.</summary>
    public static IReadOnlyList<ClockAlternative> Of(ClockRule rule, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf)
    {
        var alternatives = new List<ClockAlternative>();
        foreach (var (setting, value) in Answers(rule, settings))
        {
            var there = ClockComputer.Compute(rules.Coded(rule.Id), facts, settings.With(setting, value));
            if (there.Strict is { } strict && there.StateOn(asOf) != ClockState.NotApplicable)
                alternatives.Add(new(setting, value, rule.Id, strict, there.LastInTime));
        }

        return alternatives;
    }

    // The law may have changed more than once during the wait, and the other answer may bring back the law before as well as the law after.
    private static bool AreVersions(CodedRule one, CodedRule other) => one.Follows(other) || other.Follows(one);

    private static IEnumerable<(string Setting, string Value)> Answers(ClockRule rule, CountySettings settings) =>
        from setting in rule.Settings
        from value in CountySettings.Choices[setting]
        where value != settings[setting]
        select (setting, value);
}
