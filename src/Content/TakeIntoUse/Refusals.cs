using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>The version to be taken is the one in use.</summary>
public sealed record NothingToTake() : Refusal("Content_NothingToTake");
