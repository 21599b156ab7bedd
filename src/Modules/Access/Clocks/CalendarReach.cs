using NodaTime;
using NodaTime.Text;
using Yhteys.Calendar;

namespace Yhteys.Access.Clocks;

/// <summary>Whether the calendar reaches as far as the times of a matter could run.</summary>
internal static class CalendarReach
{
    /// <summary>The last year of a fact: no time of a rule is longer than the two years after it, in which no school is closed.</summary>
    private const int LastYear = WorkingDays.LastYear - 2;

    public static bool Knows(LocalDate day) => day.Year is >= WorkingDays.FirstYear and <= LastYear;

    /// <summary>The days from which a matter is counted that lead out of the calendar: the place in its facts, and why. Those of the facts themselves are looked at where they are read.</summary>
    public static IEnumerable<(string Place, string Reason)> Problems(ClockSubject subject)
    {
        if (subject.CountsFrom is { } counts && !Knows(counts))
            yield return ("$.countsFrom", Outside(counts));
        foreach (var (i, closed) in (subject.SchoolClosed ?? []).Index())
            foreach (var (day, end) in new[] { (closed.Start, "from"), (closed.End, "to") })
                if (!Knows(day))
                    yield return ($"$.schoolClosed[{i}].{end}", Outside(day));
    }

    public static string Outside(LocalDate day) =>
        $"{LocalDatePattern.Iso.Format(day)} is outside the years {WorkingDays.FirstYear}–{LastYear}, for which the calendar can count limits. Correct the date.";
}
