using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking;

/// <summary>The client's times of one date, in whatever matter, unit or register: nobody is at two places at once.</summary>
public sealed record ClientTimes(IReadOnlyList<AppointmentRow> Times)
{
    public static ClientTimes None { get; } = new([]);

    /// <summary>As the writer's transaction holds them now. Who is not of the staff learns of none whose matter they may not see.</summary>
    internal static ClientTimes Of(Work work, Guid person, LocalDate date, Context context)
    {
        IEnumerable<Guid> ids = work.Row<ClientDayRow>(ClientDayRow.IdOf(person, date))?.Appointments ?? [];
        var times = ids.Select(id => work.Row<AppointmentRow>(id)).OfType<AppointmentRow>();
        return new([.. context.Actor.Kind == "person" ? times.Where(Followed) : times]);

        bool Followed(AppointmentRow time) => work.Row<MatterRow>(time.Matter) is { } matter
            && MatterSights.Of(matter, context.Actor.Id, work.Row<PersonRow>(person), notifier: false, context.Now.Day()) == MatterSight.All;
    }

    /// <summary>Why the client can't be given the time; null when they can. It tells the time that was asked for, and nothing of the one in its way.</summary>
    /// <param name="given">The appointment that is given the time: what it had is in nobody's way.</param>
    /// <param name="minutes">Length, minutes.</param>
    /// <param name="offers">Offers that wait for an answer are in the way too.</param>
    /// <param name="field">The form field that it concerns, if one.</param>
    internal Refusal? Refused(Guid given, LocalDate date, LocalTime start, int minutes, Context context, bool offers = true, string? field = "Slot") =>
        !Times.Any(time => time.Appointment != given && Stands(time, offers, context.Now) && Meets(time, start, minutes)) ? null
        : context.Actor.Kind == "person" ? new OwnTimeThen(date, start, field)
        : new ClientHasTimeThen(date, start, field);

    /// <summary>Whether another of them, one that stands, is at the time of one.</summary>
    internal bool Meet(AppointmentRow one, Instant now) =>
        Times.Any(time => time.Appointment != one.Appointment && Stands(time, offers: true, now) && Meets(time, SlotRow.Time(one.Start), one.Minutes));

    private static bool Stands(AppointmentRow time, bool offers, Instant now) => time.Status is Statuses.Booked or Statuses.Arrived
        || (offers && Statuses.Stands(time.Status, Moments.At(time.Date, SlotRow.Time(time.Start)), time.AnswerBy, now));

    private static bool Meets(AppointmentRow time, LocalTime start, int minutes)
    {
        var (one, other) = (MinuteOf(SlotRow.Time(time.Start)), MinuteOf(start));
        return one < other + minutes && other < one + time.Minutes;
    }

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
