using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Board.Trend;

/// <summary>Puts boards of past Sundays beside each other. Each of them is counted once and kept, since what was known then does not change.</summary>
internal sealed class TrendCount(AccessBoard board, RulesInForce law, Journal journal, ContentHistory content)
{
    /// <summary>Half a year.</summary>
    private const int WeeksAtMost = 26;

    private const int ReadAtOnce = 1_000;
    private object? _begins;

    /// <summary>The day on which the first matter was recorded; null when there is none.</summary>
    private LocalDate? Begins => (LocalDate?)(_begins ??= FirstMatter());

    public TrendState On(BoardMoment moment, BoardScope scope)
    {
        var begins = Begins;
        var from = LocalDate.Max(begins ?? moment.Day, moment.Day.PlusDays(-7 * WeeksAtMost));
        List<BoardMoment> moments = [.. Sundays(from, moment.Day).Select(day => new BoardMoment(day, BoardKnowledge.Then)), moment];
        return new(
            [.. moments.Select(m => new TrendPoint(m.Day, board.Totals(m).In(scope).Total(), Recorded(m.Day, begins)))],
            [.. Marks(law.Rules, moments[0].Day, moment.Day)], [.. Taken(content.Versions(), moments[0].Day, moment.Day)], begins);
    }

    /// <summary>The days on which statutory rules came into force from one day to another.</summary>
    public static IEnumerable<LawMark> Marks(RuleSet rules, LocalDate from, LocalDate until) => rules.Statutes
        .Where(rule => rule.From >= from && rule.From <= until).GroupBy(rule => rule.From).OrderBy(day => day.Key)
        .Select(day => new LawMark(day.Key, [.. day.Select(rule => rule.Law!.Citation).Distinct(StringComparer.Ordinal)]));

    /// <summary>The versions of the law that took the place of others from one day to another.</summary>
    public static IEnumerable<ContentVersionRow> Taken(IEnumerable<ContentVersionRow> versions, LocalDate from, LocalDate until) => versions
        .Where(version => version.Number > 1 && ContentKinds.IsGuarded(version.Kind) && FinnishTime.Day(version.TakenAt) >= from && FinnishTime.Day(version.TakenAt) <= until)
        .OrderBy(version => version.TakenAt);

    /// <summary>How many days of the window that ends on the day are in records that begin on another.</summary>
    public static int Recorded(LocalDate day, LocalDate? begins) =>
        begins is { } first ? Math.Clamp(Period.DaysBetween(first, day) + 1, 0, BoardCount.WindowDays) : 0;

    private LocalDate? FirstMatter()
    {
        for (var from = 0L; from < journal.Head.Position; from += ReadAtOnce)
            if (journal.Read(from, from + ReadAtOnce).FirstOrDefault(recorded => recorded.Event is IClockSubject) is { } first)
                return FinnishTime.Day(first.RecordedAt);
        return null;
    }

    private static IEnumerable<LocalDate> Sundays(LocalDate from, LocalDate until)
    {
        for (var day = from.DayOfWeek == IsoDayOfWeek.Sunday ? from : from.Next(IsoDayOfWeek.Sunday); day < until; day = day.PlusWeeks(1))
            yield return day;
    }
}
