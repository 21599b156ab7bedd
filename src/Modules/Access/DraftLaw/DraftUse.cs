using NodaTime;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>A draft in the list.</summary>
/// <param name="Use">Null while it has not been in use.</param>
public sealed record ListedDraft(LawDraftRow Draft, DraftUse? Use);

/// <summary>That what a draft changed is in use, or was. Nothing is written of it in the draft: it follows from the versions of the law.</summary>
/// <param name="From">Since when; the last time, if it has been in use more than once.</param>
/// <param name="Until">When something of it was changed again; null while all of it is in use.</param>
/// <param name="By">Who took it into use; null when the program did at its start.</param>
public sealed record DraftUse(Instant From, Instant? Until, Guid? By)
{
    /// <param name="files">What the draft says.</param>
    /// <param name="savedAt">Only what was taken after it.</param>
    internal static DraftUse? Of(IReadOnlyList<ContentText> files, Instant savedAt, LawVersions law)
    {
        if (law.Times.Select(time => (Instant?)time.From).FirstOrDefault(at => at >= savedAt && law.Has(files, at.Value)) is not { } first)
            return null;
        var changed = law.Before(first) is { } before && law.At(first) is { } after ? Own(LawDifference.Between(before, after), files, law, first) : null;
        var (from, until) = (first, (Instant?)null);
        foreach (var time in law.Times.Where(time => time.From > first))
        {
            // Of a law that this program can't read nobody knows whether it held.
            var holds = changed is not { IsEmpty: false } ? law.Has(files, time.From) : time.Law is null ? (bool?)null : changed.HoldsIn(time.Law);
            if (holds == false)
                until ??= time.From;
            else if (holds == true && until is not null)
                (from, until) = (time.From, null);
        }

        return new(from, until, law.By(from));
    }

    /// <summary>Of what a taking changed that which is the draft's: the rules of its files, as they are or were before, and settings only when it has theirs.</summary>
    private static LawDifference Own(LawDifference taken, IReadOnlyList<ContentText> files, LawVersions law, Instant at)
    {
        var before = files.Select(f => law.In(ContentKinds.Of(f.Path)!, at - Duration.Epsilon)?.Files.FirstOrDefault(other => other.Path == f.Path)).OfType<ContentText>();
        var ids = RuleIds.In(files.Concat(before));
        return new([.. taken.Rules.Where(rule => ids.Contains(rule.Id))], files.Any(f => ContentKinds.Of(f.Path) == ContentKinds.Settings) ? taken.Settings : []);
    }
}
