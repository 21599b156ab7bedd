namespace Yhteys.Access.Clocks.Explain;

/// <summary>Why a rule does not concern the matter.</summary>
internal static class WhyNot
{
    public static ClockSentence Of(ClockResult result, ClockFacts facts, RuleSet rules) => result.Why switch
    {
        NotApplicableReason.Age => Age(result, facts),
        NotApplicableReason.ReasonMissing => new("Clock_not_reason_missing", Words.Reason(result.WhyOf!)),
        NotApplicableReason.ReasonExcludes => new("Clock_not_reason_excludes", Words.Reason(result.WhyOf!)),
        NotApplicableReason.Superseded => new("Clock_not_superseded", rules.SuccessorsOf(result.Rule).Select(rule => rule.Id)),
        NotApplicableReason.Voided => new("Clock_not_voided", result.AppliesUntil, result.Rule.Unless.SelectMany(match => match.Facts).Select(Words.Fact)),
        NotApplicableReason.None or NotApplicableReason.NotInForce => InForce(result),
    };

    private static ClockSentence InForce(ClockResult result) => result.Rule.To is { } to
        ? new("Clock_not_in_force_until", result.Rule.From, to)
        : new("Clock_not_in_force", result.Rule.From);

    private static ClockSentence Age(ClockResult result, ClockFacts facts)
    {
        var conditions = result.Rule.Conditions;
        if (facts.AgeOn(facts.Subject.Opened) is not { } age)
            return new("Clock_not_age_unknown");
        return conditions.Under is { } under ? new("Clock_not_age_under", age, under) : new("Clock_not_age_at_least", age, conditions.AtLeast);
    }
}
