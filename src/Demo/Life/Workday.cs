using NodaTime;
using Yhteys.Calendar;
using Yhteys.Demo.Population;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>When things happen: contacts by weekday and hour, work in office hours.</summary>
internal static class Workday
{
    private static readonly double[] Days = [1.3, 1.1, 1, 1, 0.9, 0.25, 0.2];
    private static readonly double[] Hours = [0, 0, 0, 0, 0, 0.05, 0.3, 1, 3, 2.6, 2, 1.6, 1.3, 1.4, 1.3, 1, 0.6, 0.6, 0.6, 0.7, 0.6, 0.4, 0.2, 0.05];
    private static readonly int[] AllHours = [.. Enumerable.Range(0, 24)];

    public static OfficeHours Office => OfficeHours.Default;

    /// <summary>The moments of a day's contacts.</summary>
    public static IEnumerable<Instant> Contacts(LocalDate day, double perDay, Dice dice)
    {
        var expected = perDay * Days[(int)day.DayOfWeek - 1];
        var count = (int)expected + (dice.Chance(expected - (int)expected) ? 1 : 0);
        for (var i = 0; i < count; i++)
            yield return At(day, new LocalTime(dice.PickWeighted(AllHours, h => Hours[h]), dice.Below(60), dice.Below(60)));
    }

    /// <summary>A moment of office hours that comes at or after the given one.</summary>
    public static Instant Worked(Instant from, Dice dice)
    {
        if (Office.IsOpen(from))
            return from;
        var local = from.InZone(Fi.Helsinki);
        var day = local.TimeOfDay < Office.Opens ? local.Date : local.Date.PlusDays(1);
        return At(Office.Working.OnOrAfter(day), Office.Opens.PlusMinutes(dice.Below(150)));
    }

    public static Instant At(LocalDate day, LocalTime time) => (day + time).InZoneLeniently(Fi.Helsinki).ToInstant();
}
