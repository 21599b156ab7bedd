using System.Collections.Frozen;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.TryLaw;

/// <summary>Where two laws differ: in which rules, and in which answers to open questions.</summary>
/// <param name="Settings">Settings with another value.</param>
public sealed record LawDifference(IReadOnlyList<RuleDifference> Rules, IReadOnlyList<SettingDifference> Settings)
{
    public static LawDifference Between(Law before, Law after)
    {
        var ids = before.Rules.All.Concat(after.Rules.All).Select(rule => rule.Id).Distinct(StringComparer.Ordinal);
        return new(
            [.. ids.Select(id => new RuleDifference(id, before.Rules.Find(id), after.Rules.Find(id))).Where(pair => pair.Differs)],
            [.. CountySettings.Choices.Keys.Select(name => new SettingDifference(name, before.Settings[name], after.Settings[name])).Where(pair => pair.Before != pair.After)]);
    }

    public bool IsEmpty => Rules.Count + Settings.Count == 0;

    /// <summary>Whether a law says all that differs as it is after.</summary>
    public bool HoldsIn(Law law) =>
        Rules.All(rule => RuleDifference.Same(law.Rules.Find(rule.Id), rule.After)) && Settings.All(setting => law.Settings[setting.Name] == setting.After);

    /// <summary>Ids of the rules whose clocks can be others: those that differ, those beside them in their chain, and those that lean on a setting that differs.</summary>
    public FrozenSet<string> Concerned(Law before, Law after)
    {
        var differs = Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return before.Rules.All.Concat(after.Rules.All)
            .Where(rule => differs.Contains(rule.Id) || rule.Replaces.Any(differs.Contains) || Settings.Any(setting => rule.Settings.Contains(setting.Name, StringComparer.Ordinal)))
            .Select(rule => rule.Id).ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>A rule before and after; null where there is none.</summary>
public sealed record RuleDifference(string Id, ClockRule? Before, ClockRule? After)
{
    public ClockRule Rule => After ?? Before!;

    internal bool Differs => !Same(Before, After);

    internal static bool Same(ClockRule? one, ClockRule? other) =>
        one is null || other is null ? one is null && other is null : RuleReader.TextOf(one) == RuleReader.TextOf(other);
}

/// <summary>An open question of law that is answered otherwise after than before; <see cref="CountySettings.Choices"/>.</summary>
public sealed record SettingDifference(string Name, string Before, string After);
