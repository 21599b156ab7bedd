using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Booking.Views;

/// <summary>A slot of a schedule day. One that was closed has no row.</summary>
/// <param name="Id">Day and start, see <see cref="IdOf"/>.</param>
/// <param name="Start">HH:mm, Finnish time.</param>
/// <param name="Appointment">Who has it; null = free.</param>
[Index("ServiceLine", "Date", "Start", "Id", Where = "appointment is null")]
[Index("ServiceLine", "Unit", "Date", "Start", "Id", Where = "appointment is null")]
[Index("Unit", "Date")]
[Index("Day")]
public sealed record SlotRow(
    string Id, Guid Day, Guid Unit, string ServiceLine, Guid Professional, string Profession, LocalDate Date, string Start, int Minutes,
    Guid? Appointment, string Register)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string IdOf(Guid day, LocalTime start) => $"{day:N}{Text(start)}";

    /// <summary>Day and start of an id; null when it is none.</summary>
    public static (Guid Day, LocalTime Start)? Read(string? id) =>
        id is { Length: 37 } && Guid.TryParseExact(id[..32], "N", out var day) && Pattern.Parse(id[32..]) is { Success: true } time
            ? (day, time.Value)
            : null;

    internal static string Text(LocalTime start) => Pattern.Format(start);

    internal static LocalTime Time(string start) => Pattern.Parse(start).Value;
}

/// <summary>The free times of a professional on a day in a unit and a service line; there is no row when all are taken.</summary>
/// <param name="Starts">HH:mm, in order, with a space between.</param>
[Index("ServiceLine", "Date", "Id")]
[Index("ServiceLine", "Unit", "Date", "Id", "Professional", "Profession", "Starts")]
public sealed record FreeDayRow(string Id, string ServiceLine, Guid Unit, Guid Professional, string Profession, LocalDate Date, string Starts)
{
    public static string IdOf(SlotRow slot) => $"{slot.Day:N} {slot.Unit:N} {slot.ServiceLine} {slot.Profession}";
}

/// <summary>An appointment as lists show it.</summary>
/// <param name="Day">Stream of its schedule day.</param>
/// <param name="Status">offered, booked, arrived, attended, declined, lapsed, cancelled or no_show.</param>
/// <param name="AnswerBy">Last day to answer an offer.</param>
/// <param name="Reason">Code of why it was declined.</param>
/// <param name="Words">What the resident wrote about declining it.</param>
[Index("Matter")]
[Index("Person", "Date")]
[Index("Unit", "Date")]
[Index("AnswerBy", Where = "status = 'offered'")]
[Index("Date", "Start", Where = "status = 'offered'")]
public sealed record AppointmentRow(
    Guid Appointment, Guid Matter, Guid Person, Guid Day, Guid Unit, string ServiceLine, Guid Professional, string Profession, LocalDate Date, string Start,
    int Minutes, string Status, LocalDate? AnswerBy, string? Reason, Sealed<string>? Words, string Register);

/// <summary>The appointments that a client has, or has had, on a date; <see cref="AppointmentRow"/> tells how they stand.</summary>
/// <param name="Id">Person and date, see <see cref="IdOf"/>.</param>
public sealed record ClientDayRow(string Id, IReadOnlyList<Guid> Appointments)
{
    public static string IdOf(Guid person, LocalDate date) => $"{person:N}{date.Iso()}";
}

/// <summary>The appointments of a matter: whose they are follows whom the matter concerns.</summary>
public sealed record MatterTimesRow(Guid Matter, IReadOnlyList<Guid> Appointments);
