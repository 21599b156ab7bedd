using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Offers a free slot to the person of a matter.</summary>
/// <param name="Appointment">A new random id.</param>
/// <param name="Day">Stream of the schedule day.</param>
/// <param name="Agreed">Agreed on the phone: the time is booked at once and waits for no answer.</param>
public sealed record OfferAppointment(Guid Appointment, Guid Matter, Guid Day, LocalTime Start, bool Agreed = false)
{
    public static Decision Decide(ScheduleDay day, Matter matter, MatterAppointments appointments, OfferAppointment command, Context context)
    {
        if (!matter.Exists) return new MatterNotFound();
        if (!matter.Open) return new MatterIsClosed();
        if (Slots.Refused(day, command.Start, matter.Register, context.Now) is { } refusal) return refusal;
        if (appointments.All.Values.Any(a => a.Status == "offered" && a.Date + a.Start > context.Now.Local())) return new OfferWaits();
        var opened = day.Opened!;
        var given = Decision.Append(
            new Append(command.Day, new SlotGiven(command.Day, command.Start, command.Appointment, matter.Register)),
            new Append(command.Matter, new AppointmentOffered(
                command.Appointment, command.Matter, matter.Person, command.Day, opened.Unit, opened.Professional, opened.Profession, opened.Licence,
                opened.Date, command.Start, opened.Minutes, matter.Register)));
        return command.Agreed
            ? given with { Appends = [.. given.Appends, new(command.Matter, new AppointmentAccepted(command.Appointment, command.Matter, matter.Register))] }
            : given;
    }
}

internal static class Slots
{
    /// <summary>Why the slot can't be given now; null when it can.</summary>
    public static Refusal? Refused(ScheduleDay day, LocalTime start, string register, Instant now) =>
        day.Opened is not { } opened || !opened.Starts.Contains(start) ? new SlotNotFound()
        : opened.Register != register ? new SlotOfOtherRegister()
        : opened.Date + start <= now.Local() ? new SlotInPast()
        : day.Taken.ContainsKey(start) ? new SlotTaken()
        : null;
}
