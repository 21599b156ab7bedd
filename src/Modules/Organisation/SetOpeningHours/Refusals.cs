using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record ClosesBeforeOpening() : Refusal("ClosesBeforeOpening", "Hours");

public sealed record HoursOverlap() : Refusal("HoursOverlap", "Hours");
