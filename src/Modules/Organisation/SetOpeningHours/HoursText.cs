using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>Opening hours as people type and read them: 8–16, or 8–12, 13–16; 24 is the end of the day.</summary>
internal static class HoursText
{
    // Any Monday names the weekdays.
    private static readonly LocalDate Monday = new(2026, 3, 9);

    public static IReadOnlyList<IsoDayOfWeek> Weekdays { get; } = [.. Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d)];

    /// <summary>maanantai, måndag, Monday.</summary>
    public static string Name(IsoDayOfWeek day) => Fi.Weekday(Monday.PlusDays((int)day - 1));

    /// <summary>The spans of one weekday; none when nothing is typed, null when it can't be read.</summary>
    public static IReadOnlyList<OpenSpan>? Read(string? typed, IsoDayOfWeek day)
    {
        var spans = new List<OpenSpan>();
        foreach (var part in (typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(['–', '-', '—'], StringSplitOptions.TrimEntries) is not [var from, var to] || Typed.Time(from) is not { } opens || End(to) is not { } closes)
                return null;
            spans.Add(new(day, opens, closes));
        }

        return spans.Count == 0 && !string.IsNullOrWhiteSpace(typed) ? null : spans;
    }

    public static string Of(IEnumerable<OpenSpan> spans) =>
        string.Join(", ", spans.OrderBy(s => s.Opens).Select(s => $"{Fi.Time(s.Opens)}–{(s.Closes == LocalTime.Midnight ? "24" : Fi.Time(s.Closes))}"));

    public static string Of(OpeningHours? hours, IsoDayOfWeek day) => Of((hours?.Spans ?? []).Where(s => s.Day == day));

    /// <summary>The week, days that are alike together: ma–pe 8.00–16.00, la 10.00–14.00. Closed days are left out.</summary>
    public static string Week(OpeningHours hours)
    {
        var parts = new List<(int First, int Last, string Hours)>();
        foreach (var (day, text) in Weekdays.Select(d => ((int)d, Of(hours, d))).Where(d => d.Item2.Length > 0))
            if (parts is [.., var (first, last, same)] && last == day - 1 && same == text)
                parts[^1] = (first, day, text);
            else
                parts.Add((day, day, text));
        return string.Join(", ", parts.Select(p => $"{Short(p.First)}{(p.Last > p.First ? "–" + Short(p.Last) : "")} {p.Hours}"));
    }

    /// <summary>The hours of the day; empty when the unit is closed then.</summary>
    public static string On(UnitRow unit, LocalDate day) => Of(unit.On(day, WorkingDays.Statutory));

    private static string Short(int day) => Fi.ShortWeekday(Monday.PlusDays(day - 1));

    private static LocalTime? End(string text) => text is "24" or "24.00" or "24:00" ? LocalTime.Midnight : Typed.Time(text);
}
