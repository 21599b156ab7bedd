using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Board;

/// <summary>A contact of a forty-year-old, as a later module would tell of it.</summary>
[Alias("test.contacted/1")]
public sealed record Contacted(Guid Matter, Guid Unit, LocalDate Day, bool Urgent) : IEvent, IClockSubject, IClockFact, IClockUnit
{
    public string Register => "health";

    public ClockSubject ClockSubject() => new(Day, Register, "primary_care", 40, Urgent ? ["urgent"] : []);

    public IEnumerable<ClockFact> ClockFacts() => [new("contact", Day)];
}

[Alias("test.happened/1")]
public sealed record Happened(Guid Matter, string Fact, LocalDate Day) : IEvent, IClockFact
{
    public string Register => "health";

    public IEnumerable<ClockFact> ClockFacts() => [new(Fact, Day, "nurse", "licensed")];
}

/// <summary>The answer to the contact was the help itself.</summary>
[Alias("test.helped/1")]
public sealed record Helped(Guid Matter, LocalDate Day) : IEvent, IClockFact, IFirstContactHelp
{
    public string Register => "health";

    public IEnumerable<ClockFact> ClockFacts() => [new("need_assessed", Day, "nurse", "licensed"), new("visit", Day, "nurse", "licensed")];
}

[Alias("test.moved/1")]
public sealed record Moved(Guid Matter, Guid Unit, string Line) : IEvent, IClockCorrection, IClockUnit
{
    public string Register => "health";

    public ClockCorrection ClockCorrection() => new(ServiceLine: Line);
}

[Alias("test.ended/1")]
public sealed record Ended(Guid Matter, LocalDate Day, ClockEndingReason Reason) : IEvent, IClockEnding
{
    public string Register => "health";

    public ClockEnding ClockEnding() => new(Day, Reason);
}
