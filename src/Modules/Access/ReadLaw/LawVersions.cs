using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.ReadLaw;

/// <summary>A law and since when it was in use.</summary>
/// <param name="Law">Null when this program no longer understands it.</param>
internal sealed record LawTime(Instant From, Law? Law);

/// <summary>Every law that has been in use, and the versions that it was made of.</summary>
/// <param name="Times">The oldest first.</param>
/// <param name="Versions">Those of all kinds that the law is made of.</param>
/// <param name="Rows">Who took what, of all content.</param>
internal sealed record LawVersions(
    IReadOnlyList<LawTime> Times, IReadOnlyList<(Instant At, ContentTakenIntoUse Version)> Versions, IReadOnlyList<ContentVersionRow> Rows)
{
    public Law? At(Instant time) => Times.LastOrDefault(law => law.From <= time)?.Law;

    public Law? Before(Instant time) => Times.LastOrDefault(law => law.From < time)?.Law;

    /// <summary>Whether the files were in use as they are, all of them.</summary>
    public bool Has(IReadOnlyList<ContentText> files, Instant time) =>
        files.All(file => ContentKinds.Of(file.Path) is { } kind && In(kind, time)?.Files.Contains(new(file.Path, ContentFile.Of(kind, file.Path, file.Json).Json)) == true);

    /// <summary>The version of a kind that was in use at a time.</summary>
    public ContentTakenIntoUse? In(string kind, Instant time) => Versions.LastOrDefault(v => v.At <= time && v.Version.Kind == kind).Version;

    /// <summary>Who took the law into use that began then; null when the program did at its start.</summary>
    public Guid? By(Instant from) => Rows.FirstOrDefault(row => row.TakenAt == from)?.By;
}
