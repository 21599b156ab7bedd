using NodaTime;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Publish.Count;

/// <summary>Counts a period in the database, in one statement, so that all of it is of one moment.</summary>
internal sealed class CountQuery(Journal journal)
{
    private const int MonthsAtMost = 6, Tries = 20;

    /// <exception cref="InvalidOperationException">A view that the count needs has stopped.</exception>
    public async Task<PeriodCount> Of(ReportingPeriod period, IReadOnlyCollection<string> rules)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await journal.CaughtUp();
            if (journal.Following.FirstOrDefault(f => f.View is AccessClocks.ViewName or OfferOutcomes.ViewName && f.Failed is not null) is { } stopped)
                throw new InvalidOperationException($"The view {stopped.View} has stopped at event {stopped.Position}, so nothing can be counted: {stopped.Failed}");
            // Declined offers are counted up to where the clocks are; that view must not be behind them.
            var (clocks, offers) = (Position(AccessClocks.ViewName), Position(OfferOutcomes.ViewName));
            var rows = journal.Query<Row>(Sql, Parameters(period, rules, offers));
            var position = rows.Count == 0 ? clocks : rows[0].Pos;
            if (position <= offers)
                return new(period, position, FirstContact(), Cells(rows, period));
        }

        throw new InvalidOperationException("The views of clocks and of declined offers did not meet at one event. Try again when less is recorded.");
    }

    /// <summary>The first day of contact that the journal knows; null when there is none.</summary>
    public LocalDate? FirstContact() => journal.Query<LocalDate?>(v => $"select min(contacton) from {v.Table<ContactRow>()}")[0];

    private long Position(string view) => journal.Query<long?>(_ => "select max(pos) from views where name = @view", new { view })[0] ?? 0;

    private static Dictionary<CountKey, int> Cells(IReadOnlyList<Row> rows, ReportingPeriod period)
    {
        var months = period.MonthsIn.ToArray();
        var cells = new Dictionary<CountKey, int>(rows.Count);
        foreach (var row in rows)
        {
            var what = Enum.Parse<Counted>(row.What);
            var key = new CountKey(what, row.Rule, row.Unit, row.ServiceLine, what == Counted.Waiting ? period.Last : months[row.Month], row.Days, row.Late);
            cells[key] = cells.GetValueOrDefault(key) + row.Number;
        }

        return cells;
    }

    private static Dictionary<string, object?> Parameters(ReportingPeriod period, IReadOnlyCollection<string> rules, long offers)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["first"] = period.First, ["last"] = period.Last, ["rules"] = rules.ToArray(), ["view"] = AccessClocks.ViewName, ["offers"] = offers,
        };
        var months = period.MonthsIn.ToArray();
        for (var i = 1; i < MonthsAtMost; i++)
            parameters[$"month{i}"] = i < months.Length ? months[i] : period.Last.PlusDays(1);
        return parameters;
    }

    private static string Sql(ViewSet views)
    {
        var (clocks, outcomes) = (views.Table<ClockRow>(), views.Table<OfferOutcomeRow>());
        const string seen = "(case when appliesfrom > start then appliesfrom else start end)", at = "(select max(pos) from views where name = @view)";
        return $"""
            select x.*, {at} as pos from (
            {Part("Started", seen, "0", "0", $"{seen} between @first and @last")}
            union all {Part("Met", "meton", "meton - start", "1 - intime", "meton between @first and @last")}
            union all {Part("Ended", "endedon", "endedon - start", "case when endedon > lastintime then 1 else 0 end",
                "endedon between @first and @last and (meton is null or meton > @last) and (appliesuntil is null or appliesuntil > endedon)")}
            union all {Part("Waiting", "@first", "@last - start", "case when @last > lastintime then 1 else 0 end", $"{seen} <= @last and {Open("@last")}")}
            union all select case when o.kind = 'Declined' then 'Declined' else 'NoShow' end as what, rule, unit, serviceline, {Month("day")} as month, 0 as days, 0 as late, count(*) as number
                from {outcomes} o join {clocks} c on c.matter = o.matter
                where o.day between @first and @last and o.position <= {at} and o.position <= @offers and c.kind = 'Statute' and c.rule in @rules and start is not null
                and {seen} <= o.day and {Open("o.day - 1")} group by 1, 2, 3, 4, 5, 6, 7
            ) x
            """;

        string Part(string what, string day, string days, string late, string where) =>
            $"""
             select '{what}' as what, rule, unit, serviceline, {Month(day)} as month, {days} as days, {late} as late, count(*) as number
             from {clocks} where kind = 'Statute' and rule in @rules and start is not null and {where} group by 1, 2, 3, 4, 5, 6, 7
             """;
    }

    private static string Open(string day) => $"(meton is null or meton > {day}) and (endedon is null or endedon > {day}) and (appliesuntil is null or appliesuntil > {day})";

    private static string Month(string day) =>
        string.Join(" + ", Enumerable.Range(1, MonthsAtMost - 1).Select(i => $"(case when {day} >= @month{i} then 1 else 0 end)"));

    private sealed record Row(string What, string Rule, Guid? Unit, string ServiceLine, int Month, int Days, bool Late, int Number, long Pos);
}
