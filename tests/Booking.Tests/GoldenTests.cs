using Yhteys.Booking.Views;
using Yhteys.Testing;

namespace Yhteys.Booking.Tests;

public sealed class GoldenTests
{
    private const string Folder = "tests/Booking.Tests/golden/events";

    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(SlotGiven).Assembly, Folder);

    [Fact]
    public void States_and_view_bear_every_event()
    {
        var events = GoldenEvents.All(typeof(SlotGiven).Assembly, Folder);
        GoldenFold.BearsEach<ScheduleDay>(events);
        GoldenFold.BearsEach<MatterAppointments>(events);
        GoldenFold.BearsEach(new BookingView(), events);
    }
}
