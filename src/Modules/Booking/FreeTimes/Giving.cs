using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>Whether a slot can be given.</summary>
internal static class Giving
{
    /// <summary>Why the slot can't be given now; null when it can.</summary>
    /// <param name="line">The only service line whose slot it may be; null when that is asked otherwise.</param>
    /// <param name="professional">Whose day it is.</param>
    /// <param name="unit">The unit of the slot; null when that is not known.</param>
    public static Refusal? Refused(ScheduleDay day, LocalTime start, string register, string? line, ProfessionalRow? professional, UnitRow? unit, Instant now) =>
        day.Find(start) is not { } slot ? new SlotNotFound()
        : slot.Register != register ? new SlotOfOtherRegister()
        : line is not null && slot.ServiceLine != line ? new SlotOfOtherLine()
        : Moments.At(day.Date, start) <= now ? new SlotInPast()
        : slot.Appointment is not null ? new SlotTaken()
        : professional?.WorksAt(slot.Unit, day.Date) != true ? new ProfessionalLeft()
        : unit?.GoesOn(day.Date) == false ? new UnitHasEnded()
        : null;
}
