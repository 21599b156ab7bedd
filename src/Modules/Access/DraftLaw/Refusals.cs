using Yhteys.Kernel;

namespace Yhteys.Access.DraftLaw;

/// <summary>The draft was discarded, or there never was one.</summary>
public sealed record DraftIsGone() : Refusal("Law_DraftIsGone");

public sealed record DraftNeedsName() : Refusal("Law_DraftNeedsName", "Name");

public sealed record DraftNameTooLong() : Refusal("Law_DraftNameTooLong", "Name");

/// <summary>The draft says the same as what is in use.</summary>
public sealed record DraftChangesNothing() : Refusal("Law_DraftChangesNothing");
