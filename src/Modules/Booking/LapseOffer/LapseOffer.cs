using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>An offer that nobody answered in its time lapses; the slot is free again.</summary>
public sealed record LapseOffer(Guid Appointment, Guid Matter)
{
    public static Decision Decide(MatterAppointments appointments, LapseOffer command, Context context)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Offered) return new NotInThisState(found.Date);
        if (!found.OfferIsOver(context.Now)) return new OfferStands();
        return Decision.Append(
            new Append(found.Day, new SlotFreed(found.Day, found.Start, command.Appointment, found.Register)),
            new Append(command.Matter, new OfferLapsed(
                command.Appointment, command.Matter, context.Now.Day(), found.Date, found.Register, appointments.StageBeside(found, context.Now))));
    }
}
