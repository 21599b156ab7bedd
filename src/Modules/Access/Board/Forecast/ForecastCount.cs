using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board.Forecast;

/// <summary>Counts the breaches to come: open matters by their last day, but for those that have a time by then.</summary>
internal sealed class ForecastCount(Journal journal)
{
    public ForecastState On(LocalDate day) => new(day, journal.Query<ForecastCell>(
        v => $"""
            select o.unit, o.serviceline, o.register, o.lastintime as lastday, count(*) as number, count(case when {Has(v, sure: false)} then 1 end) as offered
            from {OpenMatters.Sql(v)} o where o.immediate = 0 and o.lastintime between @day and @last and not {Has(v, sure: true)}
            group by o.unit, o.serviceline, o.register, o.lastintime
            """, new { day, last = day.PlusDays(ForecastState.WindowDays - 1) }));

    private static string Has(ViewSet v, bool sure) =>
        $"exists (select 1 from {v.Table<BookedTimeRow>()} b where b.matter = o.matter and b.knownuntil is null and b.sure = {(sure ? 1 : 0)} and b.date between @day and o.lastintime)";
}
