using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>Whether the calendar reaches as far as the times of a matter could run.</summary>
internal static class CalendarReach
{
    /// <summary>The last year of a fact: no time of a rule is longer than the two years after it, in which no school is closed.</summary>
    private const int LastYear = WorkingDays.LastYear - 2;

    public static bool Knows(LocalDate day) => day.Year is >= WorkingDays.FirstYear and <= LastYear;

    public static string Outside(LocalDate day) =>
        $"{day.Iso()} is outside the years {WorkingDays.FirstYear}–{LastYear}, for which the calendar can count limits. Correct the date.";
}
