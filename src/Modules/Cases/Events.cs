using NodaTime;
using Yhteys.Access;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Care;

namespace Yhteys.Cases;

/// <summary>A contact (yhteydenotto) arrived and became a matter (asia). Free text is sealed with the matter's own key.</summary>
/// <param name="Number">Receipt number, random with a check letter.</param>
/// <param name="Person">Whom the matter concerns.</param>
/// <param name="By">Who contacted, when it was somebody else than <paramref name="Person"/>.</param>
/// <param name="CountsOn">The day that the contact counts for by the county's office hours.</param>
/// <param name="Age">Age in whole years on that day; null when nobody knows it.</param>
/// <param name="Municipality">Null when unknown or under non-disclosure.</param>
/// <param name="HelpWanted">How soon the person thinks help is needed: now, today, days, no_hurry. It never sets urgency.</param>
/// <param name="ReplyBy">Wished channel: web, phone.</param>
/// <param name="Danger">Somebody is said to be in danger now.</param>
/// <param name="OwnContact">The person made the contact alone; guardians of one of 12 or more don't see it before a release.</param>
[Alias("cases.contact-received/1")]
public sealed record ContactReceived(
    Guid Matter, string Number, Guid Person, Guid? By, string Register, string ServiceLine, string? Topic, Guid Unit, string Channel,
    LocalDate CountsOn, int? Age, string Sex, string Language, string? Municipality, Sealed<string> Text, string HelpWanted,
    string ReplyBy, string? ReplyHours, bool Interpreter, bool NeedsHelpOnline, bool Danger, bool OwnContact)
    : IEvent, IClockSubject, IClockFact, IClockUnit, IMatterDetails, ICareRelation
{
    public bool Began => true;

    public ClockSubject ClockSubject() => new(CountsOn, Register, ServiceLine, Age, Danger ? ["immediate"] : []);

    public IEnumerable<ClockFact> ClockFacts()
    {
        yield return new ClockFact("contact", CountsOn);
        if (Register == Organisation.Registers.Social)
            yield return new ClockFact("matter_pending", CountsOn);
        if (ServiceLine == "child_welfare")
            yield return new ClockFact("notice_received", CountsOn);
    }
}

/// <summary>A professional took the matter (otti käsittelyyn).</summary>
[Alias("cases.matter-taken/1")]
public sealed record MatterTaken(Guid Matter, Guid Handler, string Register) : IEvent;

[Alias("cases.matter-released/1")]
public sealed record MatterReleased(Guid Matter, Guid Handler, string Register) : IEvent;

/// <summary>A message of the resident; it puts any matter, also a closed one, back on the worklist.</summary>
[Alias("cases.resident-wrote/1")]
public sealed record ResidentWrote(Guid Matter, Sealed<string> Text, string Register) : IEvent;

/// <summary>A closed matter went on because of a new message; its clocks go on from their first start.</summary>
[Alias("cases.matter-reopened/1")]
public sealed record MatterReopened(Guid Matter, LocalDate Day, string Register) : IEvent, IClockEnding
{
    public ClockEnding ClockEnding() => new(Day, ClockEndingReason.Reopened);
}

/// <summary>A professional wrote to the resident and asked for more.</summary>
[Alias("cases.more-asked/1")]
public sealed record MoreAsked(Guid Matter, Sealed<string> Text, string Register) : IEvent;

/// <summary>A professional wrote to the resident without asking.</summary>
[Alias("cases.professional-wrote/1")]
public sealed record ProfessionalWrote(Guid Matter, Sealed<string> Text, string Register) : IEvent;

/// <summary>The need was assessed and the care given in the answer itself: helped at first contact (autettu ensikontaktissa).</summary>
[Alias("cases.helped-at-first-contact/1")]
public sealed record HelpedAtFirstContact(
    Guid Matter, Sealed<string> Text, LocalDate Day, string Profession, string Licence, string Register) : IEvent, IClockFact
{
    public IEnumerable<ClockFact> ClockFacts() => Register == Organisation.Registers.Health
        ? [new("need_assessed", Day, Profession, Licence), new("visit", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)]
        : [new("assessment_started", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];
}

/// <summary>The matter went to another service line of the same register.</summary>
[Alias("cases.matter-referred/1")]
public sealed record MatterReferred(
    Guid Matter, Guid Person, string ServiceLine, Guid Unit, Sealed<string> Reason, string Register) : IEvent, IClockCorrection, IClockUnit, ICareRelation
{
    public bool Began => true;

    public ClockCorrection ClockCorrection() => new(ServiceLine: ServiceLine);
}

/// <summary>The matter was closed after help was given, or handed on. This by itself never makes a clock met.</summary>
/// <param name="Outcome">helped, advised, care_goes_on.</param>
[Alias("cases.matter-closed/1")]
public sealed record MatterClosed(Guid Matter, string Outcome, string Register) : IEvent;

/// <summary>The matter ended without care.</summary>
[Alias("cases.ended-without-care/1")]
public sealed record MatterEndedWithoutCare(Guid Matter, ClockEndingReason Reason, LocalDate Day, string Register) : IEvent, IClockEnding
{
    public ClockEnding ClockEnding() => new(Day, Reason);
}
