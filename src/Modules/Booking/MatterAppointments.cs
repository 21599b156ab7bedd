using System.Collections.Immutable;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>An appointment as decisions see it.</summary>
/// <param name="Status">offered, booked, arrived, attended, declined, cancelled or no_show.</param>
public sealed record AppointmentState(
    Guid Appointment, Guid Person, Guid Day, Guid Professional, string Profession, string Licence, LocalDate Date, LocalTime Start, string Status,
    string Register);

/// <summary>The appointments of one matter, folded from its stream.</summary>
public sealed record MatterAppointments(ImmutableDictionary<Guid, AppointmentState> All) : IState<MatterAppointments>
{
    public static MatterAppointments Empty { get; } = new(ImmutableDictionary<Guid, AppointmentState>.Empty);

    public AppointmentState? Find(Guid appointment) => All.GetValueOrDefault(appointment);

    public static MatterAppointments Evolve(MatterAppointments state, Recorded recorded) => recorded.Event switch
    {
        AppointmentOffered e => new(state.All.SetItem(e.Appointment, new(
            e.Appointment, e.Person, e.Day, e.Professional, e.Profession, e.Licence, e.Date, e.Start, "offered", e.Register))),
        AppointmentMoved e => state.With(e.Appointment, a => a with
        {
            Day = e.Day, Professional = e.Professional, Profession = e.Profession, Licence = e.Licence, Date = e.Date, Start = e.Start,
        }),
        AppointmentAccepted e => state.With(e.Appointment, a => a with { Status = "booked" }),
        AppointmentDeclined e => state.With(e.Appointment, a => a with { Status = "declined" }),
        AppointmentCancelled e => state.With(e.Appointment, a => a with { Status = "cancelled" }),
        Arrived e => state.With(e.Appointment, a => a with { Status = "arrived" }),
        Attended e => state.With(e.Appointment, a => a with { Status = "attended" }),
        NoShow e => state.With(e.Appointment, a => a with { Status = "no_show" }),
        _ => state,
    };

    private MatterAppointments With(Guid appointment, Func<AppointmentState, AppointmentState> change) =>
        Find(appointment) is { } found ? new(All.SetItem(appointment, change(found))) : this;
}
