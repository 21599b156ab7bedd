using NodaTime;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>Why a rule does not concern the matter.</summary>
internal static class WhyNot
{
    public static ClockSentence Of(ClockResult result, ClockFacts facts, RuleSet rules, CountySettings settings, LocalDate asOf) => result.Why switch
    {
        NotApplicableReason.Age => Age(result, facts, settings),
        NotApplicableReason.ReasonMissing => Missing(result),
        NotApplicableReason.ReasonExcludes => Excluding(result),
        // The law that will take the wait over does not apply yet, and this one not either.
        NotApplicableReason.Superseded when result.AppliesUntil > asOf => InForce(result, asOf),
        NotApplicableReason.Superseded => new("Clock_not_superseded", LawChange.Heirs(rules.Coded(result.Rule.Id), facts, settings).Where(next => next.From == result.AppliesUntil).Select(next => next.Rule.Id).Distinct(StringComparer.Ordinal)),
        NotApplicableReason.Voided => new("Clock_not_voided", result.AppliesUntil, result.Rule.Unless.SelectMany(match => match.Facts).Select(Words.Fact)),
        NotApplicableReason.None or NotApplicableReason.NotInForce => InForce(result, asOf),
    };

    // Of a law of the future only its beginning is told.
    private static ClockSentence InForce(ClockResult result, LocalDate asOf) => result.Rule.To is { } to && result.Rule.From <= asOf
        ? new("Clock_not_in_force_until", result.Rule.From, to)
        : new("Clock_not_in_force", result.Rule.From);

    private static ClockSentence Missing(ClockResult result)
    {
        var conditions = result.Rule.Conditions;
        if (conditions.All?.Contains(result.WhyOf!, StringComparer.Ordinal) is true || conditions.AnyOf is not { Count: > 1 } any)
            return new("Clock_not_reason_missing", Words.Reason(result.WhyOf!));
        return new("Clock_not_reason_any", [any.Select(Words.Reason).ToArray()]);
    }

    private static ClockSentence Excluding(ClockResult result)
    {
        var conditions = result.Rule.Conditions;
        if (conditions.None?.Contains(result.WhyOf!, StringComparer.Ordinal) is true || conditions.NotAll is not { } together)
            return new("Clock_not_reason_excludes", Words.Reason(result.WhyOf!));
        return new("Clock_not_reason_together", [together.Select(Words.Reason).ToArray()]);
    }

    private static ClockSentence Age(ClockResult result, ClockFacts facts, CountySettings settings)
    {
        if (Applicability.AgeOf(result.Rule, facts, result.Start, settings) is not { Years: { } years } age)
            return new("Clock_not_age_unknown");
        return years >= age.Under
            ? new("Clock_not_age_under", years, age.Under, Words.AgeDay(age.Day))
            : new("Clock_not_age_at_least", years, age.AtLeast, Words.AgeDay(age.Day));
    }
}
