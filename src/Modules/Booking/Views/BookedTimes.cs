using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Booking.Views;

/// <summary>Counts the times that somebody is to come to, for those who keep up units.</summary>
internal sealed class BookedTimes(Journal journal) : IBookedTimes
{
    public int After(Guid unit, LocalDate day) => journal.Query<int>(
        v => $"select count(*) from {v.Table<AppointmentRow>()} where unit = @unit and date > @day and status in ('offered', 'booked')", new { unit, day }).Single();
}
