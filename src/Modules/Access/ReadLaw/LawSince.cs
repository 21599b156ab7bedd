using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Ui;

namespace Yhteys.Access.ReadLaw;

/// <summary>Whether the law of a past day was another than the one in use, and what has been taken into use since.</summary>
internal sealed class LawSince(ContentHistory history, LawHistory laws, RulesInForce inForce)
{
    /// <returns>The versions at the end of the day and those taken since, the newest first; null when the law is the same.</returns>
    public ChangedLaw? Of(LocalDate day)
    {
        var end = FinnishTime.EndOf(day);
        var (then, since) = (new List<ContentVersionRow>(), new List<ContentVersionRow>());
        foreach (var version in history.Versions().Where(v => ContentKinds.IsGuarded(v.Kind)))
            if (version is { Number: > 1 } && version.TakenAt > end)
                since.Add(version);
            else if (!then.Exists(other => other.Kind == version.Kind))
                then.Add(version);
        return since.Count == 0 || laws.On(end)?.Hash == inForce.Current.Hash ? null : new(then, [.. since.OrderByDescending(v => v.TakenAt)]);
    }
}

/// <param name="Then">The versions that were in use then, one of each kind.</param>
/// <param name="Since">What has been taken into use since, the newest first.</param>
internal sealed record ChangedLaw(IReadOnlyList<ContentVersionRow> Then, IReadOnlyList<ContentVersionRow> Since);
