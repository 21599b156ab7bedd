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

    [Fact]
    public void Slots_and_appointments_fold_as_before()
    {
        var (day, other) = (new Guid("00000000-0000-4000-8000-000000000001"), new Guid("00000000-0000-4000-8000-000000000002"));
        var (one, two, three, four) = (Id(11), Id(12), Id(13), Id(14));
        Yhteys.Kernel.IEvent[] events =
        [
            new ScheduleDayOpened(day, Id(21), Id(31), "physician", "licensed", "primary_care", Given.Thursday, [new(9, 0), new(9, 30), new(10, 0), new(10, 30)], 30, "health"),
            new ScheduleDayOpened(other, Id(22), Id(32), "dentist", "licensed", "oral_health", Given.Thursday, [new(12, 0)], 60, "health"),
            new SlotClosed(day, new(10, 30), "health"),
            new ScheduleDayClosed(other, [new(12, 0)], "health"),
            .. Offered(one, day, new(9, 0)), new AppointmentAccepted(one, Id(41), "health"), new Arrived(one, Id(41), "health"),
            new Attended(one, Id(41), Id(31), "physician", "licensed", Given.Thursday, "health"),
            .. Offered(two, day, new(9, 30)), new SlotFreed(day, new(9, 30), two, "health"),
            new AppointmentDeclined(two, Id(41), "time_does_not_suit", null, Given.Today, Given.Thursday, "health"),
            .. Offered(three, day, new(9, 30)), new SlotFreed(day, new(9, 30), three, "health"), new OfferLapsed(three, Id(41), Given.Thursday, Given.Thursday, "health"),
            .. Offered(four, day, new(9, 30)), new SlotFreed(day, new(9, 30), four, "health"), new SlotGiven(day, new(10, 0), four, "health"),
            new AppointmentMoved(four, Id(41), Id(51), day, Id(21), Id(31), "physician", "licensed", Given.Thursday, new(10, 0), 30, "unit", Given.Today, Given.Today, "health"),
            new NoShow(four, Id(41), "health", Given.Thursday),
        ];
        GoldenFold.Check(
            new BookingView(), events.Select((e, i) => new Yhteys.Kernel.Recorded(
                i + 1, Guid.Empty, i + 1, "", e, Given.Now, Given.Now, Yhteys.Kernel.Actor.System, "test", Guid.Empty)), "tests/Booking.Tests/golden/folds/booking.txt");

        static Guid Id(int number) => new($"00000000-0000-4000-8000-{number:000000000000}");
        static Yhteys.Kernel.IEvent[] Offered(Guid appointment, Guid day, NodaTime.LocalTime start) =>
        [
            new SlotGiven(day, start, appointment, "health"),
            new AppointmentOffered(appointment, Id(41), Id(51), day, Id(21), Id(31), "physician", "licensed", Given.Thursday, start, 30, "health", Given.Today, Given.Today),
        ];
    }
}
