using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Moves an offered or booked appointment to another slot; the old one is free again.</summary>
/// <param name="Day">Stream of the new schedule day.</param>
public sealed record MoveAppointment(Guid Appointment, Guid Matter, Guid Day, LocalTime Start)
{
    /// <param name="day">The new day.</param>
    public static Decision Decide(ScheduleDay day, MatterAppointments appointments, MoveAppointment command, Context context)
    {
        if (appointments.Find(command.Appointment) is not { } old) return new AppointmentNotFound();
        if (old.Status is not ("offered" or "booked")) return new NotInThisState(old.Date);
        if (Slots.Refused(day, command.Start, old.Register, context.Now) is { } refusal) return refusal;
        var opened = day.Opened!;
        return Decision.Append(
            new Append(old.Day, new SlotFreed(old.Day, old.Start, command.Appointment, old.Register)),
            new Append(command.Day, new SlotGiven(command.Day, command.Start, command.Appointment, old.Register)),
            new Append(command.Matter, new AppointmentMoved(
                command.Appointment, command.Matter, command.Day, opened.Unit, opened.Professional, opened.Profession, opened.Licence, opened.Date,
                command.Start, opened.Minutes, old.Register)));
    }
}
