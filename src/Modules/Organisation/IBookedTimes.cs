using NodaTime;

namespace Yhteys.Organisation;

/// <summary>Who is to come to a unit. Times are of a module further down, which counts them.</summary>
public interface IBookedTimes
{
    /// <summary>Offered and booked times in the unit after the day.</summary>
    int After(Guid unit, LocalDate day);
}
