using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;

namespace Yhteys.Access.ReadLaw;

/// <summary>A rule in a few sentences, for lists and for tables that set two beside each other.</summary>
internal static class RuleBrief
{
    /// <summary>Times, whom it concerns, and when it is in force.</summary>
    public static IReadOnlyList<ClockSentence> Of(ClockRule rule) => [.. Times(rule), .. Whom(rule), Validity(rule)];

    /// <summary>Each alternative time with what it runs from.</summary>
    public static IEnumerable<ClockSentence> Times(ClockRule rule) =>
        rule.Starts.Select((start, i) => new ClockSentence("Law_Time", Words.Limit(rule.LimitOf(i)), Fact(start)));

    /// <summary>Ages and reasons that must, or must not, hold.</summary>
    public static IEnumerable<ClockSentence> Whom(ClockRule rule)
    {
        var conditions = rule.Conditions;
        if (conditions.Under is { } under)
            yield return new("Law_Under", under, new ClockSentence($"Law_AgeOn_{conditions.AgeOn}"));
        if (conditions.AtLeast is { } atLeast)
            yield return new("Law_AtLeast", atLeast, new ClockSentence($"Law_AgeOn_{conditions.AgeOn}"));
        if (Reasons("Law_All", conditions.All) is { } all)
            yield return all;
        if (Reasons("Law_AnyOf", conditions.AnyOf) is { } any)
            yield return any;
        if (Reasons("Law_None", conditions.None) is { } none)
            yield return none;
        if (Reasons("Law_NotAll", conditions.NotAll) is { } notAll)
            yield return notAll;
    }

    public static ClockSentence Validity(ClockRule rule) => rule.To is { } to ? new("Law_ValidUntil", rule.From, to) : new("Law_ValidFrom", rule.From);

    /// <summary>A fact with whose it must be and which need or kind it must be of.</summary>
    public static ClockSentence Fact(FactMatch match) => match.Qualifiers is { Count: > 0 } kinds
        ? new("Law_FactOf", Words.Match(match), kinds.Select(kind => new ClockSentence($"Clock_Need_{kind}")).ToArray())
        : Words.Match(match);

    private static ClockSentence? Reasons(string key, IReadOnlyList<string>? codes) =>
        codes is { Count: > 0 } ? new(key, [codes.Select(Words.Reason).ToArray()]) : null;
}
