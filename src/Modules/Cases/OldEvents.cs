using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>
/// Another unit of the matter has a relation to the right person. Nothing writes it any more, and it tells nothing that
/// <see cref="RecordedForWrongPerson"/> beside it doesn't tell.
/// </summary>
[Alias("cases.care-relation-began/1")]
public sealed record CareRelationBegan(Guid Matter, Guid Person, Guid Unit, string Register) : IEvent;

/// <summary>A unit has no relation to the wrong person any more. As above.</summary>
[Alias("cases.care-relation-ended/1")]
public sealed record CareRelationEnded(Guid Matter, Guid Person, Guid Unit, string Register) : IEvent;
