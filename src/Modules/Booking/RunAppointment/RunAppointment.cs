using NodaTime;
using Yhteys.Access;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>The client arrived for a booked appointment on its day.</summary>
public sealed record MarkArrived(Guid Appointment, Guid Matter)
{
    /// <summary>Who comes by the morning's only bus is there early; a mark that is still earlier is on the wrong line.</summary>
    private static readonly Duration EarlyAtMost = Duration.FromHours(4);

    /// <summary>The first moment at which somebody may have arrived for an appointment.</summary>
    internal static Instant Earliest(Instant appointment) => appointment - EarlyAtMost;

    public static Decision Decide(MatterAppointments appointments, MarkArrived command, Context context)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Booked) return new NotInThisState(found.Date);
        if (found.Date > context.Now.Day()) return new AppointmentAhead();
        if (Earliest(found.At) > context.Now) return new ArrivedTooEarly(found.Start, Earliest(found.At).Local().TimeOfDay);
        return Decision.Append(command.Matter, new Arrived(command.Appointment, command.Matter, found.Register));
    }
}

/// <summary>The mark was set on the wrong line, or the client left before the visit.</summary>
public sealed record TakeBackArrival(Guid Appointment, Guid Matter)
{
    public static Decision Decide(MatterAppointments appointments, TakeBackArrival command)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Arrived) return new NotInThisState(found.Date);
        return Decision.Append(command.Matter, new ArrivalTakenBack(command.Appointment, command.Matter, found.Register));
    }
}

/// <summary>The visit took place: on the appointment's date, with its professional.</summary>
public sealed record MarkAttended(Guid Appointment, Guid Matter)
{
    /// <summary>A client may be taken before the time; somebody who has not even arrived is hardly taken sooner than this.</summary>
    private static readonly Duration EarlyAtMost = Duration.FromHours(1);

    /// <summary>The first moment at which the visit may have been, for a client whose arrival nobody has marked.</summary>
    internal static Instant Earliest(Instant appointment) => appointment - EarlyAtMost;

    public static Decision Decide(MatterAppointments appointments, MarkAttended command, Context context)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found.Status is not (Statuses.Booked or Statuses.Arrived)) return new NotInThisState(found.Date);
        if (found.Date > context.Now.Day()) return new AppointmentAhead();
        if (found.Status == Statuses.Booked && Earliest(found.At) > context.Now) return new NotArrivedYet(found.Start, Earliest(found.At).Local().TimeOfDay);
        return Decision.Append(command.Matter, new Attended(
            command.Appointment, command.Matter, found.Professional, found.Profession, found.Licence, found.Date, found.Register));
    }
}

/// <summary>The client did not come. The clocks run on.</summary>
public sealed record MarkNoShow(Guid Appointment, Guid Matter)
{
    public static Decision Decide(MatterAppointments appointments, MarkNoShow command, Context context)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Booked) return new NotInThisState(found.Date);
        if (found.At > context.Now) return new AppointmentAhead();
        return Decision.Append(command.Matter, new NoShow(
            command.Appointment, command.Matter, found.Register, found.Date, appointments.StageBeside(found, context.Now)));
    }
}

/// <summary>The mark was set on the wrong line, or the client came after all: published figures no longer count it.</summary>
public sealed record TakeBackNoShow(Guid Appointment, Guid Matter)
{
    public static Decision Decide(Work work, TakeBackNoShow command) => Decide(
        work.State<MatterAppointments>(command.Matter), work.State<MatterFacts>(command.Matter), command,
        work.Row<MatterRow>(command.Matter)?.Reached ?? MatterProgress.Closed);

    /// <param name="known">What has been recorded in the matter.</param>
    /// <param name="stage">Its stage now, had nobody closed it: what came after the mark stays.</param>
    public static Decision Decide(MatterAppointments appointments, MatterFacts known, TakeBackNoShow command, string stage)
    {
        if (appointments.Find(command.Appointment) is not { } found) return new AppointmentNotFound();
        if (found is not { Status: Statuses.NoShow, Missed: { } mark }) return new NotInThisState(found.Date);
        return Decision.Append(command.Matter, new NoShowTakenBack(
            command.Appointment, command.Matter, mark, found.Date, found.Register,
            stage == (known.Find(mark)?.Stage ?? Statuses.NoShow) ? known.StageWithout(mark) : stage));
    }
}
