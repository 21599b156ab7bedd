using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Board.Trend;

/// <summary>Puts boards of past Sundays beside each other. Each of them is counted once and kept, since what was known then does not change.</summary>
internal sealed class TrendCount(AccessBoard board, RulesInForce law)
{
    /// <summary>Half a year.</summary>
    private const int WeeksAtMost = 26;

    /// <param name="first">The day on which the journal begins.</param>
    public TrendState On(BoardMoment moment, LocalDate first, BoardScope scope)
    {
        var from = LocalDate.Max(first, moment.Day.PlusDays(-7 * WeeksAtMost));
        List<BoardMoment> moments = [.. Sundays(from, moment.Day).Select(day => new BoardMoment(day, BoardKnowledge.Then)), moment];
        return new([.. moments.Select(m => new TrendPoint(m.Day, board.Totals(m).In(scope).Total()))], [.. Marks(law.Rules, moments[0].Day, moment.Day)]);
    }

    /// <summary>The days on which statutory rules came into force from one day to another.</summary>
    public static IEnumerable<LawMark> Marks(RuleSet rules, LocalDate from, LocalDate until) => rules.Statutes
        .Where(rule => rule.From >= from && rule.From <= until).GroupBy(rule => rule.From).OrderBy(day => day.Key)
        .Select(day => new LawMark(day.Key, [.. day.Select(rule => rule.Law!.Citation).Distinct(StringComparer.Ordinal)]));

    private static IEnumerable<LocalDate> Sundays(LocalDate from, LocalDate until)
    {
        for (var day = from.DayOfWeek == IsoDayOfWeek.Sunday ? from : from.Next(IsoDayOfWeek.Sunday); day < until; day = day.PlusWeeks(1))
            yield return day;
    }
}
