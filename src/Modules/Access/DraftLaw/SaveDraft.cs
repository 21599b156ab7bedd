using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Access.DraftLaw;

/// <summary>Save a draft under a name.</summary>
/// <param name="Files">Files that differ from those in use.</param>
internal sealed record SaveDraft(Guid Draft, string? Name, IReadOnlyList<ContentText> Files)
{
    public const int LongestName = 120;

    /// <param name="seen">The version of the draft that the page showed; null for a new one.</param>
    public static Decision Decide(DraftState state, SaveDraft command, int version, long? seen) => command switch
    {
        _ when state.Discarded => new DraftIsGone(),
        _ when seen is { } shown && shown != version => new ChangedSinceOpened(),
        { Name: null or "" } => new DraftNeedsName(),
        { Name.Length: > LongestName } => new DraftNameTooLong(),
        { Files.Count: 0 } => new DraftChangesNothing(),
        _ => Decision.Append(command.Draft, new DraftLawSaved(command.Draft, command.Name, command.Files)),
    };
}

/// <summary>Put a draft away.</summary>
internal sealed record DiscardDraft(Guid Draft)
{
    public static Decision Decide(DraftState state, DiscardDraft command) => state switch
    {
        { Saved: false } => new DraftIsGone(),
        { Discarded: true } => Decision.Nothing,
        _ => Decision.Append(command.Draft, new DraftLawDiscarded(command.Draft)),
    };
}

internal sealed record DraftState(bool Saved, bool Discarded) : IState<DraftState>
{
    public static DraftState Empty { get; } = new(false, false);

    public static DraftState Evolve(DraftState state, Recorded recorded) => recorded.Event switch
    {
        DraftLawSaved => state with { Saved = true },
        DraftLawDiscarded => state with { Discarded = true },
        _ => state,
    };
}
