using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>Offers a free slot to the person of a matter.</summary>
/// <param name="Appointment">A new random id.</param>
/// <param name="Day">Stream of the schedule day.</param>
/// <param name="Agreed">Agreed on the phone: the time is booked at once and waits for no answer.</param>
/// <param name="Seen">Version of the matter that the page showed; null when it does not tell.</param>
public sealed record OfferAppointment(Guid Appointment, Guid Matter, Guid Day, LocalTime Start, bool Agreed = false, long? Seen = null)
{
    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, OfferAppointment command, BookingSettings settings)
    {
        var (day, matter, context) = (work.State<ScheduleDay>(command.Day), work.State<Matter>(command.Matter), work.Context(command.Matter));
        return Decide(
            day, matter, work.State<MatterAppointments>(command.Matter), command,
            day.Professional is { } who ? work.Row<ProfessionalRow>(who) : null, settings, context,
            ClientTimes.Of(work, matter.Person, day.Date, context), day.Find(command.Start) is { } slot ? work.Row<UnitRow>(slot.Unit) : null);
    }

    /// <param name="professional">Whose day it is.</param>
    /// <param name="times">What the client has on that date; null = nothing.</param>
    /// <param name="unit">The unit of the slot.</param>
    public static Decision Decide(
        ScheduleDay day, Matter matter, MatterAppointments appointments, OfferAppointment command, ProfessionalRow? professional, BookingSettings settings,
        Context context, ClientTimes? times = null, UnitRow? unit = null)
    {
        if (!matter.Exists) return new MatterNotFound();
        if (!matter.Open) return new MatterIsClosed();
        if (matter.OfAnother(command.Seen) is { } another) return another;
        if (Giving.Refused(day, command.Start, matter.Register, matter.ServiceLine, professional, unit, context.Now) is { } refusal) return refusal;
        if (appointments.All.Values.Any(a => a.Status == Statuses.Offered && !a.OfferIsOver(context.Now))) return new OfferWaits();
        if (!command.Agreed && Moments.At(day.Date, command.Start) < context.Now + settings.OfferNotice) return new OfferTooSoon(settings.OfferHoursBefore);
        var slot = day.Find(command.Start)!;
        if ((times ?? ClientTimes.None).Refused(command.Appointment, day.Date, command.Start, slot.Minutes, context) is { } elsewhere) return elsewhere;
        var today = context.Now.Day();
        var given = Decision.Append(
            new Append(command.Day, new SlotGiven(command.Day, command.Start, command.Appointment, matter.Register)),
            new Append(command.Matter, new AppointmentOffered(
                command.Appointment, command.Matter, matter.Person, command.Day, slot.Unit, slot.Professional, slot.Profession, slot.Licence,
                day.Date, command.Start, slot.Minutes, matter.Register, today, command.Agreed ? null : settings.AnswerBy(today, day.Date))));
        return command.Agreed
            ? given with { Appends = [.. given.Appends, new(command.Matter, new AppointmentAccepted(command.Appointment, command.Matter, matter.Register))] }
            : given;
    }
}
