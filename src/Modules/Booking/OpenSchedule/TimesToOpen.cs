using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>What is wished to be opened, read from its form.</summary>
/// <param name="Minutes">Length of each appointment, minutes.</param>
/// <param name="Holidays">Also on days off that fall on a chosen weekday.</param>
public sealed record TimesToOpen(
    Guid Professional, string ServiceLine, LocalDate First, LocalDate Last, IReadOnlySet<IsoDayOfWeek> Weekdays, IReadOnlyList<LocalTime> Starts, int Minutes, bool Holidays)
{
    public const int MostDays = 84, MostStarts = 96, LeastMinutes = 5, MostMinutes = 480;

    /// <summary>The days of the chosen weekdays, and whether each is a day off that is left out.</summary>
    public IEnumerable<(LocalDate Date, bool Off)> Days()
    {
        for (var day = First; day <= Last; day = day.PlusDays(1))
            if (Weekdays.Contains(day.DayOfWeek))
                yield return (day, !Holidays && WorkingDays.Statutory.KindOf(day) is not (DayKind.Working or DayKind.Saturday or DayKind.Sunday));
    }

    /// <summary>Starts from the first to the last, each after the one before; none that would reach into the break.</summary>
    public static IReadOnlyList<LocalTime> StartsOf(LocalTime first, LocalTime last, int minutes, LocalTime? breakFrom, LocalTime? breakTo)
    {
        var starts = new List<LocalTime>();
        for (var minute = Minute(first); minute <= Minute(last) && starts.Count <= MostStarts;)
            if (breakFrom is { } from && breakTo is { } to && minute < Minute(to) && minute + minutes > Minute(from))
                minute = Minute(to);
            else
            {
                starts.Add(LocalTime.FromMinutesSinceMidnight(minute));
                minute += minutes;
            }

        return starts;
    }

    /// <summary>Null when something in the form is wrong; each error is then at its field.</summary>
    public static TimesToOpen? Read(FormState form, IStringLocalizer<Texts> t)
    {
        var professional = Guid.TryParse(form.Require("Professional", t["Open.Error.Professional"]), out var who) ? who : (Guid?)null;
        var line = form.Require("ServiceLine", t["Open.Error.Line"]);
        form.Require("First", t["Open.Error.First"]);
        var first = form.Date("First", t["Open.Error.Day"]);
        var last = form.Text("Last") is null ? first : form.Date("Last", t["Open.Error.Day"]);
        var days = form.All("Days").Select(d => int.TryParse(d, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 7 ? (IsoDayOfWeek)n : IsoDayOfWeek.None).ToHashSet();
        form.Require("FirstTime", t["Open.Error.FirstTime"]);
        var (firstTime, lastTime) = (form.Time("FirstTime", t["Open.Error.Time"]), form.Time("LastTime", t["Open.Error.Time"]));
        var (breakFrom, breakTo) = (form.Time("BreakFrom", t["Open.Error.Time"]), form.Time("BreakTo", t["Open.Error.Time"]));
        var minutes = int.TryParse(form.Require("Minutes", t["Open.Error.Minutes"]), CultureInfo.InvariantCulture, out var length) && length is >= LeastMinutes and <= MostMinutes ? length : (int?)null;

        Wrong("Professional", professional is null, t["Open.Error.Professional"]);
        Wrong("Minutes", form.Text("Minutes") is not null && minutes is null, t["Open.Error.Minutes"]);
        Wrong("Days", days.Count == 0 || days.Contains(IsoDayOfWeek.None), t["Open.Error.Days"]);
        Wrong("Last", last < first, t["Open.Error.Order"]);
        Wrong("Last", first is { } from && last is { } to && Period.DaysBetween(from, to) >= MostDays, t["Open.Error.Long", MostDays / 7]);
        Wrong("First", first is { Year: < WorkingDays.FirstYear or >= WorkingDays.LastYear }, t["Open.Error.Day"]);
        Wrong("LastTime", lastTime < firstTime, t["Open.Error.TimeOrder"]);
        Wrong("BreakTo", breakTo <= breakFrom || breakFrom is null != breakTo is null, t["Open.Error.Break"]);
        if (!form.Valid || professional is null || line is null || first is not { } begin || last is not { } end || firstTime is not { } early || minutes is not { } each)
            return null;
        var starts = StartsOf(early, lastTime ?? early, each, breakFrom, breakTo);
        Wrong("FirstTime", starts.Count == 0, t["StartsMissing"]);
        Wrong("LastTime", starts.Count > MostStarts, t["Open.Error.Many"]);
        return form.Valid ? new(professional.Value, line, begin, end, days, starts, each, form.Has("Holidays", "true")) : null;

        void Wrong(string field, bool wrong, string sentence)
        {
            if (wrong)
                form.Errors.Add(field, sentence);
        }
    }

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
}
