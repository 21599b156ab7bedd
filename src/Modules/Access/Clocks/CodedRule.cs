namespace Yhteys.Access.Clocks;

/// <summary>A rule made ready for computing many clocks.</summary>
internal sealed class CodedRule
{
    public CodedRule(ClockRule rule)
    {
        Rule = rule;
        Starts = [.. rule.Starts.Select(start => new CodedMatch(start))];
        Requires = [.. rule.Requires.Select(match => new CodedMatch(match))];
        Stops = [.. rule.Stops.Select(match => new CodedMatch(match))];
        Unless = [.. rule.Unless.Select(match => new CodedMatch(match))];
        var conditions = rule.Conditions;
        All = ClockVocabulary.ReasonMask(conditions.All);
        AnyOf = ClockVocabulary.ReasonMask(conditions.AnyOf);
        None = ClockVocabulary.ReasonMask(conditions.None);
        NotAll = ClockVocabulary.ReasonMask(conditions.NotAll);
        Extension = 1UL << ClockVocabulary.FactAt("limit_extended");
    }

    public ClockRule Rule { get; }
    public CodedMatch[] Starts { get; }
    public CodedMatch[] Requires { get; }
    public CodedMatch[] Stops { get; }
    public CodedMatch[] Unless { get; }
    public ulong All { get; }
    public ulong AnyOf { get; }
    public ulong None { get; }
    public ulong NotAll { get; }
    public ulong Extension { get; }

    /// <summary>Rules that take this one's place on the day after its last; filled by the rule set.</summary>
    public CodedRule[] Successors { get; set; } = [];

    /// <summary>Rules whose place this one took; filled by the rule set.</summary>
    public CodedRule[] Predecessors { get; set; } = [];
}
