using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>What somebody has taken into use and other files would undo, since they say what was so before.</summary>
/// <param name="Versions">The versions that the taking made.</param>
public sealed record TakenBack(Instant TakenAt, string Reason, IReadOnlyList<ContentVersionRow> Versions, LawDifference What)
{
    /// <summary>The newest taking first; empty when the files undo none.</summary>
    internal static IReadOnlyList<TakenBack> By(Law other, Law inUse, LawVersions laws)
    {
        var takings = laws.Rows.Where(v => v.Reason is not null && ContentKinds.IsGuarded(v.Kind)).GroupBy(v => v.TakenAt).OrderByDescending(g => g.Key);
        return [.. takings.Select(g => Of(g.Key, [.. g], other, inUse, laws)).OfType<TakenBack>()];
    }

    /// <summary>Whether files say nothing else than what was so before these takings: they are only older.</summary>
    internal static bool Cover(IReadOnlyList<TakenBack> takings, LawDifference? difference) =>
        difference is { IsEmpty: false }
        && difference.Rules.All(rule => takings.Any(taking => taking.What.Rules.Any(other => other.Id == rule.Id)))
        && difference.Settings.All(setting => takings.Any(taking => taking.What.Settings.Any(other => other.Name == setting.Name)));

    private static TakenBack? Of(Instant at, IReadOnlyList<ContentVersionRow> versions, Law other, Law inUse, LawVersions laws)
    {
        if (laws.Before(at) is not { } before || laws.At(at) is not { } after)
            return null;
        var taken = LawDifference.Between(before, after);
        var what = new LawDifference(
            [.. taken.Rules.Where(rule => RuleDifference.Same(inUse.Rules.Find(rule.Id), rule.After) && RuleDifference.Same(other.Rules.Find(rule.Id), rule.Before))],
            [.. taken.Settings.Where(setting => inUse.Settings[setting.Name] == setting.After && other.Settings[setting.Name] == setting.Before)]);
        return what.IsEmpty ? null : new(at, versions[0].Reason!, versions, what);
    }
}
