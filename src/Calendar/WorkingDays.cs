using NodaTime;

namespace Yhteys.Calendar;

/// <summary>The working days (arkipäivät) of Finland, Monday to Friday without holidays, in the years 2008–2100.</summary>
/// <remarks>
/// Every date is looked up in a table made once, so adding working days costs the same for 1 and for 1,000.
/// A date outside 2008–2100, asked or answered, throws <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public sealed class WorkingDays
{
    public const int FirstYear = 2008;
    public const int LastYear = 2100;

    private static readonly LocalDate First = new(FirstYear, 1, 1);
    private static readonly int[] YearStarts = Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        .Select(year => Period.DaysBetween(First, new LocalDate(year, 1, 1))).ToArray();
    private static readonly LocalDate[] Dates = Enumerable.Range(0, Period.DaysBetween(First, new LocalDate(LastYear, 12, 31)) + 1)
        .Select(First.PlusDays).ToArray();

    private readonly DayKind[] kinds;
    private readonly int[] upTo; // how many working days there are up to and including the day
    private readonly LocalDate[] working;

    /// <summary>Christmas Eve and Midsummer Eve are not working days (act 150/1930 5 §; the default).</summary>
    public static WorkingDays Statutory { get; } = new(evesAreWorkingDays: false);

    /// <summary>Christmas Eve and Midsummer Eve are counted when they are weekdays (the narrower reading).</summary>
    public static WorkingDays WithEves { get; } = new(evesAreWorkingDays: true);

    /// <param name="evesAreWorkingDays">Count Christmas Eve and Midsummer Eve as working days.</param>
    /// <param name="closed">Further days that are not working days.</param>
    public WorkingDays(bool evesAreWorkingDays, IEnumerable<LocalDate>? closed = null)
    {
        kinds = Dates.Select(OfWeekday).ToArray();
        foreach (var (day, kind) in Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(Holidays.Of))
            if (!evesAreWorkingDays || kind is not (DayKind.ChristmasEve or DayKind.MidsummerEve))
                kinds[Index(day)] = kind;
        foreach (var day in closed ?? [])
            if (kinds[Index(day)] == DayKind.Working)
                kinds[Index(day)] = DayKind.Closed;

        upTo = new int[Dates.Length];
        var list = new List<LocalDate>(Dates.Length);
        for (var i = 0; i < Dates.Length; i++)
        {
            if (kinds[i] == DayKind.Working)
                list.Add(Dates[i]);
            upTo[i] = list.Count;
        }

        working = [.. list];
    }

    /// <summary>What the day is, and so why it is not a working day.</summary>
    public DayKind KindOf(LocalDate day) => kinds[Index(day)];

    public bool IsWorking(LocalDate day) => KindOf(day) == DayKind.Working;

    /// <summary>The day itself when it is a working day, else the next working day.</summary>
    public LocalDate OnOrAfter(LocalDate day)
    {
        var index = Index(day);
        return kinds[index] == DayKind.Working ? day : Nth(upTo[index] + 1);
    }

    /// <summary>The <paramref name="n"/>th working day after <paramref name="day"/>; the day itself is not counted (150/1930 2 §).</summary>
    public LocalDate Add(LocalDate day, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return n == 0 ? OnOrAfter(day) : Nth(upTo[Index(day)] + n);
    }

    /// <summary>How many working days there are after <paramref name="from"/> up to and including <paramref name="to"/>; negative when earlier.</summary>
    public int Between(LocalDate from, LocalDate to) => upTo[Index(to)] - upTo[Index(from)];

    private LocalDate Nth(int ordinal) => ordinal <= working.Length
        ? working[ordinal - 1]
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, $"The calendar ends on 31.12.{LastYear}.");

    private static int Index(LocalDate day) => day.Year is >= FirstYear and <= LastYear
        ? YearStarts[day.Year - FirstYear] + day.DayOfYear - 1
        : throw new ArgumentOutOfRangeException(nameof(day), day, $"The calendar knows the years {FirstYear}–{LastYear}.");

    private static DayKind OfWeekday(LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => DayKind.Saturday,
        IsoDayOfWeek.Sunday => DayKind.Sunday,
        _ => DayKind.Working,
    };
}
