using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>Why an offered time was declined: codes, so that the county can learn from them.</summary>
public static class DeclineReasons
{
    /// <summary>Nothing was told.</summary>
    public const string NotTold = "not_told";

    public static IReadOnlyList<string> All { get; } = ["time_does_not_suit", "place_does_not_suit", "other_professional", "not_needed", "other", NotTold];
}

/// <summary>The offered time is declined; the slot is free again and the clocks run on.</summary>
/// <param name="Reason">One of <see cref="DeclineReasons"/>.</param>
/// <param name="Words">More about it in the resident's own words, at most 200 characters.</param>
public sealed record DeclineAppointment(Guid Appointment, Guid Matter, string Reason = DeclineReasons.NotTold, string? Words = null)
{
    public const int MostCharacters = 200;

    /// <summary>Decides on what the writer's transaction holds now.</summary>
    public static Decision Decide(Work work, DeclineAppointment command)
    {
        var appointments = work.State<MatterAppointments>(command.Matter);
        return Decide(appointments, command, Answering.PersonOf(work, appointments, command.Appointment), work.Context(command.Matter));
    }

    /// <summary>Declines an offer with a reason; its time is free again.</summary>
    /// <param name="person">Whom the appointment concerns.</param>
    public static Decision Decide(MatterAppointments appointments, DeclineAppointment command, PersonRow? person, Context context)
    {
        if (Answering.Find(appointments, command.Appointment, person, context) is not { } found) return new AppointmentNotFound();
        if (found.Status != Statuses.Offered) return new NotInThisState(found.Date);
        if (!DeclineReasons.All.Contains(command.Reason)) return new UnknownDeclineReason();
        if (command.Words?.Length > MostCharacters) return new ReasonTooLong();
        var words = command.Words is { Length: > 0 } text ? Seal.With(command.Matter, text) : null;
        return Decision.Append(
            new Append(found.Day, new SlotFreed(found.Day, found.Start, command.Appointment, found.Register)),
            new Append(command.Matter, new AppointmentDeclined(
                command.Appointment, command.Matter, command.Reason, words, context.Now.Day(), found.Date, found.Register, found.Profession, found.Licence,
                appointments.StageBeside(found, context.Now))));
    }
}
