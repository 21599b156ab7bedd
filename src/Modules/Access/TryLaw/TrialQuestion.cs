using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.TryLaw;

/// <summary>What is asked of two laws.</summary>
/// <param name="Day">The day on which states are compared: today.</param>
/// <param name="From">First and last day of the period whose cases are counted, by the day on which their time began.</param>
public sealed record TrialQuestion(LocalDate Day, LocalDate From, LocalDate To)
{
    /// <summary>The law that the draft is held against, by its id; null for the one in use now.</summary>
    public string? Against { get; init; }

    /// <summary>The same for the same question to the same laws, whatever the language of the reader.</summary>
    public string Key => $"{Day.Iso()}|{From.Iso()}|{To.Iso()}";

    /// <summary>The last whole quarter of a year before a day.</summary>
    public static TrialQuestion LastQuarter(LocalDate day)
    {
        var quarter = new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return new(day, quarter.PlusMonths(-3), quarter.PlusDays(-1));
    }
}
