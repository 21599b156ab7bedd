using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>Who is to come to a unit. Times are of a module further down, which counts them.</summary>
public interface IBookedTimes
{
    /// <summary>Offered and booked times in the unit after the day.</summary>
    /// <param name="work">Of the decision that asks; null for a page.</param>
    int After(Guid unit, LocalDate day, Work? work = null);
}
