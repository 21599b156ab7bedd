using NodaTime;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

/// <summary>One day of two slots and three matters; commands by number, decided and evolved in memory.</summary>
internal sealed class World(ScheduleDayOpened opened)
{
    private readonly Guid[] _matters = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private readonly Dictionary<Guid, MatterAppointments> _appointments = [];
    private ScheduleDay _day = ScheduleDay.Empty with { Opened = opened };

    public void Do(int number)
    {
        var matter = _matters[number % 3];
        var start = opened.Starts[number / 3 % 2];
        var state = _appointments.GetValueOrDefault(matter, MatterAppointments.Empty);
        var appointment = state.All.Keys.Order().LastOrDefault();
        Apply((number / 6 % 10) switch
        {
            <= 3 => OfferAppointment.Decide(_day, OneSlotTests.Open(), state, new(Guid.NewGuid(), matter, opened.Day, start, number % 2 == 0), Now),
            4 => AcceptAppointment.Decide(state, new(appointment, matter), Now),
            5 or 6 => DeclineAppointment.Decide(state, new(appointment, matter, null), Now),
            7 => CancelAppointment.Decide(state, new(appointment, matter), Now),
            _ => MoveAppointment.Decide(_day, state, new(appointment, matter, opened.Day, start), Now),
        });
    }

    /// <summary>No two live appointments share a slot, and the day knows the holder of each.</summary>
    public bool HoldersAreOne()
    {
        var live = _appointments.Values.SelectMany(a => a.All.Values).Where(a => a.Status is "offered" or "booked").ToList();
        return live.Select(a => a.Start).Distinct().Count() == live.Count
            && live.Count == _day.Taken.Count
            && live.TrueForAll(a => _day.Taken.GetValueOrDefault(a.Start) == a.Appointment);
    }

    private static Context Now => new(Actor.System, "test", TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Guid.NewGuid(), 1);

    private void Apply(Decision decision)
    {
        if (decision is not Decision.Accepted accepted) return;
        foreach (var (stream, e) in accepted.Appends)
        {
            var recorded = new Recorded(1, stream, 1, "", e, Now.Now, Now.Now, Actor.System, "test", Guid.NewGuid());
            if (stream == opened.Day)
                _day = ScheduleDay.Evolve(_day, recorded);
            else
                _appointments[stream] = MatterAppointments.Evolve(_appointments.GetValueOrDefault(stream, MatterAppointments.Empty), recorded);
        }
    }
}
