using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>The offered time is accepted: by the resident, or by staff who have agreed on it.</summary>
public sealed record AcceptAppointment(Guid Appointment, Guid Matter)
{
    public static Decision Decide(MatterAppointments appointments, AcceptAppointment command, Context context)
    {
        if (Answering.Find(appointments, command.Appointment, context) is not { } found) return new AppointmentNotFound();
        if (found.Status != "offered") return new NotInThisState(found.Date);
        if (found.Date + found.Start <= context.Now.Local()) return new AppointmentPassed();
        return Decision.Append(command.Matter, new AppointmentAccepted(command.Appointment, command.Matter, found.Register));
    }
}

/// <summary>The offered time is declined; the slot is free again and the clocks run on.</summary>
public sealed record DeclineAppointment(Guid Appointment, Guid Matter, string? Reason)
{
    public static Decision Decide(MatterAppointments appointments, DeclineAppointment command, Context context)
    {
        if (Answering.Find(appointments, command.Appointment, context) is not { } found) return new AppointmentNotFound();
        if (found.Status != "offered") return new NotInThisState(found.Date);
        if (command.Reason?.Length > 200) return new ReasonTooLong();
        return Decision.Append(
            new Append(found.Day, new SlotFreed(found.Day, found.Start, command.Appointment, found.Register)),
            new Append(command.Matter, new AppointmentDeclined(command.Appointment, command.Matter, command.Reason, found.Register)));
    }
}

/// <summary>A booked or offered appointment is cancelled; the slot is free again. A resident can't cancel one that has begun.</summary>
public sealed record CancelAppointment(Guid Appointment, Guid Matter)
{
    public static Decision Decide(MatterAppointments appointments, CancelAppointment command, Context context)
    {
        if (Answering.Find(appointments, command.Appointment, context) is not { } found) return new AppointmentNotFound();
        if (found.Status is not ("offered" or "booked")) return new NotInThisState(found.Date);
        var resident = context.Actor.Kind == "person";
        if (resident && found.Date + found.Start <= context.Now.Local()) return new AppointmentPassed();
        return Decision.Append(
            new Append(found.Day, new SlotFreed(found.Day, found.Start, command.Appointment, found.Register)),
            new Append(command.Matter, new AppointmentCancelled(command.Appointment, command.Matter, resident ? "resident" : "unit", found.Register)));
    }
}

internal static class Answering
{
    /// <summary>The appointment, if the actor may answer for it: a resident only for their own, and others' don't exist to them.</summary>
    public static AppointmentState? Find(MatterAppointments appointments, Guid appointment, Context context) =>
        appointments.Find(appointment) is { } found && (context.Actor.Kind != "person" || context.Actor.Id == found.Person) ? found : null;
}
