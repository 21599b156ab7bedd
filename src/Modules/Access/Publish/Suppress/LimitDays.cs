using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;

namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// What anyone who knows the law knows of a late clock: it has waited more days than the limit has at the least, and one in time not
/// more than at the most. Figures must stay hidden from such a reader too.
/// </summary>
/// <param name="LateFrom">The fewest days that a late one can have waited.</param>
/// <param name="InTimeTo">The most days that one in time can have waited.</param>
internal readonly record struct LimitDays(int LateFrom, int InTimeTo)
{
    private const int LongestRoll = 6;

    public static readonly LimitDays Unknown = new(0, int.MaxValue);

    public bool CanBe(bool late, int after, int upTo) => late ? upTo >= LateFrom : after < InTimeTo;

    /// <summary>The fewest and the most days of those in time, or late, in a class of days. Of a class in which the law lets nobody be, anything.</summary>
    public (int Least, int Most) Within(bool late, int after, int upTo) =>
        !CanBe(late, after, upTo) ? (after + 1, upTo) : late ? (Math.Max(after + 1, LateFrom), upTo) : (after + 1, Math.Min(upTo, InTimeTo));

    public static LimitDays Of(ClockRule rule)
    {
        if (rule.Starts.Count == 0 || rule.IsImmediate)
            return Unknown;
        var limits = Enumerable.Range(0, rule.Starts.Count).Select(rule.LimitOf).ToList();
        var most = limits.Max(Most) + (rule.Extension is { } more ? Most(new(more.N, more.Unit)) : 0);
        // With alternative starts the days are counted from the earlier one, so the later end may lie far away.
        return new(limits.Min(Least) + 1, limits.Count > 1 ? int.MaxValue : most + LongestRoll);
    }

    private static int Least(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.Months => Lengths(limit.N).Min(),
        _ => Plain(limit) - (limit.InclusiveStart ? 1 : 0),
    };

    private static int Most(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.Months => Lengths(limit.N).Max(),
        // A working day is at most a week of holidays away from the one before.
        TimeUnit.WorkingDays => (limit.N * 7 / 5) + (2 * LongestRoll),
        TimeUnit.SchoolDays => int.MaxValue / 2,
        _ => Plain(limit),
    };

    private static int Plain(TimeLimit limit) => limit.Unit == TimeUnit.Weeks ? 7 * limit.N : limit.N;

    private static IEnumerable<int> Lengths(int months) =>
        Enumerable.Range(0, (4 * 365) + 1).Select(new LocalDate(2024, 1, 1).PlusDays).Select(day => Period.DaysBetween(day, day.PlusMonths(months)));
}
