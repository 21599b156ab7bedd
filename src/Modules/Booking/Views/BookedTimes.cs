using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;

namespace Yhteys.Booking.Views;

/// <summary>Counts the times that somebody is to come to, for those who keep up units.</summary>
internal sealed class BookedTimes(Journal journal) : IBookedTimes
{
    public int After(Guid unit, LocalDate day, Work? work = null)
    {
        var asked = new { unit, day };
        return (work?.Query<int>(Sql, asked) ?? journal.Query<int>(Sql, asked)).Single();

        static string Sql(ViewSet v) => $"select count(*) from {v.Table<AppointmentRow>()} where unit = @unit and date > @day and status in ('offered', 'booked')";
    }
}
