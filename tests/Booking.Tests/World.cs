using NodaTime;
using Yhteys.Assessment;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Booking.Tests;

/// <summary>One day of two slots and three matters; commands by number, decided and evolved in memory, while days pass.</summary>
internal sealed class World
{
    private readonly ScheduleDayOpened _opened = Given.Opened(new(2026, 3, 20));
    private readonly Guid[] _matters = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private readonly Dictionary<Guid, MatterAppointments> _appointments = [];
    private ScheduleDay _day;
    private Instant _now = Given.Now;

    public World() => _day = Given.Day(_opened);

    public void Do(int number)
    {
        var matter = _matters[number % 3];
        var start = _opened.Starts[number / 3 % 2];
        var state = _appointments.GetValueOrDefault(matter, MatterAppointments.Empty);
        var last = state.All.Values.OrderBy(a => a.Appointment).LastOrDefault();
        var appointment = last?.Appointment ?? Guid.NewGuid();
        var (staff, resident) = (Given.By(Given.Staff, _now), Given.By(Given.Self, _now));
        Apply((number / 6 % 17) switch
        {
            <= 3 => OfferAppointment.Decide(_day, Given.OpenMatter, state, new(Guid.NewGuid(), matter, _opened.Day, start, number % 2 == 0), Given.Physician, Given.Settings, staff),
            4 or 5 => AcceptAppointment.Decide(state, new(appointment, matter), null, resident),
            6 => DeclineAppointment.Decide(state, new(appointment, matter), null, resident),
            7 => CancelAppointment.Decide(state, new(appointment, matter), null, resident),
            8 => MoveAppointment.Decide(_day, _day, state, new(appointment, matter, _opened.Day, start), Given.Physician, Given.Unit, null, "primary_care", Given.Settings, staff),
            9 => MoveAppointment.Decide(_day, _day, state, new(appointment, matter, _opened.Day, start), Given.Physician, Given.Unit, null, "primary_care", Given.Settings, resident),
            10 => CloseSlot.Decide(_day, new(_opened.Day, Given.UnitId, start)),
            11 => CloseScheduleDay.Decide(_day, new(_opened.Day, Given.UnitId)),
            12 => OpenScheduleDay.Decide(_day, new(Given.UnitId, Given.PhysicianId, "primary_care", _opened.Date, [start], 30), Given.Physician, Given.Unit, Given.Line, staff),
            13 => LapseOffer.Decide(state, new(appointment, matter), Given.By(Actor.System, _now)),
            14 => MarkAttended.Decide(state, new(appointment, matter), staff),
            15 => MarkNoShow.Decide(state, new(appointment, matter), staff),
            _ => TakeBackNoShow.Decide(state, MatterFacts.Empty, new(appointment, matter), "no_show"),
        });
        if (number % 7 == 0)
            _now += Duration.FromHours(number % 60);
    }

    /// <summary>No two appointments hold one slot, the day knows the holder of each, and no slot that is closed has one.</summary>
    public bool HoldersAreOne()
    {
        var holding = _appointments.Values.SelectMany(a => a.All.Values).Where(a => Statuses.Holds(a.Status)).ToList();
        return holding.Select(a => a.Start).Distinct().Count() == holding.Count
            && holding.Count == _day.Slots.Values.Count(s => s.Appointment is not null)
            && holding.TrueForAll(a => _day.Find(a.Start)?.Appointment == a.Appointment);
    }

    private void Apply(Decision decision)
    {
        if (decision is not Decision.Accepted accepted) return;
        foreach (var (stream, e) in accepted.Appends)
        {
            var recorded = new Recorded(1, stream, 1, "", e, _now, _now, Actor.System, "test", Guid.NewGuid());
            if (stream == _opened.Day)
                _day = ScheduleDay.Evolve(_day, recorded);
            else
                _appointments[stream] = MatterAppointments.Evolve(_appointments.GetValueOrDefault(stream, MatterAppointments.Empty), recorded);
        }
    }
}
