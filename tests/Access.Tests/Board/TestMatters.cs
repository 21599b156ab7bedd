using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Board;

/// <summary>A contact about something, as a later module would tell of it.</summary>
[Alias("test.reported/1")]
public sealed record Reported(
    Guid Matter, Guid Person, Guid Unit, string Line, LocalDate Day, string? Topic = null, string Channel = "web", string? Municipality = null, int? Age = 40)
    : IEvent, IClockSubject, IClockFact, IClockUnit, IMatterDetails
{
    public string Register => ClockVocabulary.RegisterOf(Line);

    public ClockSubject ClockSubject() => new(Day, Register, Line, Age, []);

    public IEnumerable<ClockFact> ClockFacts() => Register == "social" ? [new("contact", Day), new("matter_pending", Day), new("notice_received", Day)] : [new("contact", Day)];
}

[Alias("test.timed/1")]
public sealed record Timed(Guid Matter, Guid Appointment, BookedTimeChange Change, LocalDate? Date) : IEvent, IBookedTime
{
    public string Register => "health";

    public BookedTime BookedTime() => new(Change, Date);
}
