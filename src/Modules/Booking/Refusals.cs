using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

public sealed record DayAlreadyOpen() : Refusal("DayAlreadyOpen", "Date");

public sealed record DayInPast() : Refusal("DayInPast", "Date");

public sealed record StartsMissing() : Refusal("StartsMissing", "Starts");

public sealed record StartsOverlap() : Refusal("StartsOverlap", "Starts");

public sealed record SlotNotFound() : Refusal("SlotNotFound", "Slot");

public sealed record SlotTaken() : Refusal("SlotTaken", "Slot");

public sealed record SlotInPast() : Refusal("SlotInPast", "Slot");

public sealed record SlotOfOtherRegister() : Refusal("SlotOfOtherRegister", "Slot");

public sealed record OfferWaits() : Refusal("OfferWaits", "Slot");

public sealed record AppointmentNotFound() : Refusal("AppointmentNotFound");

/// <param name="Date">Of the appointment, whose state allows no such step now.</param>
public sealed record NotInThisState(LocalDate Date) : Refusal("NotInThisState")
{
    public override object?[] Arguments => [Date];
}

public sealed record AppointmentPassed() : Refusal("AppointmentPassed");

public sealed record AppointmentAhead() : Refusal("AppointmentAhead");

public sealed record ReasonTooLong() : Refusal("ReasonTooLong", "Reason");
