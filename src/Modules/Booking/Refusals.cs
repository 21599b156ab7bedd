using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

public sealed record DayInPast() : Refusal("DayInPast", "First");

public sealed record StartsMissing() : Refusal("StartsMissing", "FirstTime");

public sealed record StartsOverlap() : Refusal("StartsOverlap", "FirstTime");

/// <param name="Start">An hour that is left out when summer time begins.</param>
public sealed record NoSuchTime(LocalTime Start) : Refusal("NoSuchTime", "FirstTime")
{
    public override object?[] Arguments => [Start];
}

/// <param name="Start">Of the open time that is in the way.</param>
public sealed record TimesOpenAlready(LocalTime Start) : Refusal("TimesOpenAlready", "FirstTime")
{
    public override object?[] Arguments => [Start];
}

public sealed record DayOfOtherRegister() : Refusal("DayOfOtherRegister", "ServiceLine");

public sealed record ProfessionNotOfLine() : Refusal("ProfessionNotOfLine", "ServiceLine");

/// <summary>The unit has ended its work by that day.</summary>
/// <param name="Where">The field of the time or of the day.</param>
public sealed record UnitHasEnded(string Where = "Slot") : Refusal("UnitHasEnded", Where);

public sealed record NotAtWork() : Refusal("NotAtWork", "Professional");

/// <param name="Taken">How many times of what was to be closed somebody has.</param>
public sealed record TimesHaveTakers(int Taken) : Refusal("TimesHaveTakers")
{
    public override object?[] Arguments => [Taken];
}

/// <summary>The matter is being closed, and it is not told what becomes of a time that stands.</summary>
/// <param name="Date">Of the first of them, as <paramref name="Start"/>.</param>
public sealed record TimesStand(LocalDate Date, LocalTime Start) : Refusal("TimesStand", "Times")
{
    public override object?[] Arguments => [Date, Start];
}

public sealed record NothingToClose() : Refusal("NothingToClose");

public sealed record SlotNotFound() : Refusal("SlotNotFound", "Slot");

public sealed record SlotTaken() : Refusal("SlotTaken", "Slot");

public sealed record SlotInPast() : Refusal("SlotInPast", "Slot");

public sealed record SlotOfOtherRegister() : Refusal("SlotOfOtherRegister", "Slot");

/// <summary>A time of another service line opens the matter to who has no part in it.</summary>
public sealed record SlotOfOtherLine() : Refusal("SlotOfOtherLine", "Slot");

/// <summary>The professional no longer works at the unit on that day.</summary>
public sealed record ProfessionalLeft() : Refusal("ProfessionalLeft", "Slot");

/// <summary>The client is elsewhere then. It may be in a matter that the reader may not know of, so nothing of it is told.</summary>
/// <param name="Date">Of the time that was asked for, as <paramref name="Start"/>.</param>
/// <param name="Where">The form field, if one.</param>
public sealed record ClientHasTimeThen(LocalDate Date, LocalTime Start, string? Where = null) : Refusal("ClientHasTimeThen", Where)
{
    public override object?[] Arguments => [Date, Start];
}

/// <summary>The same, said to who follows both times.</summary>
public sealed record OwnTimeThen(LocalDate Date, LocalTime Start, string? Where = null) : Refusal("OwnTimeThen", Where)
{
    public override object?[] Arguments => [Date, Start];
}

public sealed record OfferWaits() : Refusal("OfferWaits", "Slot");

/// <param name="Hours">The least notice of an offer that waits for an answer.</param>
public sealed record OfferTooSoon(int Hours) : Refusal("OfferTooSoon", "Slot")
{
    public override object?[] Arguments => [Hours];
}

/// <summary>An offer that waits for an answer is not moved so near.</summary>
/// <param name="Hours">As of <see cref="OfferTooSoon"/>.</param>
public sealed record MoveTooSoon(int Hours) : Refusal("MoveTooSoon", "Slot")
{
    public override object?[] Arguments => [Hours];
}

public sealed record SameTime() : Refusal("SameTime", "Slot");

/// <summary>A resident moves a time only within a unit, service line and profession.</summary>
public sealed record OtherGroup() : Refusal("OtherGroup", "Slot");

public sealed record MoveNotAllowed() : Refusal("MoveNotAllowed");

/// <param name="Hours">How long before the appointment a resident may move it at the latest.</param>
public sealed record TooLateToMove(int Hours) : Refusal("TooLateToMove")
{
    public override object?[] Arguments => [Hours];
}

public sealed record AppointmentNotFound() : Refusal("AppointmentNotFound");

/// <param name="Date">Of the appointment, whose state allows no such step now.</param>
public sealed record NotInThisState(LocalDate Date) : Refusal("NotInThisState")
{
    public override object?[] Arguments => [Date];
}

public sealed record AppointmentPassed() : Refusal("AppointmentPassed");

public sealed record AppointmentAhead() : Refusal("AppointmentAhead");

/// <summary>The time is so far ahead that its client has hardly come for it.</summary>
/// <param name="Earliest">From when on an arrival can be marked.</param>
public sealed record ArrivedTooEarly(LocalTime Start, LocalTime Earliest) : Refusal("ArrivedTooEarly")
{
    public override object?[] Arguments => [Start, Earliest];
}

/// <summary>The time is still far and nobody has marked that the client arrived.</summary>
/// <param name="Earliest">From when on the visit can be marked without an arrival.</param>
public sealed record NotArrivedYet(LocalTime Start, LocalTime Earliest) : Refusal("NotArrivedYet")
{
    public override object?[] Arguments => [Start, Earliest];
}

/// <summary>The matter ended because its person has died. The sentence does not say it: somebody near may read it.</summary>
public sealed record NoCareFollows() : Refusal("NoCareFollows");

/// <summary>The time to answer the offer is over.</summary>
public sealed record OfferIsOver() : Refusal("OfferIsOver");

/// <summary>The offer can still be answered, so it does not lapse.</summary>
public sealed record OfferStands() : Refusal("OfferStands");

public sealed record UnknownDeclineReason() : Refusal("UnknownDeclineReason", "Reason");

public sealed record ReasonTooLong() : Refusal("ReasonTooLong", "Words");
