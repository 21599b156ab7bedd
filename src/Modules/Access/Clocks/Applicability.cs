using System.Numerics;
using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>Whom a rule concerns: the reason flags and the age.</summary>
internal static class Applicability
{
    public static (NotApplicableReason Why, string? Of) OfReasons(CodedRule rule, ClockFacts facts)
    {
        var reasons = facts.ReasonMask;
        var possible = reasons | UnknownOf(rule, facts);
        if ((rule.All & ~possible) is not 0 and var missing)
            return (NotApplicableReason.ReasonMissing, Name(missing));
        if (rule.AnyOf != 0 && (rule.AnyOf & possible) == 0)
            return (NotApplicableReason.ReasonMissing, Name(rule.AnyOf));
        if ((rule.None & reasons) is not 0 and var excluding)
            return (NotApplicableReason.ReasonExcludes, Name(excluding));
        return rule.NotAll != 0 && (rule.NotAll & ~reasons) == 0
            ? (NotApplicableReason.ReasonExcludes, Name(rule.NotAll))
            : (NotApplicableReason.None, null);
    }

    /// <summary>Reasons that could still call for the rule or take it away: both limits stand until the assessment.</summary>
    public static ulong UnknownOf(CodedRule rule, ClockFacts facts)
    {
        if (!rule.AwaitsAssessment)
            return 0;
        var excluding = (rule.NotAll & ~(facts.ReasonMask | facts.UnknownMask)) == 0 ? rule.NotAll : 0;
        return facts.UnknownMask & (rule.All | rule.AnyOf | excluding);
    }

    /// <summary>Whether the age is right. A person whose age nobody knows gets the rules of the young, and of the old those that say so.</summary>
    public static bool OfAge(ClockRule rule, ClockFacts facts, LocalDate? start, CountySettings settings) =>
        AgeOf(rule, facts, start, settings) is not { Fits: false };

    /// <summary>The age that decides and the limits it is held against; null when the rule has none. Of two days the one that helps, and that of contact when neither does.</summary>
    public static AgeTest? AgeOf(ClockRule rule, ClockFacts facts, LocalDate? start, CountySettings settings)
    {
        var (under, atLeast) = (rule.Conditions.Under, rule.Conditions.AtLeast);
        if (under is null && atLeast is null)
            return null;
        // "yli 75-vuotias": B1 row 5.
        if (atLeast == 75 && rule.Settings.Contains("over75"))
            atLeast = settings.Over75Age;
        var unknown = atLeast is null || (rule.Conditions.UnknownAge && !ClockVocabulary.IsOfChild(facts.ReasonMask));
        var contact = new AgeTest(AgeDay.Contact, facts.AgeOn(facts.Subject.Opened), under, atLeast, unknown);
        var need = start is { } day ? new AgeTest(AgeDay.Need, facts.AgeOn(day), under, atLeast, unknown) : contact;
        return DayOf(rule, settings) switch
        {
            AgeDay.Contact => contact,
            AgeDay.Need => need,
            AgeDay.Either => contact.Fits || !need.Fits ? contact : need,
        };
    }

    private static AgeDay DayOf(ClockRule rule, CountySettings settings) => rule.Conditions.AgeOn == AgeDay.Either
        ? settings.TherapyAgeDay switch { "contact_day" => AgeDay.Contact, "need_day" => AgeDay.Need, _ => AgeDay.Either }
        : rule.Conditions.AgeOn;

    private static string Name(ulong mask) => ClockVocabulary.Reasons[BitOperations.TrailingZeroCount(mask)];
}

/// <summary>An age held against the limits of a rule.</summary>
/// <param name="Day">Contact or Need: the day of the age.</param>
/// <param name="Years">Whole years on the day; null when nobody knows.</param>
/// <param name="Unknown">An age that nobody knows is right too.</param>
internal readonly record struct AgeTest(AgeDay Day, int? Years, int? Under, int? AtLeast, bool Unknown)
{
    public bool Fits => Years is { } years ? !(years >= Under) && !(years < AtLeast) : Unknown;
}
