using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>The end of a rule that nothing follows.</summary>
internal static class RuleEnds
{
    /// <summary>The last day of a rule with no rule after it, when it falls within the days for which somebody counts on the rule and these go on.</summary>
    public static LocalDate? Without(ClockRule rule, RuleSet rules, LocalDate from, LocalDate? to) =>
        rule.To is { } last && from <= last && !(to <= last) && rules.SuccessorsOf(rule).Count == 0 ? last : null;
}
