using System.Collections.Immutable;
using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>An appointment as decisions see it.</summary>
/// <param name="Day">Stream of its schedule day.</param>
/// <param name="Status">One of <see cref="Statuses"/>.</param>
/// <param name="AnswerBy">Last day to answer an offer.</param>
public sealed record AppointmentState(
    Guid Appointment, Guid Person, Guid Day, Guid Professional, string Profession, string Licence, LocalDate Date, LocalTime Start, string Status,
    string Register, LocalDate? AnswerBy)
{
    /// <summary>Version of the event that says that the client did not come; null when none does.</summary>
    public int? Missed { get; init; }

    /// <summary>Version of the event that says that the visit took place; null when none does.</summary>
    public int? Visited { get; init; }

    public Instant At => Moments.At(Date, Start);

    /// <summary>Whether the offer can no longer be answered: its last day is over or its time has come.</summary>
    public bool OfferIsOver(Instant now) => At <= now || AnswerBy < now.Day();

    internal AppointmentState MovedTo(Guid day, Guid professional, string profession, string licence, LocalDate date, LocalTime start) =>
        this with { Day = day, Professional = professional, Profession = profession, Licence = licence, Date = date, Start = start };
}

/// <summary>The appointments of one matter, folded from its stream.</summary>
/// <param name="NoCareFollows">The matter ended because its person has died.</param>
public sealed record MatterAppointments(ImmutableDictionary<Guid, AppointmentState> All, bool NoCareFollows = false) : IState<MatterAppointments>
{
    public static MatterAppointments Empty { get; } = new(ImmutableDictionary<Guid, AppointmentState>.Empty);

    public AppointmentState? Find(Guid appointment) => All.GetValueOrDefault(appointment);

    /// <summary>What becomes of the time whose visit the recording tells when that never happened; null when it tells no time's visit.</summary>
    /// <param name="recording">Version of the recording in the matter's stream.</param>
    public AttendedTakenBack? WithoutVisit(Guid matter, int recording) =>
        All.Values.FirstOrDefault(a => a.Status == Statuses.Attended && a.Visited == recording) is { } time
            ? new(time.Appointment, matter, time.Date, time.Register)
            : null;

    /// <summary>The matter's stage by its other times that still stand: booked, else offered; null when none does. One of an earlier day that nobody has marked is over.</summary>
    public string? StageBeside(AppointmentState gone, Instant now)
    {
        var others = All.Values.Where(a => a.Appointment != gone.Appointment).ToList();
        return others.Exists(a => a.Status is Statuses.Booked or Statuses.Arrived && a.Date >= now.Day()) ? Statuses.Booked
            : others.Exists(a => a.Status == Statuses.Offered && !a.OfferIsOver(now)) ? Statuses.Offered
            : null;
    }

    public static MatterAppointments Evolve(MatterAppointments state, Recorded recorded) => recorded.Event switch
    {
        AppointmentOffered e => state with
        {
            All = state.All.SetItem(e.Appointment, new(
                e.Appointment, e.Person, e.Day, e.Professional, e.Profession, e.Licence, e.Date, e.Start, Statuses.Offered, e.Register, e.AnswerBy)),
        },
        AppointmentMoved e => state.With(e.Appointment, a => a.MovedTo(e.Day, e.Professional, e.Profession, e.Licence, e.Date, e.Start) with { AnswerBy = e.AnswerBy }),
        MovedWithoutPerson e => state.With(e.Appointment, a => a.MovedTo(e.Day, e.Professional, e.Profession, e.Licence, e.Date, e.Start)),
        NoShow e => state.With(e.Appointment, a => a with { Status = Statuses.NoShow, Missed = recorded.Version }),
        Attended e => state.With(e.Appointment, a => a with { Status = Statuses.Attended, Visited = recorded.Version }),
        RecordedForWrongPerson e => state with { All = state.All.ToImmutableDictionary(a => a.Key, a => a.Value with { Person = e.Person }) },
        MatterEndedWithoutCare e => state with { NoCareFollows = EndsAllCare(e) },
        MatterReopened => state with { NoCareFollows = false },
        var e => Statuses.After(e) is var (appointment, status) ? state.With(appointment, a => a with { Status = status }) : state,
    };

    /// <summary>Who has withdrawn or moved away may still come; the dead don't.</summary>
    internal static bool EndsAllCare(IEvent e) => e is MatterEndedWithoutCare { Reason: ClockEndingReason.Died };

    private MatterAppointments With(Guid appointment, Func<AppointmentState, AppointmentState> change) =>
        Find(appointment) is { } found ? this with { All = All.SetItem(appointment, change(found)) } : this;
}
