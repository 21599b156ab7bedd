using NodaTime;

namespace Yhteys.Access.Publish.Count;

/// <summary>What of a clock is counted.</summary>
internal enum Counted
{
    /// <summary>It began to run in the period.</summary>
    Started,

    /// <summary>What the act asks for happened in the period (THL's way: realised visits only).</summary>
    Met,

    /// <summary>It still waits at the end of the period.</summary>
    Waiting,

    /// <summary>The matter ended in the period without it.</summary>
    Ended,

    /// <summary>An offered time was declined in the period while it ran.</summary>
    Declined,

    /// <summary>A booked appointment was missed in the period while it ran.</summary>
    NoShow,
}

/// <summary>One cell of the count; everything published is a sum of such cells.</summary>
/// <param name="Line">Code of the service line.</param>
/// <param name="When">First day of the month for what happened, last day of the period for who waits.</param>
/// <param name="Days">Whole days from the clock's start; 0 where days have no meaning.</param>
/// <param name="Late">Met, waiting or ended after the last day in time.</param>
internal readonly record struct CountKey(Counted What, string Rule, Guid? Unit, string Line, LocalDate When, int Days, bool Late)
{
    /// <summary>An order that depends on nothing but the keys.</summary>
    public static readonly Comparer<CountKey> Order = Comparer<CountKey>.Create((a, b) =>
        string.CompareOrdinal(a.Rule, b.Rule) is not 0 and var rule ? rule
        : string.CompareOrdinal(a.Line, b.Line) is not 0 and var line ? line
        : (a.Unit ?? Guid.Empty, a.What, a.When, a.Days, a.Late).CompareTo((b.Unit ?? Guid.Empty, b.What, b.When, b.Days, b.Late)));
}

/// <summary>The count of a period as the journal knew it at a position.</summary>
/// <param name="DataFrom">The day from which the journal has known contacts as they came; null when it knows none.</param>
internal sealed record PeriodCount(ReportingPeriod Period, long Position, LocalDate? DataFrom, IReadOnlyDictionary<CountKey, int> Cells)
{
    // A copy may have other cells.
    private PeriodCount(PeriodCount of) => (Period, Position, DataFrom, Cells) = (of.Period, of.Position, of.DataFrom, of.Cells);

    /// <summary>The cells of a rule in a unit's service line: what tables add up.</summary>
    public ILookup<(string Rule, Guid? Unit, string Line), KeyValuePair<CountKey, int>> Places => field ??= Cells.ToLookup(c => (c.Key.Rule, c.Key.Unit, c.Key.Line));
}
