using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board.Forecast;

/// <summary>Counts the breaches to come: open matters by their last day, but for those that have a time by then.</summary>
internal sealed class ForecastCount(Journal journal)
{
    public ForecastState On(BoardMoment moment) => new(moment.Day, journal.Query<ForecastCell>(
        v => $"""
            select o.unit, o.serviceline, o.register, o.lastintime as lastday, count(*) as number, count(case when {Has(v, moment, sure: false)} then 1 end) as offered
            from {BoardTables.Open(v, moment)} o where {ToCome(v, moment)} group by o.unit, o.serviceline, o.register, o.lastintime
            """, BoardTables.Of(moment, ("last", moment.Day.PlusDays(ForecastState.WindowDays - 1)))));

    /// <summary>Of open matters o: a breach comes by the day @last if nothing is booked.</summary>
    public static string ToCome(ViewSet v, BoardMoment moment) => $"o.immediate = 0 and o.lastintime between @day and @last and not {Has(v, moment, sure: true)}";

    private static string Has(ViewSet v, BoardMoment moment, bool sure) =>
        $"exists (select 1 from {v.Table<BookedTimeRow>()} b where b.matter = o.matter and {BoardTables.KnownTimes(moment)} and b.sure = {(sure ? 1 : 0)} and b.date between @day and o.lastintime)";
}
