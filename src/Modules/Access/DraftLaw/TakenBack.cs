using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.DraftLaw;

/// <summary>What somebody has taken into use and other files would undo, since they say what was so before.</summary>
/// <param name="Versions">The versions that the taking made.</param>
public sealed record TakenBack(Instant TakenAt, string Reason, IReadOnlyList<ContentVersionRow> Versions, LawDifference What)
{
    /// <summary>The newest taking first; empty when the files undo none.</summary>
    internal static IReadOnlyList<TakenBack> By(Law other, Law inUse, ContentHistory history, LawHistory laws)
    {
        var takings = history.Versions().Where(v => v.Reason is not null && ContentKinds.Guarded.Contains(v.Kind, StringComparer.Ordinal))
            .Select(v => (Row: v, At: history.Version(v.Kind, v.Number)!.RecordedAt)).GroupBy(v => v.At).OrderByDescending(g => g.Key);
        return [.. takings.Select(g => Of(g.Key, [.. g.Select(v => v.Row)], other, inUse, laws)).OfType<TakenBack>()];
    }

    private static TakenBack? Of(Instant at, IReadOnlyList<ContentVersionRow> versions, Law other, Law inUse, LawHistory laws)
    {
        if (laws.On(at.Minus(Duration.Epsilon)) is not { } before || laws.On(at) is not { } after)
            return null;
        var taken = LawDifference.Between(before, after);
        var what = new LawDifference(
            [.. taken.Rules.Where(rule => RuleDifference.Same(inUse.Rules.Find(rule.Id), rule.After) && RuleDifference.Same(other.Rules.Find(rule.Id), rule.Before))],
            [.. taken.Settings.Where(setting => inUse.Settings[setting.Name] == setting.After && other.Settings[setting.Name] == setting.Before)]);
        return what.IsEmpty ? null : new(at, versions[0].Reason!, versions, what);
    }
}
