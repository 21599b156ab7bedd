using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.DraftLaw;

/// <summary>What somebody has taken into use and other files would undo, since they say what was so before.</summary>
/// <param name="Kind">A kind that the taking changed, and its version, for the page of it.</param>
public sealed record TakenBack(Instant TakenAt, string Reason, string Kind, int Version, LawDifference What)
{
    /// <summary>The newest taking first; empty when the files undo none.</summary>
    internal static IReadOnlyList<TakenBack> By(Law other, Law inUse, ContentHistory history, LawHistory laws)
    {
        var takings = history.Versions().Where(v => v.Reason is not null && ContentKinds.Guarded.Contains(v.Kind, StringComparer.Ordinal))
            .Select(v => (Row: v, At: history.Version(v.Kind, v.Number)!.RecordedAt)).GroupBy(v => v.At).OrderByDescending(g => g.Key);
        return [.. takings.Select(g => Of(g.Key, g.First().Row, other, inUse, laws)).OfType<TakenBack>()];
    }

    private static TakenBack? Of(Instant at, ContentVersionRow version, Law other, Law inUse, LawHistory laws)
    {
        if (laws.On(at.Minus(Duration.Epsilon)) is not { } before || laws.On(at) is not { } after)
            return null;
        var taken = LawDifference.Between(before, after);
        var what = new LawDifference(
            [.. taken.Rules.Where(rule => Same(inUse.Rules.Find(rule.Id), rule.After) && Same(other.Rules.Find(rule.Id), rule.Before))],
            [.. taken.Settings.Where(setting => inUse.Settings[setting.Name] == setting.After && other.Settings[setting.Name] == setting.Before)]);
        return what.IsEmpty ? null : new(at, version.Reason!, version.Kind, version.Number, what);
    }

    private static bool Same(ClockRule? one, ClockRule? other) => new RuleDifference("", one, other) is { Differs: false } || (one is null && other is null);
}
