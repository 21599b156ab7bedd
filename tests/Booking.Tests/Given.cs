using NodaTime;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

/// <summary>What decisions of the tests are made on: a health centre, its physician and an open matter, on Tuesday 10.3.2026 at 9.00.</summary>
internal static class Given
{
    public static readonly Instant Now = TestClock.OrdinaryTuesday;
    public static readonly LocalDate Today = new(2026, 3, 10), Thursday = new(2026, 3, 12);
    public static readonly LocalTime Nine = new(9, 0), HalfPastNine = new(9, 30);
    public static readonly Guid UnitId = Guid.NewGuid(), PhysicianId = Guid.NewGuid(), Resident = Guid.NewGuid(), MatterId = Guid.NewGuid(), Appointment = Guid.NewGuid();

    public static readonly BookingSettings Settings = new(7, 8, new(["health_centre"], 24));
    public static readonly UnitRow Unit = new(UnitId, new("Terveysasema", "Hälsostation", "Health centre"), "health_centre", "272", ["primary_care"], false, new(2023, 1, 1), null, null);
    public static readonly ProfessionalRow Physician = Working(null);
    public static readonly ServiceLine Line = new("primary_care", "health", new("a", "b", "c"), new("a", "b", "c"), ["nurse", "physician"], ["health_centre"], []);
    public static readonly Actor Staff = new("staff", PhysicianId, Roles.Doctor, UnitId);
    public static readonly Actor Self = new("person", Resident, Roles.Resident);

    public static ProfessionalRow Working(LocalDate? last) => new(
        PhysicianId, "Lauri", "Lääkäri", "physician", "licensed", new(2023, 1, 1), [new(UnitId, Roles.Doctor, new(2023, 1, 1), last)]);

    public static Matter OpenMatter => new(true, true, Resident, "health", "primary_care", UnitId, null, true);

    public static PersonRow Person(params Representative[] representatives) => new(
        Resident, Seal.With(Resident, "x"), new(2015, 1, 1), Sex.Female, null, null, null, null, null, null, null, "fi", false, null, false, representatives, [], []);

    public static ScheduleDayOpened Opened(LocalDate? date = null, params LocalTime[] starts) => new(
        ScheduleDay.IdOf(PhysicianId, date ?? Thursday), UnitId, PhysicianId, "physician", "licensed", "primary_care", date ?? Thursday,
        starts.Length > 0 ? starts : [Nine, HalfPastNine], 30, "health");

    public static ScheduleDay Day(ScheduleDayOpened? opened = null, params IEvent[] then) => Fold<ScheduleDay>([opened ?? Opened(), .. then]);

    public static MatterAppointments Appointments(params IEvent[] events) => Fold<MatterAppointments>(events);

    /// <summary>An offer of Thursday's first time, to be answered by the day before.</summary>
    public static AppointmentOffered Offer(LocalDate? date = null, LocalTime? start = null, LocalDate? answerBy = null) => new(
        Appointment, MatterId, Resident, ScheduleDay.IdOf(PhysicianId, date ?? Thursday), UnitId, PhysicianId, "physician", "licensed", date ?? Thursday,
        start ?? Nine, 30, "health", Today, answerBy ?? new LocalDate(2026, 3, 11));

    public static AppointmentAccepted Accepted { get; } = new(Appointment, MatterId, "health");

    public static Context By(Actor actor, Instant? now = null) => new(actor, "test", now ?? Now, now ?? Now, Guid.NewGuid(), 1);

    public static TState Fold<TState>(IEnumerable<IEvent> events) where TState : IState<TState> => events.Index().Aggregate(TState.Empty, (state, e) =>
        TState.Evolve(state, new Recorded(e.Index + 1, Guid.Empty, e.Index + 1, "", e.Item, Now, Now, Actor.System, "test", Guid.NewGuid())));

    public static IReadOnlyList<IEvent> Events(this Decision decision) =>
        [.. decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event)];

    public static Refusal Refusal(this Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
}
