using System.Collections.Frozen;
using Yhteys.Access.Clocks;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;

namespace Yhteys.Access.TakeLaw;

/// <summary>
/// Whether another law can give a matter other rows in any view, today or on a past day. Only the rules that differ, and those tied to them, are computed, so
/// that a whole county is asked in seconds. A yes may be too much; a no is right for matters of whom nobody was told of a rule that only one of the laws has.
/// </summary>
internal sealed class LawReach
{
    private readonly Law _now, _next;
    private readonly FrozenSet<string> _other;

    private LawReach(Law now, Law next, FrozenSet<string> other) => (_now, _next, _other) = (now, next, other);

    /// <returns>
    /// Null when any matter may be reached: by an answer to an open question, by another order of rules, or by the end of a right of which residents may have been told.
    /// </returns>
    public static LawReach? Between(Law now, Law next)
    {
        var difference = LawDifference.Between(now, next);
        var both = now.Rules.All.Where(rule => next.Rules.Find(rule.Id) is not null).Select(rule => (Before: rule, After: next.Rules.Find(rule.Id)!)).ToList();
        if (difference.Settings.Count > 0 || now.Rules.Statutes.Any(rule => next.Rules.Find(rule.Id) is null) || !both.TrueForAll(AreChainedAlike) || !AreInOneOrder(now.Rules, next.Rules))
            return null;
        var other = both.Where(pair => now.Rules.IsPromised(pair.Before) != next.Rules.IsPromised(pair.After) || !IsSameBut(pair.Before, pair.After)).Select(pair => pair.Before.Id).ToList();
        var tied = Tied(now.Rules.All.Concat(next.Rules.All), difference.Rules.Select(pair => pair.Id).Concat(other));
        return new(Only(now, tied), Only(next, tied), other.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether rows of a matter with this past may differ.</summary>
    public bool Reaches(MatterPast past)
    {
        var line = past.Known[^1].File.Subject.ServiceLine;
        if (past.Known.All(known => known.File.Subject.ServiceLine == line) && _now.Rules.For(line).Length + _next.Rules.For(line).Length == 0)
            return false;
        return Differs(past.Known[^1].File, begun: false) || PastDerivation.Files(past).Any(file => Differs(file, begun: true));
    }

    /// <param name="begun">Only clocks that have begun: a clock that has not is in no row of a past day.</param>
    private bool Differs(ClockFile file, bool begun)
    {
        var facts = file.ToFacts();
        var (before, after) = (Clocks(_now), Clocks(_next));
        return before.Count != after.Count
            || before.Exists(clock => _other.Contains(clock.Rule.Id) || after.Find(other => other.Rule.Id == clock.Rule.Id) is not { } same || clock != same with { Rule = clock.Rule });

        List<ClockResult> Clocks(Law law)
        {
            var clocks = new List<ClockResult>();
            StatutoryClocks.Compute(facts, law.Rules, law.Settings, clocks);
            if (begun)
                clocks.RemoveAll(clock => clock.Start is null);
            return clocks;
        }
    }

    /// <summary>Only its words, its target or its days in force are others: rows tell the same of its clocks.</summary>
    private static bool IsSameBut(ClockRule one, ClockRule other) => RuleReader.TextOf(one) == RuleReader.TextOf(
        other with { From = one.From, To = one.To, Name = one.Name, Explanation = one.Explanation, Law = one.Law, Confidence = one.Confidence, Target = one.Target, Basis = one.Basis });

    private static bool AreChainedAlike((ClockRule Before, ClockRule After) pair) => Chained(pair.Before).SequenceEqual(Chained(pair.After), StringComparer.Ordinal);

    /// <summary>Of two clocks with the same last day the first gives its name to the worklist.</summary>
    private static bool AreInOneOrder(RuleSet one, RuleSet other) => IdsIn(one, other).SequenceEqual(IdsIn(other, one), StringComparer.Ordinal);

    private static IEnumerable<string> IdsIn(RuleSet one, RuleSet other) => one.All.Select(rule => rule.Id).Where(id => other.Find(id) is not null);

    private static IEnumerable<string> Chained(ClockRule rule) => rule.Replaces.Concat(rule.Thereafter);

    /// <summary>The rules and all that any chain of replacing and going on ties to them.</summary>
    private static HashSet<string> Tied(IEnumerable<ClockRule> rules, IEnumerable<string> ids)
    {
        var (pairs, tied) = (rules.SelectMany(rule => Chained(rule).Select(other => (rule.Id, Other: other))).ToList(), ids.ToHashSet(StringComparer.Ordinal));
        for (var count = -1; count != tied.Count;)
        {
            count = tied.Count;
            foreach (var (one, other) in pairs.FindAll(pair => tied.Contains(pair.Id) != tied.Contains(pair.Other)))
                tied.UnionWith([one, other]);
        }

        return tied;
    }

    private static Law Only(Law law, HashSet<string> ids) => new(new RuleSet([.. law.Rules.All.Where(rule => ids.Contains(rule.Id))], law.Rules.Hash), law.Settings);
}
