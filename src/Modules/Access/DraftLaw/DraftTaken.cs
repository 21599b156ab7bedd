using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>A draft in the list.</summary>
/// <param name="TakenAt">When it came into use; null while it has not.</param>
public sealed record ListedDraft(LawDraftRow Draft, Instant? TakenAt);

/// <summary>When a draft came into use. Nothing is written of it in the draft: it is in use from the moment when all that it says is.</summary>
internal static class DraftTaken
{
    /// <param name="files">What the draft says.</param>
    /// <param name="savedAt">Only what was taken after it.</param>
    /// <param name="versions">All versions of the kinds of the files.</param>
    public static Instant? At(IReadOnlyList<ContentText> files, Instant savedAt, IReadOnlyList<(Instant At, ContentTakenIntoUse Version)> versions) =>
        versions.Select(v => v.At).Where(at => at >= savedAt).Distinct().Order().Select(at => (Instant?)at)
            .FirstOrDefault(at => files.All(file => versions.LastOrDefault(v => v.At <= at && v.Version.Kind == ContentKinds.Of(file.Path)).Version?.Files.Contains(file) == true));
}
