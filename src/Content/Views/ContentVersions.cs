using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Content;

/// <summary>A version of a kind; the one with the largest number is in use. The text is in the journal only.</summary>
/// <param name="Id">kind/number.</param>
/// <param name="By">The professional who took it into use; null for the program at start.</param>
/// <param name="Reason">Why, as they said.</param>
public sealed record ContentVersionRow(string Id, string Kind, int Number, string Hash, int FileCount, Instant TakenAt, Guid? By, string? Reason);

internal sealed class ContentVersions : View
{
    public override string Name => "content_versions";

    public override IReadOnlyList<Type> Rows => [typeof(ContentVersionRow)];

    public override bool Handles(Type eventType) => eventType == typeof(ContentTakenIntoUse);

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is ContentTakenIntoUse taken)
            rows.Put(new ContentVersionRow($"{taken.Kind}/{taken.Version}", taken.Kind, taken.Version, taken.Hash, taken.Files.Count, recorded.RecordedAt,
                recorded.Actor.Kind == "staff" ? recorded.Actor.Id : null, taken.Reason));
    }
}
