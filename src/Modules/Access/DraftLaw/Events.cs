using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Access.DraftLaw;

/// <summary>A draft of other rules, promises or settings was saved under a name, for the first time or anew. It holds content only, nothing of a person.</summary>
/// <param name="Files">The files that differ from those in use when it was saved, whole.</param>
[Alias("access.draft-law-saved/1")]
public sealed record DraftLawSaved(Guid Draft, string Name, IReadOnlyList<ContentText> Files) : IEvent
{
    /// <summary>Content concerns no client.</summary>
    public string Register => Registers.None;
}

/// <summary>The draft is not needed any more; the journal keeps it.</summary>
[Alias("access.draft-law-discarded/1")]
public sealed record DraftLawDiscarded(Guid Draft) : IEvent
{
    public string Register => Registers.None;
}
