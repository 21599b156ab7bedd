using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel.Storage;

namespace Yhteys.Access.Views;

/// <summary>What the events of a matter have told its clocks: the other rows follow from it and the law.</summary>
/// <param name="Unit">The unit that answers for the matter; null until an event says it.</param>
/// <param name="AtFirstContact">Helped at first contact.</param>
/// <param name="RecordedOn">The day on which the journal got to know the matter; its contact may be of an earlier day.</param>
[Index("RecordedOn")]
public sealed record ClockFileRow(Guid Matter, Guid? Unit, ClockFile File, bool AtFirstContact, LocalDate RecordedOn);

/// <summary>One clock of a matter: a statutory time limit or the county's own promise.</summary>
/// <param name="Id">Matter and rule.</param>
/// <param name="Promised">The county has promised to keep it: a promise itself, or a statutory limit that a promise follows.</param>
/// <param name="SettledOn">The day on which it became known whether it was kept: met in time, or the first day after the last one. May lie ahead; null when there is no such day.</param>
/// <param name="InTime">Kept, when <paramref name="SettledOn"/> has come.</param>
/// <param name="AppliesFrom">From this day the clock is seen, when that is later than its start.</param>
/// <param name="AppliesUntil">From this day it no longer concerns the matter.</param>
/// <param name="AgeUnknown">It runs because nobody knows the age: no published figure of the old counts it.</param>
[Index("SettledOn", "Unit", "ServiceLine", "Register", "Kind", "Promised", "InTime")]
[Index("Matter")]
public sealed record ClockRow(
    string Id, Guid Matter, string Rule, RuleKind Kind, bool Promised, Guid? Unit, string ServiceLine, string Register, LocalDate? Start,
    LocalDate? Strict, LocalDate? LastInTime, LocalDate? MetOn, LocalDate? EndedOn, LocalDate? SettledOn, bool InTime, LocalDate ContactOn,
    LocalDate? AppliesFrom, LocalDate? AppliesUntil, bool AgeUnknown = false);

/// <summary>The way of one matter from contact to first care.</summary>
/// <param name="Open">A clock of it waits to be met; closing the matter doesn't change that, only a fact or an ending without care does.</param>
/// <param name="Immediate">A duty without a number of days waits.</param>
/// <param name="Strict">The earliest last day by the count of what waits.</param>
/// <param name="LastInTime">The earliest last day on which it is still in time.</param>
/// <param name="HandledOn">First handling: the need was assessed, its assessment begun, the contact handled, a conversation offered, a decision made or care given.</param>
/// <param name="CareOn">First care or service given.</param>
/// <param name="WaitAssessed">Days from the assessment of need to first care, as THL counts.</param>
/// <param name="WaitContact">Days from contact to first care.</param>
/// <param name="AtFirstContact">The first answer was the help itself.</param>
[Index("Unit", "ServiceLine", "Register", "Immediate", "Strict", "LastInTime", "ContactOn", "Open", Where = "open = 1")]
[Index("CareOn", "Unit", "ServiceLine", "Register", "WaitAssessed", "WaitContact")]
[Index("HandledOn", "Unit", "ServiceLine", "Register", "AtFirstContact")]
public sealed record ContactRow(
    Guid Matter, Guid? Unit, string ServiceLine, string Register, bool Open, bool Immediate, LocalDate? Strict, LocalDate? LastInTime,
    LocalDate ContactOn, LocalDate? AssessedOn, LocalDate? HandledOn, LocalDate? CareOn, LocalDate? EndedOn, int? WaitAssessed, int? WaitContact,
    bool AtFirstContact);
