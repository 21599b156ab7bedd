using Yhteys.Kernel;

namespace Yhteys.Booking.Tests;

public sealed class StepTimeTests
{
    [Fact]
    public void Each_step_has_the_time_that_its_appointment_had_then()
    {
        var friday = Given.Thursday.PlusDays(1);
        var moved = new AppointmentMoved(
            Given.Appointment, Given.MatterId, Given.Resident, Guid.NewGuid(), Given.UnitId, Given.PhysicianId, "physician", "licensed", friday, Given.HalfPastNine, 30, "unit", Given.Today, null, "health");

        var times = StepTime.Of(Stream(
            Given.Offer(), Given.Accepted, moved, new Arrived(Guid.NewGuid(), Given.MatterId, "health"), new AppointmentCancelled(Given.Appointment, Given.MatterId, "resident", "health")));

        var (first, second) = (new StepTime(Given.Thursday, Given.Nine, Given.UnitId), new StepTime(friday, Given.HalfPastNine, Given.UnitId));
        times.ShouldBe(new Dictionary<int, StepTime> { [1] = first, [2] = first, [3] = second with { Before = first }, [5] = second }, ignoreOrder: true);
    }

    private static IReadOnlyList<Recorded> Stream(params IEvent[] events) => [.. events.Index().Select(e =>
        new Recorded(e.Index + 1, Given.MatterId, e.Index + 1, "", e.Item, Given.Now, Given.Now, Given.Staff, "test", Guid.NewGuid()))];
}
