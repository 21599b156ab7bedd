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
        var changed = law.Before(first) is { } before && law.At(first) is { } after ? LawDifference.Between(before, after) : null;
        var (from, until) = (first, (Instant?)null);
        foreach (var time in law.Times.Where(time => time.From > first))
        {
            var holds = changed is { IsEmpty: false } ? time.Law is null || changed.HoldsIn(time.Law) : law.Has(files, time.From);
            if (!holds)
                until ??= time.From;
            else if (until is not null)
                (from, until) = (time.From, null);
        }

        return new(from, until, law.By(from));
    }
}
