using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Content;

namespace Yhteys.Access.ReadLaw;

/// <summary>A rule in a few sentences, for lists and for tables that set two beside each other.</summary>
internal static class RuleBrief
{
    /// <summary>Times, whom it concerns, and when it is in force.</summary>
    /// <param name="services">The service lines, for their names.</param>
    public static IReadOnlyList<ClockSentence> Of(ClockRule rule, ServiceLines services) => [.. Times(rule, services), .. Whom(rule), Validity(rule)];

    /// <summary>Each alternative time with what it runs from.</summary>
    public static IEnumerable<ClockSentence> Times(ClockRule rule, ServiceLines services) =>
        rule.Starts.Select((start, i) => new ClockSentence("Law_Time", Words.Limit(rule.LimitOf(i)), Fact(start, services)));

    /// <summary>Ages and reasons that must, or must not, hold.</summary>
    public static IEnumerable<ClockSentence> Whom(ClockRule rule)
    {
        var conditions = rule.Conditions;
        if (conditions.Under is { } under)
            yield return new("Law_Under", under, new ClockSentence($"Law_AgeOn_{conditions.AgeOn}"));
        if (conditions.AtLeast is { } atLeast)
            yield return new("Law_AtLeast", atLeast, new ClockSentence($"Law_AgeOn_{conditions.AgeOn}"));
        if (conditions.UnknownAge)
            yield return new("Law_UnknownAge");
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

    /// <summary>A fact with whose it must be, which need or kind it must be of, and when it counts at all.</summary>
    public static ClockSentence Fact(FactMatch match, ServiceLines services)
    {
        var fact = Words.Kind(match);
        return Only(match, services).ToArray() is { Length: > 0 } only ? new("Law_FactOnly", fact, only) : fact;
    }

    private static IEnumerable<ClockSentence> Only(FactMatch match, ServiceLines services)
    {
        foreach (var others in Words.NotBy(match))
            yield return others;
        if (match.Lines is { Count: > 0 } lines)
            yield return new("Law_FactLines", [lines.Select(line => (object?)services.Line(line)?.Name ?? line).ToArray()]);
        // What holds until a day by the county's decision is in the words of the match already.
        var told = match is { Until: not null, Setting: not null };
        if (!told && match.Until is { } until)
            yield return new("Law_FactUntil", until);
        if (match is { NotQualifiers: { Count: > 0 } kinds, Setting: { } unless })
            yield return new("Law_FactNotUnless", Words.Needs(match.Facts, kinds), Chosen(unless));
        foreach (var kind in match.Setting is null ? Words.Not(match) : [])
            yield return kind;
        if (!told && match is { NotQualifiers: not { Count: > 0 }, Setting: { } setting })
            yield return new("Law_FactIf", Chosen(setting));
        if (match is RuleStart { LastBeforeNeed: true })
            yield return new("Law_FactLast");
        if (match is RuleStart { InclusiveStart: true })
            yield return new("Law_FactInclusive");
    }

    /// <summary>The question that the county must have answered, and the answer.</summary>
    private static ClockSentence Chosen(string setting) => new("Law_Chosen", new ClockSentence($"Law_Setting_{setting}"), new ClockSentence($"Law_Answer_{setting}_{CountySettings.Opening(setting)}"));

    private static ClockSentence? Reasons(string key, IReadOnlyList<string>? codes) =>
        codes is { Count: > 0 } ? new(key, [codes.Select(Words.Reason).ToArray()]) : null;
}
