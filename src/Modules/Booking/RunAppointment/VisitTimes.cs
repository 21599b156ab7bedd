using Yhteys.Assessment;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>A time whose visit never happened is booked as before.</summary>
internal sealed class VisitTimes : IVisitTimes
{
    public IEvent? Without(Work work, Guid matter, int recording) => work.State<MatterAppointments>(matter).WithoutVisit(matter, recording);
}
