using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>The handling of a matter moves on, as a later module would tell of it.</summary>
[Alias("test.progress-made/1")]
public sealed record ProgressMade(Guid Matter, string? State = null, bool? Message = null, Guid? Taker = null, bool Released = false, bool? Follows = null, bool Reopens = false) : IEvent, IMatterProgress
{
    public string Register => "health";

    public MatterProgress Progress() => new(State, Message, Taker is not null || Released ? new(Taker) : null, null, Follows, Reopens: Reopens);
}

/// <summary>The matter got another unit.</summary>
[Alias("test.unit-changed/1")]
public sealed record UnitChanged(Guid Matter, Guid Unit) : IEvent, IClockUnit
{
    public string Register => "health";
}

/// <summary>All reasons that hold of the matter now.</summary>
[Alias("test.reasons-set/1")]
public sealed record ReasonsSet(Guid Matter, string[] Reasons) : IEvent, IClockCorrection
{
    public string Register => "health";

    public ClockCorrection ClockCorrection() => new(Reasons: Reasons);
}

/// <summary>A matter ended without care, or went on.</summary>
[Alias("test.matter-ended/1")]
public sealed record MatterEnded(Guid Matter, NodaTime.LocalDate Day, ClockEndingReason Reason) : IEvent, IClockEnding
{
    public string Register => "health";

    public ClockEnding ClockEnding() => new(Day, Reason);
}

/// <summary>A time was offered, moved or taken away.</summary>
[Alias("test.time-booked/1")]
public sealed record TimeBooked(Guid Matter, Guid Appointment, BookedTimeChange Change, NodaTime.LocalDate? Date = null) : IEvent, IBookedTime
{
    public string Register => "health";

    public BookedTime BookedTime() => new(Change, Date);
}
