using NodaTime;
using Yhteys.Access.DraftLaw;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Views;

/// <summary>A draft of other rules that can be tried. Its files are in the journal only.</summary>
/// <param name="Saves">How many times it has been saved: its version.</param>
/// <param name="Paths">The files that it changes.</param>
/// <param name="By">Who saved it last.</param>
public sealed record LawDraftRow(Guid Draft, string Name, int Saves, IReadOnlyList<string> Paths, Instant SavedAt, Guid By);

internal sealed class LawDrafts : View
{
    public override string Name => "law_drafts";
    public override IReadOnlyList<Type> Rows => [typeof(LawDraftRow)];

    public override bool Handles(Type eventType) => eventType == typeof(DraftLawSaved) || eventType == typeof(DraftLawDiscarded);

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is DraftLawSaved e)
            rows.Put(new LawDraftRow(e.Draft, e.Name, (rows.Get<LawDraftRow>(e.Draft)?.Saves ?? 0) + 1, [.. e.Files.Select(f => f.Path)], recorded.RecordedAt, recorded.Actor.Id));
        else if (recorded.Event is DraftLawDiscarded gone)
            rows.Delete<LawDraftRow>(gone.Draft);
    }
}
