using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A contact (yhteydenotto) arrived and became a matter (asia). Free text is sealed with the matter's own key.</summary>
/// <param name="Number">Receipt number, random with a check letter.</param>
/// <param name="Person">Whom the matter concerns.</param>
/// <param name="By">Who contacted, when it was somebody else than <paramref name="Person"/>.</param>
/// <param name="CountsOn">The day that the contact counts for by the county's office hours.</param>
/// <param name="Age">Age in whole years on the day on which it came; null when nobody knows it.</param>
/// <param name="Municipality">Null when unknown or under non-disclosure.</param>
/// <param name="HelpWanted">How soon the person thinks help is needed: now, today, days, no_hurry. It never sets urgency.</param>
/// <param name="ReplyBy">Wished channel: web, phone.</param>
/// <param name="ReplyHours">Wished hours, as 8-10; null when any will do.</param>
/// <param name="Danger">Somebody is said to be in danger now.</param>
/// <param name="OwnContact">The person made the contact alone; guardians of one of 12 or more don't see it before a release.</param>
/// <param name="Opening">What opened the matter, one of <see cref="Openings"/>; null = a contact.</param>
/// <param name="ArrivedOn">The day on which it came, whatever the hour: what is sent to an authority is pending from that day.</param>
/// <param name="Reasons">Flags of the clocks known at opening, for example first_child.</param>
/// <param name="BornOn">The birth that a birth notice tells of.</param>
/// <param name="SchoolClosed">When the pupil's school is closed, as its calendar stood at opening.</param>
/// <param name="MinorWill">What a minor who contacts alone wants the guardians to know: permits or forbids; null = was not said.</param>
[Alias("cases.contact-received/1")]
public sealed record ContactReceived(
    Guid Matter, string Number, Guid Person, Guid? By, string Register, string ServiceLine, string? Topic, Guid Unit, string Channel,
    LocalDate CountsOn, int? Age, string Sex, string Language, string? Municipality, Sealed<string> Text, string HelpWanted,
    string ReplyBy, string? ReplyHours, bool Interpreter, bool NeedsHelpOnline, bool Danger, bool OwnContact, string? Opening = null,
    LocalDate? ArrivedOn = null, IReadOnlyList<string>? Reasons = null, LocalDate? BornOn = null,
    IReadOnlyList<ClosedDays>? SchoolClosed = null, string? MinorWill = null)
    : IEvent, IClockSubject, IClockFact, IClockUnit, IMatterDetails, ICareRelation, IMatterProgress
{
    public MatterProgress Progress() => new(MatterProgress.Waiting, false, MatterHolder.Nobody, Number,
        ResidentFollows: Opening != Openings.Authority && (By is null || ServiceLine != ChildWelfare.Line), PersonKnows: Opening != Openings.Authority);

    /// <summary>Events from before the day of arrival was kept have only the day that it counts for.</summary>
    internal LocalDate CameOn => ArrivedOn ?? CountsOn;

    public ClockSubject ClockSubject() => new(CameOn, Register, ServiceLine, Age, [.. Danger ? ["immediate"] : Array.Empty<string>(), .. Reasons ?? []])
    {
        SchoolClosed = SchoolClosed?.Select(days => days.ToInterval()).ToList(),
        CountsFrom = CountsOn > CameOn ? CountsOn : null,
    };

    public IEnumerable<ClockFact> ClockFacts() => Openings.Facts(this);
}

/// <summary>Days on which a school is closed, both included.</summary>
public sealed record ClosedDays(LocalDate FirstDay, LocalDate LastDay)
{
    public DateInterval ToInterval() => new(FirstDay, LastDay);
}

/// <summary>A professional took the matter (otti käsittelyyn).</summary>
[Alias("cases.matter-taken/1")]
public sealed record MatterTaken(Guid Matter, Guid Handler, string Register) : IEvent, ICareChange, IMatterProgress
{
    public MatterProgress Progress() => new(Holder: new(Handler));

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => MatterGrounds.Taken(before, by);
}

/// <summary>It is nobody's to handle; let go by who had taken it, or after they had left by another.</summary>
/// <param name="Handler">Who had taken it.</param>
[Alias("cases.matter-released/1")]
public sealed record MatterReleased(Guid Matter, Guid Handler, string Register) : IEvent, ICareChange, IMatterProgress
{
    public MatterProgress Progress() => new(Holder: MatterHolder.Nobody);

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => before.Ended(MatterGrounds.Handling);
}

/// <summary>A message of the resident; it puts any matter, also a closed one, back on the worklist.</summary>
[Alias("cases.resident-wrote/1")]
public sealed record ResidentWrote(Guid Matter, Sealed<string> Text, string Register) : IEvent, IMatterProgress
{
    public MatterProgress Progress() => new(MessageWaits: true);
}

/// <summary>
/// A closed matter went on: because of a new message, or because a professional opened it again; its clocks go on from their first start. So do those of an
/// open one in which the client wants the assessment that an answer found unneeded.
/// </summary>
/// <param name="Reason">Why a professional opened it, one of <see cref="ReopenMatter.Reasons"/> or <see cref="ReopenMatter.AssessmentWanted"/>; null = a message came.</param>
/// <param name="NothingEnded">No clock goes on: it had not been closed without care, or a message came after an answer that had ended them. Absent when one does, and before it was kept.</param>
/// <param name="AfterCare">The message came after care was given: it tells of something that nobody has assessed.</param>
[Alias("cases.matter-reopened/1")]
public sealed record MatterReopened(
    Guid Matter, LocalDate Day, string Register, string? Reason = null, bool? NothingEnded = null, bool? AfterCare = null) : IEvent, IClockEnding, IMatterProgress
{
    public MatterProgress Progress() => new(AfterCare == true ? MatterProgress.Waiting : null, Reopens: true);

    public ClockEnding? ClockEnding() => NothingEnded == true ? null : new(Day, ClockEndingReason.Reopened);
}

/// <summary>A professional wrote to the resident and asked for more.</summary>
/// <param name="Day">The day in Finland on which it was written; one of a journal from before it was kept has that of its envelope.</param>
/// <param name="Told">As of <see cref="HelpedAtFirstContact"/>.</param>
[Alias("cases.more-asked/1")]
public sealed record MoreAsked(
    Guid Matter, Sealed<string> Text, string Register, LocalDate? Day = null, string? Profession = null, string? Licence = null, string? Told = null)
    : IEvent, IClockFact, IMatterProgress, IReadWithTime
{
    public MatterProgress Progress() => new(MatterProgress.Asked, false);

    public IEnumerable<ClockFact> ClockFacts() => Answers.Facts(Day, Profession, Licence);

    public IEvent ReadWith(Instant happenedAt) => Day is null ? this with { Day = FinnishTime.Day(happenedAt) } : this;
}

/// <summary>A professional wrote to the resident without asking.</summary>
/// <param name="Day">As of <see cref="MoreAsked"/>.</param>
/// <param name="Told">As of <see cref="HelpedAtFirstContact"/>.</param>
[Alias("cases.professional-wrote/1")]
public sealed record ProfessionalWrote(
    Guid Matter, Sealed<string> Text, string Register, LocalDate? Day = null, string? Profession = null, string? Licence = null, string? Told = null)
    : IEvent, IClockFact, IMatterProgress, IReadWithTime
{
    public MatterProgress Progress() => new(MessageWaits: false);

    public IEnumerable<ClockFact> ClockFacts() => Answers.Facts(Day, Profession, Licence);

    public IEvent ReadWith(Instant happenedAt) => Day is null ? this with { Day = FinnishTime.Day(happenedAt) } : this;
}

/// <summary>
/// The help was given in the answer itself: helped at first contact (autettu ensikontaktissa), when nothing had been handled before. In health care the need
/// was assessed in it; in social care an answer is no assessment of service needs.
/// </summary>
/// <param name="Told">How it was told besides, one of <see cref="Telling.Ways"/>; null = it is read in the service.</param>
/// <param name="AssessmentUnneeded">
/// Whether it ended the time of an assessment that was found plainly unnecessary (ilmeisen tarpeetonta, SHL 36 § 1 mom); absent in health care, and in social care before it
/// was kept: such an answer counted as the start of an assessment, and so it stays.
/// </param>
[Alias("cases.helped-at-first-contact/1")]
public sealed record HelpedAtFirstContact(
    Guid Matter, Sealed<string> Text, LocalDate Day, string Profession, string Licence, string Register, string? Told = null, bool? AssessmentUnneeded = null)
    : IEvent, IClockFact, IClockEnding, IMatterProgress, IFirstContactHelp
{
    public MatterProgress Progress() => new(AssessmentUnneeded is null ? "assessed" : null, false);

    public IEnumerable<ClockFact> ClockFacts() => Register == Organisation.Registers.Health
        ? [new("need_assessed", Day, Profession, Licence), new("visit", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)]
        : AssessmentUnneeded is null ? [new("assessment_started", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)]
        : [new("contact_handled", Day, Profession, Licence)];

    public ClockEnding? ClockEnding() => AssessmentUnneeded == true ? new(Day, ClockEndingReason.AssessmentUnneeded) : null;
}

/// <summary>The matter went to another service line of the same register, or to another unit.</summary>
/// <param name="Reason">What a professional wrote down; null when nobody decided it.</param>
/// <param name="UnitClosed">It was left in a unit that had ended its work, and went on by itself.</param>
[Alias("cases.matter-referred/1")]
public sealed record MatterReferred(
    Guid Matter, Guid Person, string ServiceLine, Guid Unit, Sealed<string>? Reason, string Register, bool? UnitClosed = null) : IEvent, IClockCorrection, IClockUnit, ICareRelation, IMatterProgress
{
    public MatterProgress Progress() => new(Holder: MatterHolder.Nobody);

    public ClockCorrection ClockCorrection() => new(ServiceLine: ServiceLine);

    IEnumerable<CareGround> ICareChange.After(IReadOnlyList<CareGround> before, Guid? by) => MatterGrounds.Referred(before, by, Unit);
}

/// <summary>The matter was closed after help was given, or handed on. This by itself never makes a clock met.</summary>
/// <param name="Outcome">helped, advised, care_goes_on.</param>
/// <param name="Ground">Why a child's matter ended without an assessment; null of others.</param>
[Alias("cases.matter-closed/1")]
public sealed record MatterClosed(Guid Matter, string Outcome, string Register, Sealed<string>? Ground = null) : IEvent, ICareChange, IMatterProgress
{
    public MatterProgress Progress() => new(MatterProgress.Closed, false, MatterHolder.Nobody);

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => MatterGrounds.Closed(before, by);
}

/// <summary>The matter ended without care.</summary>
/// <param name="Ground">As of <see cref="MatterClosed"/>.</param>
[Alias("cases.ended-without-care/1")]
public sealed record MatterEndedWithoutCare(Guid Matter, ClockEndingReason Reason, LocalDate Day, string Register, Sealed<string>? Ground = null) : IEvent, ICareChange, IClockEnding, IMatterProgress
{
    public MatterProgress Progress() => new(MatterProgress.Closed, false, MatterHolder.Nobody);

    public IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by) => MatterGrounds.Closed(before, by);

    public ClockEnding ClockEnding() => new(Day, Reason);
}

/// <summary>Somebody is said to be in danger now: a unit that is always staffed is alarmed, at every hour, until somebody there acknowledges it.</summary>
/// <param name="Unit">The alarmed unit; <see cref="Organisation.Roles.WholeCounty"/> when the county has none that is always staffed.</param>
[Alias("cases.danger-alarm-raised/1")]
public sealed record DangerAlarmRaised(Guid Matter, Guid Person, Guid Unit, string Register) : IEvent, ICareRelation
{
    public string Ground => MatterGrounds.Alarm;
}

/// <summary>A professional took the alarm on (kuittasi hälytyksen); from now on the unit may read the matter, and the alarmed one no more if it was another.</summary>
[Alias("cases.danger-alarm-acknowledged/1")]
public sealed record DangerAlarmAcknowledged(Guid Matter, Guid Person, Guid Professional, Guid Unit, string Register) : IEvent, ICareRelation
{
    public string Ground => MatterGrounds.Alarm;
}

/// <summary>
/// The contact is a notice of worry about somebody (huoli-ilmoitus, SHL 35 §; of someone under 18 lastensuojeluilmoitus, LSL 25 §).
/// What is known of the notifier is sealed with a key of its own and never shown by itself.
/// </summary>
/// <param name="Kind">In what part the notifier tells: one of <see cref="GiveNotice.Kinds"/>; absent when they told of danger and did not say. Before that was kept it stood as private.</param>
/// <param name="Came">How it came: web, phone, walk_in, chat, own (the professional's own notice).</param>
/// <param name="StaysUnnamed">The notifier does not want to be named to the person.</param>
/// <param name="PersonKnows">The notifier has told the person of the notice.</param>
/// <param name="Whereabouts">Where and how the person is found, in the notifier's words.</param>
[Alias("cases.notice-given/1")]
public sealed record NoticeGiven(
    Guid Matter, Sealed<Notifier> Notifier, string? Kind, string Came, bool StaysUnnamed, bool PersonKnows, Sealed<string>? Whereabouts, string Register) : IEvent, IMatterProgress
{
    public MatterProgress Progress() => new(ResidentFollows: false, PersonKnows: false);
}

/// <summary>A professional opened what is known of the notifier.</summary>
[Alias("cases.notifier-opened/1")]
public sealed record NotifierOpened(Guid Matter, Guid Professional, Sealed<string> Reason, string Register) : IEvent;

/// <summary>A social worker judged whether a child needs urgent help (LSL 26 § 2 mom); until then it is a duty at once.</summary>
/// <param name="Kept">Flags of the clocks that were known before and hold on.</param>
[Alias("cases.urgency-judged/1")]
public sealed record UrgencyJudged(
    Guid Matter, bool Urgent, Sealed<string> Ground, LocalDate Day, string Profession, string Licence, string Register,
    IReadOnlyList<string>? Kept = null) : IEvent, IClockFact, IClockCorrection
{
    public IEnumerable<ClockFact> ClockFacts() => [new("need_assessed", Day, Profession, Licence), new("contact_handled", Day, Profession, Licence)];

    public ClockCorrection ClockCorrection() => new(Reasons: [Urgent ? "urgent" : "non_urgent", .. Kept ?? []]);
}

/// <summary>A professional released the matter to the person or to the guardians.</summary>
/// <param name="Scope">One of <see cref="ReleaseTo.Scopes"/>.</param>
/// <param name="MinorWill">What the minor wants the guardians to know, one of <see cref="MinorWills.All"/>; null for an adult.</param>
[Alias("cases.released-to/1")]
public sealed record ReleasedTo(Guid Matter, string Scope, string? MinorWill, Sealed<string> Reason, string Register) : IEvent, IMatterProgress
{
    public MatterProgress Progress() => new(ResidentFollows: true, PersonKnows: Scope == ReleaseTo.Person ? true : null);
}

/// <summary>A professional decided that the guardians don't see the matter.</summary>
/// <param name="Ground">One of <see cref="KeepFromGuardians.Grounds"/>.</param>
/// <param name="MinorAble">The minor, by age and development, is able to decide (act 785/1992, 7 § 2).</param>
[Alias("cases.kept-from-guardians/1")]
public sealed record KeptFromGuardians(
    Guid Matter, string Ground, string MinorWill, bool MinorAble, Sealed<string> Reason, string Register) : IEvent;

/// <summary>The matter had been recorded for a wrong person (kirjattu väärälle henkilölle) and concerns another; the clocks keep their dates.</summary>
/// <param name="Person">The right one.</param>
/// <param name="By">Who made the contact, when it was somebody else than the right person.</param>
/// <param name="Age">Of the right person on the day of the contact.</param>
[Alias("cases.recorded-for-wrong-person/1")]
public sealed record RecordedForWrongPerson(
    Guid Matter, Guid WrongPerson, Guid Person, Guid? By, int? Age, string Sex, string Language, string? Municipality, Guid Unit, Sealed<string> Reason,
    string Register) : IEvent, IClockCorrection, ICareRelation
{
    public ClockCorrection ClockCorrection() => new(AgeAtContact: Age);
}

/// <summary>Who the person of the matter is has become known for sure, and with it the age on the day of the contact.</summary>
/// <param name="Reason">How it became known, as it was written in this matter; absent in the person's other matters, and before it was kept.</param>
[Alias("cases.identity-confirmed/1")]
public sealed record IdentityConfirmed(Guid Matter, int? Age, string Sex, string Register, Sealed<string>? Reason = null) : IEvent, IClockCorrection
{
    public ClockCorrection ClockCorrection() => new(AgeAtContact: Age);
}
