using NodaTime;

namespace Yhteys.Calendar;

/// <summary>Counts statutory times as act 150/1930 says (säädettyjen määräaikain laskeminen).</summary>
/// <param name="Working">Which days are counted as working days.</param>
/// <param name="ArrivalMovesToWorkingDay">A start on a day off counts as arriving on the next working day, and day 1 is the day after it (Kela's way). Off: the first working day is day 1.</param>
/// <param name="SchoolClosed">When the school does not work. Only school working days look at it.</param>
public sealed record StatutoryTime(WorkingDays Working, bool ArrivalMovesToWorkingDay = false, IReadOnlyList<DateInterval>? SchoolClosed = null)
{
    public static StatutoryTime Default { get; } = new(WorkingDays.Statutory);

    /// <summary>The end of the time that begins on <paramref name="start"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start or the end is outside 2008–2100, or the number is negative.</exception>
    public Deadline End(LocalDate start, TimeLimit limit)
    {
        var strict = Strict(start, limit);
        return new Deadline(strict, LatestOf(strict, limit.Unit));
    }

    // 5 § names the eves itself, so the roll does not follow the setting about counting them.
    private LocalDate LatestOf(LocalDate strict, TimeUnit unit) => unit switch
    {
        TimeUnit.Immediate => strict,
        TimeUnit.WorkingDays or TimeUnit.SameDay when ReferenceEquals(Working, WorkingDays.Statutory) => strict,
        TimeUnit.SchoolDays or TimeUnit.Days or TimeUnit.Weeks or TimeUnit.Months or TimeUnit.WorkingDays or TimeUnit.SameDay =>
            NextOfBoth(strict),
    };

    // A day that the county has closed may stand before an eve, and an eve before a day that it has closed.
    private LocalDate NextOfBoth(LocalDate day)
    {
        while (Working.OnOrAfter(WorkingDays.Statutory.OnOrAfter(day)) is var next && next != day)
            day = next;
        return day;
    }

    private LocalDate Strict(LocalDate start, TimeLimit limit)
    {
        if (limit.N < 0)
            throw new ArgumentOutOfRangeException(nameof(limit), limit.N, "A time limit can't be negative.");
        // Looking the start up makes a start outside the calendar an error also where only plain days are added.
        var working = Working.IsWorking(start);
        var before = limit.InclusiveStart ? -1 : 0;
        return limit.Unit switch
        {
            TimeUnit.Immediate => start,
            TimeUnit.SameDay => Working.OnOrAfter(start),
            TimeUnit.Days => InRange(start.PlusDays(limit.N + before)),
            TimeUnit.Weeks => InRange(start.PlusDays((7 * limit.N) + before)),
            TimeUnit.Months => InRange(start.PlusMonths(limit.N).PlusDays(before)),
            TimeUnit.WorkingDays => Working.Add(Arrival(start, working).PlusDays(before), limit.N),
            TimeUnit.SchoolDays => SchoolDays(start, limit.N, limit.InclusiveStart).Last(day => day.Number is not null).Day,
        };
    }

    private LocalDate Arrival(LocalDate start, bool working) =>
        working || !ArrivalMovesToWorkingDay ? start : Working.OnOrAfter(start);

    private LocalDate InRange(LocalDate day)
    {
        _ = Working.KindOf(day);
        return day;
    }

    /// <summary>The days after the start up to the latest date, each counted or skipped with its reason. For days, weeks and months only the days from the strict to the latest date.</summary>
    public IReadOnlyList<CountedDay> Explain(LocalDate start, TimeLimit limit)
    {
        var end = End(start, limit);
        if (limit.Unit == TimeUnit.SchoolDays)
            return [.. SchoolDays(start, limit.N, limit.InclusiveStart)];
        var days = new List<CountedDay>();
        var counts = limit.Unit == TimeUnit.WorkingDays;
        var from = counts ? Arrival(start, Working.IsWorking(start)).PlusDays(limit.InclusiveStart ? 0 : 1) : limit.Unit == TimeUnit.SameDay ? start : end.Strict;
        var number = 0;
        for (var day = from; day <= end.Latest; day = day.PlusDays(1))
        {
            var kind = counts ? Working.KindOf(day) : WorkingDays.Statutory.KindOf(day);
            days.Add(new CountedDay(day, kind == DayKind.Working && counts && day <= end.Strict ? ++number : null, kind));
        }

        return days;
    }

    private IEnumerable<CountedDay> SchoolDays(LocalDate start, int n, bool inclusive)
    {
        var day = inclusive ? start : start.PlusDays(1);
        for (var number = 0; ; day = day.PlusDays(1))
        {
            var kind = Working.KindOf(day);
            if (kind == DayKind.Working && IsClosed(day))
                kind = DayKind.SchoolClosed;
            if (kind == DayKind.Working)
                number++;
            yield return new CountedDay(day, kind == DayKind.Working ? number : null, kind);
            if (kind == DayKind.Working && number >= n)
                yield break;
        }
    }

    private bool IsClosed(LocalDate day)
    {
        for (var i = 0; i < (SchoolClosed?.Count ?? 0); i++)
            if (SchoolClosed![i].Contains(day))
                return true;
        return false;
    }
}
