using System.Numerics;
using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>Whom a rule concerns: the reason flags and the age.</summary>
internal static class Applicability
{
    public static (NotApplicableReason Why, string? Of) OfReasons(CodedRule rule, ulong reasons)
    {
        if ((rule.All & ~reasons) is not 0 and var missing)
            return (NotApplicableReason.ReasonMissing, Name(missing));
        if (rule.AnyOf != 0 && (rule.AnyOf & reasons) == 0)
            return (NotApplicableReason.ReasonMissing, Name(rule.AnyOf));
        if ((rule.None & reasons) is not 0 and var excluding)
            return (NotApplicableReason.ReasonExcludes, Name(excluding));
        return rule.NotAll != 0 && (rule.NotAll & ~reasons) == 0
            ? (NotApplicableReason.ReasonExcludes, Name(rule.NotAll))
            : (NotApplicableReason.None, null);
    }

    /// <summary>Whether the age is right. A person whose age nobody knows gets the rules of the young, which are the shorter ones.</summary>
    public static bool OfAge(ClockRule rule, ClockFacts facts, LocalDate? start, CountySettings settings)
    {
        var conditions = rule.Conditions;
        if (conditions.Under is null && conditions.AtLeast is null)
            return true;
        var atContact = facts.AgeOn(facts.Subject.Opened);
        var atNeed = start is { } day ? facts.AgeOn(day) : atContact;
        return DayOf(rule, settings) switch
        {
            AgeDay.Contact => Fits(rule, atContact, settings),
            AgeDay.Need => Fits(rule, atNeed, settings),
            AgeDay.Either => Fits(rule, atContact, settings) || Fits(rule, atNeed, settings),
        };
    }

    private static AgeDay DayOf(ClockRule rule, CountySettings settings) => rule.Conditions.AgeOn == AgeDay.Either
        ? settings.TherapyAgeDay switch { "contact_day" => AgeDay.Contact, "need_day" => AgeDay.Need, _ => AgeDay.Either }
        : rule.Conditions.AgeOn;

    private static bool Fits(ClockRule rule, int? age, CountySettings settings)
    {
        var (under, atLeast) = (rule.Conditions.Under, rule.Conditions.AtLeast);
        if (age is not { } years)
            return atLeast is null;
        // "yli 75-vuotias": B1 row 5.
        if (atLeast == 75 && rule.Settings.Contains("over75"))
            atLeast = settings.Over75Age;
        return !(years >= under) && !(years < atLeast);
    }

    private static string Name(ulong mask) => ClockVocabulary.Reasons[BitOperations.TrailingZeroCount(mask)];
}
