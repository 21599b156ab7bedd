using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>Whether a slot can be given, and for how long an offer of it stands.</summary>
internal static class Free
{
    /// <summary>Why the slot can't be given now; null when it can.</summary>
    /// <param name="professional">Whose day it is.</param>
    public static Refusal? Refused(ScheduleDay day, LocalTime start, string register, ProfessionalRow? professional, Instant now) =>
        day.Find(start) is not { } slot ? new SlotNotFound()
        : slot.Register != register ? new SlotOfOtherRegister()
        : Moments.At(day.Date, start) <= now ? new SlotInPast()
        : slot.Appointment is not null ? new SlotTaken()
        : professional?.WorksAt(slot.Unit, day.Date) != true ? new ProfessionalLeft()
        : null;

    /// <summary>The last day to answer: some days on, but before the day of the appointment, and never before today.</summary>
    public static LocalDate AnswerBy(LocalDate today, LocalDate appointment, BookingSettings settings) =>
        LocalDate.Max(today, LocalDate.Min(today.PlusDays(settings.AnswerDays), appointment.PlusDays(-1)));
}
