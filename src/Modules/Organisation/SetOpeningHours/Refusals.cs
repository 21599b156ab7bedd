using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record ClosesBeforeOpening() : Refusal("ClosesBeforeOpening", "Hours");

public sealed record HoursOverlap() : Refusal("HoursOverlap", "Hours");

public sealed record DayHoursInPast() : Refusal("DayHoursInPast", "OnDay");

/// <summary>A unit that is at work at every hour has no days of other hours.</summary>
public sealed record DayHoursOfAlwaysOpen() : Refusal("DayHoursOfAlwaysOpen", "OnDay");

public sealed record DayHoursNotFound() : Refusal("DayHoursNotFound", "OnDay");
