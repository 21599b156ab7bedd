using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks.Explain;

/// <summary>Codes as words in the three languages.</summary>
public static class Words
{
    /// <summary>A fact, for example need_assessed: "care need assessed".</summary>
    public static ClockSentence Fact(string fact) => new($"Clock_Fact_{fact}");

    /// <summary>A flag of the reason or the client.</summary>
    public static ClockSentence Reason(string reason) => new($"Clock_Reason_{reason}");

    /// <summary>Whose care, what help or which decision it is: "need for a doctor".</summary>
    public static ClockSentence Need(string kind) => new($"Clock_Need_{kind}");

    /// <summary>A time, for example "3 months".</summary>
    public static ClockSentence Limit(TimeLimit limit) => new($"Clock_Limit_{limit.Unit}{(limit.N == 1 ? "_1" : "")}", limit.N);

    /// <summary>The time of a rule; of several different ones each, with what it runs from.</summary>
    public static ClockSentence Limits(ClockRule rule) => rule.HasOneLimit
        ? Limit(rule.LimitOf(0))
        : rule.Starts.Select((start, i) => new ClockSentence("Clock_limit_from", Limit(rule.LimitOf(i)), start.Facts.Concat(start.Or.SelectMany(other => other.Facts)).Distinct(StringComparer.Ordinal).Select(Fact)))
            .Aggregate((one, other) => new("Clock_or", one, other));

    /// <summary>A time as that in which something happens, for example "within 3 months".</summary>
    internal static ClockSentence Within(TimeLimit limit) => new($"Clock_Within_{limit.Unit}{(limit.N == 1 ? "_1" : "")}", limit.N);

    /// <summary>The state of a clock.</summary>
    public static ClockSentence State(ClockState state) => new($"Clock_State_{state}");

    /// <summary>The state of a clock, told of its matter: one that an answer ended was not left without help.</summary>
    public static ClockSentence State(Clock clock) => clock is { State: ClockState.EndedWithoutCare, Result.Ending: ClockEndingReason.AssessmentUnneeded }
        ? new("Clock_State_AssessmentUnneeded")
        : State(clock.State);

    public static ClockSentence Profession(string profession) => new($"Clock_Profession_{profession}");

    public static ClockSentence Licence(string licence) => new($"Clock_Licence_{licence}");

    /// <summary>What a day is and so why it is not counted.</summary>
    public static ClockSentence Day(DayKind kind) => new($"Clock_Day_{kind}");

    /// <summary>On which day an age was looked at: that of contact, or that on which the time begins.</summary>
    internal static ClockSentence AgeDay(AgeDay day) => new($"Clock_AgeDay_{day}");

    /// <summary>A fact and whose it must be, with the facts that do instead.</summary>
    internal static ClockSentence Match(FactMatch match) =>
        match is RuleStart { Or: { Count: > 0 } others } ? new ClockSentence("Clock_or", Timed(match), others.Select(Timed).ToArray()) : Timed(match);

    /// <summary>A fact with whose it must be and which need, decision or kind it must be of.</summary>
    internal static ClockSentence Kind(FactMatch match) => match.Qualifiers is { Count: > 0 } kinds ? new("Law_FactOf", Match(match), Needs(match.Facts, kinds)) : Match(match);

    /// <summary>As <see cref="Kind"/>, with those whose and which do not count. The line and the county's decision are known to the reader.</summary>
    internal static ClockSentence Whole(FactMatch match, CountySettings settings) =>
        NotBy(match).Concat(match.Setting is { } setting && settings.Opens(setting) ? [] : Not(match)).ToArray() is { Length: > 0 } only
            ? new("Law_FactOnly", Kind(match), only)
            : Kind(match);

    /// <summary>What happened, with the need, decision or kind that it was of.</summary>
    internal static ClockSentence Happened(ClockFact fact) => fact.Qualifier is { } kind && ClockVocabulary.Qualifiers.Contains(kind, StringComparer.Ordinal)
        ? new("Law_FactOf", Fact(fact.Fact), Needs([fact.Fact], [kind]))
        : Fact(fact.Fact);

    internal static IEnumerable<ClockSentence> NotBy(FactMatch match) =>
        match.NotProfessions is { Count: > 0 } others ? [new("Law_FactNotBy", [others.Select(Profession).ToArray()])] : [];

    internal static IEnumerable<ClockSentence> Not(FactMatch match) =>
        match.NotQualifiers is { Count: > 0 } kinds ? [new("Law_FactNot", [Needs(match.Facts, kinds)])] : [];

    // Care is the therapy itself; of a need, the need for it.
    internal static ClockSentence[] Needs(IReadOnlyList<string> facts, IReadOnlyList<string> kinds) =>
        [.. kinds.Select(kind => facts is ["care_started"] ? new ClockSentence($"Clock_Care_{kind}") : Need(kind))];

    // A way of a transition period that the county opens by its own decision.
    private static ClockSentence Timed(FactMatch match) =>
        match is { Until: { } until, Setting: not null } ? new ClockSentence("Clock_until_if_county", One(match), until) : One(match);

    private static ClockSentence One(FactMatch match)
    {
        var facts = match.Facts.Select(Fact).ToArray();
        if (match.Professions is { Count: > 0 } professions)
            return new("Clock_stopped_by", facts, professions.Select(Profession).ToArray());
        return match.Licences is { Count: > 0 } licences
            ? new("Clock_stopped_by", facts, licences.Select(Licence).ToArray())
            : new("Clock_stopped", [facts]);
    }

    /// <summary>The fact that a date came from.</summary>
    internal static ClockFact? Matching(CodedMatch[] matches, ClockFacts facts, CountySettings settings, LocalDate day)
    {
        foreach (var fact in facts.Facts.Where(fact => fact.Day == day).OrderBy(fact => ClockVocabulary.FactAt(fact.Fact)))
            if (Array.Exists(matches, match => match.First(new ClockFacts(facts.Subject, [fact]), settings) == day))
                return fact;
        return null;
    }
}
