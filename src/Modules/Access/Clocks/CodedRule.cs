namespace Yhteys.Access.Clocks;

/// <summary>A rule made ready for computing many clocks.</summary>
internal sealed class CodedRule
{
    public CodedRule(ClockRule rule)
    {
        Rule = rule;
        Starts = [.. rule.Starts.Select(start => new CodedMatch(start, start.Or))];
        HasOneLimit = rule.HasOneLimit;
        RequiredReasons = [.. rule.Requires.Select(need => ClockVocabulary.ReasonMask(need.Reasons))];
        Requires = [.. rule.Requires.Select(match => new CodedMatch(match))];
        Stops = [.. rule.Stops.Select(match => new CodedMatch(match))];
        Unless = [.. rule.Unless.Select(match => new CodedMatch(match))];
        var conditions = rule.Conditions;
        All = ClockVocabulary.ReasonMask(conditions.All);
        AnyOf = ClockVocabulary.ReasonMask(conditions.AnyOf);
        None = ClockVocabulary.ReasonMask(conditions.None);
        NotAll = ClockVocabulary.ReasonMask(conditions.NotAll);
        AwaitsAssessment = rule.Starts.Count > 0 && rule.Starts.All(start => start.Facts is ["need_assessed"]);
        Moves = rule.Settings.Contains("lawChange", StringComparer.Ordinal);
        Extension = 1UL << ClockVocabulary.FactAt("limit_extended");
    }

    public ClockRule Rule { get; }
    public CodedMatch[] Starts { get; }

    /// <summary>The same time runs from each start, so the earliest decides.</summary>
    public bool HasOneLimit { get; }

    public CodedMatch[] Requires { get; }

    /// <summary>For each of <see cref="Requires"/> the reason flags that stand for it.</summary>
    public ulong[] RequiredReasons { get; }
    public CodedMatch[] Stops { get; }
    public CodedMatch[] Unless { get; }
    public ulong All { get; }
    public ulong AnyOf { get; }
    public ulong None { get; }
    public ulong NotAll { get; }
    public ulong Extension { get; }

    /// <summary>It begins with the assessment: before that, a reason which the assessment answers neither takes it away nor calls for it.</summary>
    public bool AwaitsAssessment { get; }

    /// <summary>Rules that take this one's place on the day after its last; filled by the rule set.</summary>
    public CodedRule[] Successors { get; set; } = [];

    /// <summary>Rules whose place this one took; filled by the rule set.</summary>
    public CodedRule[] Predecessors { get; set; } = [];

    /// <summary>A wait that runs under it may be moved to the law that follows, and one of the law before to it, if the county so decides. Without it the acts themselves say that it stays.</summary>
    public bool Moves { get; }

    /// <summary>It took the place of the other, at once or after the rules between them.</summary>
    public bool Follows(CodedRule other) => Array.Exists(Predecessors, before => before == other || before.Follows(other));
}
