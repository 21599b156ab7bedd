using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>Moves an offered or booked appointment to another slot; the old one is free again.</summary>
/// <param name="Day">Stream of the new schedule day.</param>
/// <param name="Seen">Version of the matter that the page showed; null when it does not tell.</param>
public sealed record MoveAppointment(Guid Appointment, Guid Matter, Guid Day, LocalTime Start, long? Seen = null)
{
    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, MoveAppointment command, BookingSettings settings)
    {
        var (day, appointments) = (work.State<ScheduleDay>(command.Day), work.State<MatterAppointments>(command.Matter));
        var (old, context, matter) = (appointments.Find(command.Appointment), work.Context(command.Matter), work.State<Matter>(command.Matter));
        return matter.OfAnother(command.Seen) ?? Decide(
            old is null ? ScheduleDay.Empty : work.State<ScheduleDay>(old.Day), day, appointments, command,
            day.Professional is { } who ? work.Row<ProfessionalRow>(who) : null, day.Find(command.Start) is { } slot ? work.Row<UnitRow>(slot.Unit) : null,
            old is null ? null : work.Row<PersonRow>(old.Person), matter.ServiceLine, settings, context,
            old is null ? ClientTimes.None : ClientTimes.Of(work, old.Person, day.Date, context));
    }

    /// <param name="from">The day of the time that the appointment has now.</param>
    /// <param name="day">The new day.</param>
    /// <param name="professional">Whose the new day is.</param>
    /// <param name="unit">The unit of the new slot.</param>
    /// <param name="person">Whom the appointment concerns.</param>
    /// <param name="line">The service line of the matter as it is now; a resident moves within the time's own group, also when the matter has been referred since.</param>
    /// <param name="times">What the client has on the new date; null = nothing.</param>
    public static Decision Decide(
        ScheduleDay from, ScheduleDay day, MatterAppointments appointments, MoveAppointment command, ProfessionalRow? professional, UnitRow? unit,
        PersonRow? person, string line, BookingSettings settings, Context context, ClientTimes? times = null)
    {
        if (Answering.Find(appointments, command.Appointment, person, context) is not { } old) return new AppointmentNotFound();
        var resident = context.Actor.Kind == "person";
        if (old.Status != Statuses.Booked && (resident || old.Status != Statuses.Offered)) return new NotInThisState(old.Date);
        if (appointments.NoCareFollows) return new NoCareFollows();
        if (old.Day == command.Day && old.Start == command.Start) return new SameTime();
        if (Giving.Refused(day, command.Start, old.Register, resident ? null : line, professional, unit, context.Now) is { } refusal) return refusal;
        if (old.Status == Statuses.Offered && Moments.At(day.Date, command.Start) < context.Now + settings.OfferNotice) return new MoveTooSoon(settings.OfferHoursBefore);
        var slot = day.Find(command.Start)!;
        if (resident && OwnMoves.Refused(old, from, slot, unit, settings, context.Now) is { } own) return own;
        if ((times ?? ClientTimes.None).Refused(command.Appointment, day.Date, command.Start, slot.Minutes, context) is { } elsewhere) return elsewhere;
        var today = context.Now.Day();
        return Decision.Append(
            new Append(old.Day, new SlotFreed(old.Day, old.Start, command.Appointment, old.Register)),
            new Append(command.Day, new SlotGiven(command.Day, command.Start, command.Appointment, old.Register)),
            new Append(command.Matter, new AppointmentMoved(
                command.Appointment, command.Matter, old.Person, command.Day, slot.Unit, slot.Professional, slot.Profession, slot.Licence, day.Date,
                command.Start, slot.Minutes, resident ? "resident" : "unit", today,
                old.Status == Statuses.Offered ? settings.AnswerBy(today, day.Date) : null, old.Register,
                resident ? new(old.Date, old.Profession, old.Licence) : null)));
    }
}

/// <summary>What a resident may move without asking anybody: a county setting.</summary>
internal static class OwnMoves
{
    public static bool Allowed(UnitRow? unit, BookingSettings settings) => unit is not null && settings.ResidentMoves.UnitKinds.Contains(unit.Kind);

    /// <summary>The last moment at which a resident may still move the time.</summary>
    public static Instant Until(Instant appointment, BookingSettings settings) => appointment - Duration.FromHours(settings.ResidentMoves.HoursBefore);

    public static Refusal? Refused(AppointmentState old, ScheduleDay from, Slot to, UnitRow? unit, BookingSettings settings, Instant now) =>
        !Allowed(unit, settings) ? new MoveNotAllowed()
        : Until(old.At, settings) <= now ? new TooLateToMove(settings.ResidentMoves.HoursBefore)
        : from.Find(old.Start) is not { } held || held.Unit != to.Unit || held.ServiceLine != to.ServiceLine || held.Profession != to.Profession ? new OtherGroup()
        : null;
}
