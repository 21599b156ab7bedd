namespace Yhteys.Access.Clocks.Explain;

/// <summary>Why a rule concerns the matter.</summary>
internal static class Grounds
{
    public static IReadOnlyList<ClockSentence> Of(ClockResult result, CodedRule coded, ClockFacts facts, CountySettings settings)
    {
        var rule = result.Rule;
        var sentences = new List<ClockSentence>
        {
            rule.To is { } to ? new("Clock_in_force_until", rule.From, to) : new("Clock_in_force", rule.From),
        };
        if (result.Start < rule.From)
            sentences.Add(settings.NewLawTakesRunning && result.AppliesFrom == rule.From ? new("Clock_taken_over", rule.From) : new("Clock_need_found", result.AppliesFrom, result.Start));
        if (Age(result, facts, settings) is { } age)
            sentences.Add(age);
        var held = (rule.Conditions.All ?? []).Concat(rule.Conditions.AnyOf ?? []).Concat(rule.Requires.SelectMany(need => need.Reasons)).Where(reason => Holds(facts, reason)).Select(Words.Reason).ToArray();
        if (held.Length > 0)
            sentences.Add(new("Clock_reasons_hold", [held]));
        var unknown = Applicability.UnknownOf(coded, facts);
        if (unknown != 0)
            sentences.Add(new("Clock_reasons_unknown", [ClockVocabulary.Assessed.Where(reason => Has(unknown, reason)).Select(Words.Reason).ToArray()]));
        foreach (var required in rule.Requires.Where((_, i) => !ClockComputer.IsSaid(coded, i, facts)))
            sentences.Add(required.Qualifiers is { Count: > 0 } kinds
                ? new ClockSentence("Clock_needs_also", Words.Match(required), kinds.Select(code => new ClockSentence($"Clock_Need_{code}")).ToArray())
                : new ClockSentence("Clock_needs_also_plain", Words.Match(required)));
        if (rule.Exception is { } exception)
            sentences.Add(new("Clock_exception", exception));
        return sentences;
    }

    /// <summary>Whether a way to stop the clock is open on the matter's service line and by the county's decision.</summary>
    public static bool Concerns(FactMatch stop, ClockFacts facts, CountySettings settings) =>
        (stop.Lines is null || stop.Lines.Contains(facts.Subject.ServiceLine, StringComparer.Ordinal))
        && (stop.Setting is null || stop.NotQualifiers is not null || settings.Opens(stop.Setting));

    public static bool Holds(ClockFacts facts, string reason) => Has(facts.ReasonMask, reason);

    private static bool Has(ulong mask, string reason) => (mask >> ClockVocabulary.ReasonAt(reason) & 1) != 0;

    /// <summary>That a clock runs though nobody knows the age, and until when; null when the age is known or the rule asks none, and when it waits no more.</summary>
    public static ClockSentence? UnknownAge(ClockResult result, ClockFacts facts, CountySettings settings) =>
        result.Waits && Applicability.AgeOf(result.Rule, facts, result.Start, settings) is { Years: null } ? Age(result, facts, settings) : null;

    // The age of the day and the limit that decided.
    private static ClockSentence? Age(ClockResult result, ClockFacts facts, CountySettings settings)
    {
        if (Applicability.AgeOf(result.Rule, facts, result.Start, settings) is not { } age)
            return null;
        if (age.Years is not { } years)
            return age.Under is { } under ? new("Clock_age_unknown", under) : new("Clock_age_unknown_at_least", age.AtLeast);
        return new(age.Under is null ? "Clock_age_at_least" : "Clock_age_under", years, age.Under ?? age.AtLeast, Words.AgeDay(age.Day));
    }
}
