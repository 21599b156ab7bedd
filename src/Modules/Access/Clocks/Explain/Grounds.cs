namespace Yhteys.Access.Clocks.Explain;

/// <summary>Why a rule concerns the matter.</summary>
internal static class Grounds
{
    public static IReadOnlyList<ClockSentence> Of(ClockResult result, ClockFacts facts)
    {
        var rule = result.Rule;
        var sentences = new List<ClockSentence>
        {
            rule.To is { } to ? new("Clock_in_force_until", rule.From, to) : new("Clock_in_force", rule.From),
        };
        if (result.AppliesFrom == rule.From && result.Start < rule.From)
            sentences.Add(new("Clock_taken_over", rule.From));
        if (Age(rule, facts) is { } age)
            sentences.Add(age);
        var held = (rule.Conditions.All ?? []).Concat((rule.Conditions.AnyOf ?? []).Where(reason => Holds(facts, reason))).Select(Words.Reason).ToArray();
        if (held.Length > 0)
            sentences.Add(new("Clock_reasons_hold", [held]));
        foreach (var required in rule.Requires)
            sentences.Add(new("Clock_needs_also", Words.Match(required), required.Qualifiers?.Select(code => new ClockSentence($"Clock_Need_{code}")).ToArray()));
        return sentences;
    }

    /// <summary>Whether a way to stop the clock is open on the matter's service line and by the county's decision.</summary>
    public static bool Concerns(FactMatch stop, ClockFacts facts, CountySettings settings) =>
        (stop.Lines is null || stop.Lines.Contains(facts.Subject.ServiceLine, StringComparer.Ordinal))
        && (stop.Setting is null || settings[stop.Setting] is "true");

    public static bool Holds(ClockFacts facts, string reason) => (facts.ReasonMask >> ClockVocabulary.ReasonAt(reason) & 1) != 0;

    private static ClockSentence? Age(ClockRule rule, ClockFacts facts)
    {
        if ((rule.Conditions.Under ?? rule.Conditions.AtLeast) is not { } limit)
            return null;
        if (facts.AgeOn(facts.Subject.Opened) is not { } age)
            return new("Clock_age_unknown", limit);
        return new(rule.Conditions.Under is null ? "Clock_age_at_least" : "Clock_age_under", age, limit);
    }
}
