using NodaTime;

namespace Yhteys.Organisation;

/// <summary>Weekly opening hours in Finnish local time.</summary>
/// <param name="Spans">Open spans; a span doesn't pass midnight.</param>
/// <param name="OnHolidays">Whether the hours hold on public holidays too.</param>
public sealed record OpeningHours(IReadOnlyList<OpenSpan> Spans, bool OnHolidays = false)
{
    /// <summary>Monday to Friday 8–16, closed on holidays.</summary>
    public static OpeningHours Office { get; } = Weekdays(new(8, 0), new(16, 0));

    public static OpeningHours Weekdays(LocalTime opens, LocalTime closes) => new(
        [.. Enumerable.Range(1, 5).Select(d => new OpenSpan((IsoDayOfWeek)d, opens, closes))]);
}

/// <summary>Open from a time until, not including, another on one weekday. Closes 00:00 means the end of the day.</summary>
public sealed record OpenSpan(IsoDayOfWeek Day, LocalTime Opens, LocalTime Closes);

/// <summary>The hours of one day that is otherwise than the week says.</summary>
/// <param name="Spans">None when the unit is closed.</param>
public sealed record DayHours(LocalDate Day, IReadOnlyList<OpenSpan> Spans)
{
    /// <summary>The days when one of them is as the event says.</summary>
    internal static IReadOnlyList<DayHours> With(IReadOnlyList<DayHours> days, DayHoursSet set) => [.. Without(days, set.Day).Append(new(set.Day, set.Spans)).OrderBy(d => d.Day)];

    internal static IReadOnlyList<DayHours> Without(IReadOnlyList<DayHours> days, LocalDate day) => [.. days.Where(d => d.Day != day)];
}

/// <summary>Days without school, both included.</summary>
public sealed record SchoolBreak(string Name, LocalDate FirstDay, LocalDate LastDay);
