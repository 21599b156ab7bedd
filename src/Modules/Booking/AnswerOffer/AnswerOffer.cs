using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>The offered time is accepted: by the resident, or by staff who have agreed on it.</summary>
public sealed record AcceptAppointment(Guid Appointment, Guid Matter)
{
    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, AcceptAppointment command)
    {
        var (appointments, context) = (work.State<MatterAppointments>(command.Matter), work.Context(command.Matter));
        return Decide(
            appointments, command, Answering.PersonOf(work, appointments, command.Appointment), context,
            appointments.Find(command.Appointment) is { } found ? ClientTimes.Of(work, found.Person, found.Date, context) : ClientTimes.None);
    }

    /// <param name="person">Whom the appointment concerns.</param>
    /// <param name="times">What the client has on its date, itself included; null = nothing else.</param>
    public static Decision Decide(MatterAppointments appointments, AcceptAppointment command, PersonRow? person, Context context, ClientTimes? times = null)
    {
        if (Answering.Find(appointments, command.Appointment, person, context) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Offered) return new NotInThisState(found.Date);
        if (appointments.NoCareFollows) return new NoCareFollows();
        if (found.At <= context.Now) return new AppointmentPassed();
        if (found.OfferIsOver(context.Now)) return new OfferIsOver();
        // Of two offers made before one could stand in the other's way either may be taken.
        if (times?.Times.FirstOrDefault(t => t.Appointment == found.Appointment) is { } own
            && times.Refused(found.Appointment, found.Date, found.Start, own.Minutes, context, offers: false, field: null) is { } elsewhere) return elsewhere;
        return Decision.Append(command.Matter, new AppointmentAccepted(command.Appointment, command.Matter, found.Register));
    }
}

/// <summary>A booked or offered appointment is cancelled; the slot is free again. A resident can't cancel one that has begun.</summary>
public sealed record CancelAppointment(Guid Appointment, Guid Matter)
{
    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, CancelAppointment command)
    {
        var appointments = work.State<MatterAppointments>(command.Matter);
        return Decide(appointments, command, Answering.PersonOf(work, appointments, command.Appointment), work.Context(command.Matter));
    }

    public static Decision Decide(MatterAppointments appointments, CancelAppointment command, PersonRow? person, Context context)
    {
        if (Answering.Find(appointments, command.Appointment, person, context) is not { } found) return new AppointmentNotFound();
        if (found.Status is not (Statuses.Offered or Statuses.Booked)) return new NotInThisState(found.Date);
        var resident = context.Actor.Kind == "person";
        if (resident && found.At <= context.Now) return new AppointmentPassed();
        return Decision.Append([.. Cancelled(found, command.Matter, resident ? "resident" : "unit", context.Now.Day(), appointments.StageBeside(found, context.Now))]);
    }

    /// <param name="by">resident or unit.</param>
    /// <param name="left">The matter's stage by a time that still stands; null when none does.</param>
    internal static IEnumerable<Append> Cancelled(AppointmentState found, Guid matter, string by, LocalDate today, string? left = null) =>
    [
        new(found.Day, new SlotFreed(found.Day, found.Start, found.Appointment, found.Register)),
        new(matter, new AppointmentCancelled(found.Appointment, matter, by, found.Register, today, found.Date, left)),
    ];
}

internal static class Answering
{
    /// <summary>Whom the appointment concerns, as the vault knows them.</summary>
    public static PersonRow? PersonOf(Work work, MatterAppointments appointments, Guid appointment) =>
        appointments.Find(appointment) is { } found ? work.Row<PersonRow>(found.Person) : null;

    /// <summary>
    /// The appointment, if the actor may answer for it: a resident for their own and for somebody whom they may act for; others' don't
    /// exist to them.
    /// </summary>
    public static AppointmentState? Find(MatterAppointments appointments, Guid appointment, PersonRow? person, Context context) =>
        appointments.Find(appointment) is { } found
        && (context.Actor.Kind != "person" || context.Actor.Id == found.Person
            || (person?.Person == found.Person && person.IsRepresentedBy(context.Actor.Id, context.Now.Day())))
            ? found
            : null;
}
