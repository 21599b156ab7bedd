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
            if (row.StartedIn >= 0)
                Add(Counted.Started, months[row.StartedIn], 0, false);
            if (row.MetIn >= 0)
                Add(Counted.Met, months[row.MetIn], row.MetDays, row.MetLate);
            if (row.EndedIn >= 0)
                Add(Counted.Ended, months[row.EndedIn], row.EndedDays, row.EndedLate);
            if (row.WaitingDays >= 0)
                Add(Counted.Waiting, period.Last, row.WaitingDays, row.WaitingLate);
            if (row.OfferIn >= 0)
                Add(row.Declined ? Counted.Declined : Counted.NoShow, months[row.OfferIn], 0, false);

            void Add(Counted what, LocalDate when, int days, bool late)
            {
                var key = new CountKey(what, row.Rule, row.Unit, row.ServiceLine, when, days, late);
                cells[key] = cells.GetValueOrDefault(key) + row.Number;
            }
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

    /// <summary>The clocks are read once; -1 stands for "not in the period".</summary>
    private static string Sql(ViewSet views)
    {
        var (clocks, outcomes) = (views.Table<ClockRow>(), views.Table<OfferOutcomeRow>());
        const string seen = "(case when appliesfrom > start then appliesfrom else start end)", at = "(select max(pos) from views where name = @view)",
            ended = "endedon between @first and @last and (meton is null or meton > @last) and (appliesuntil is null or appliesuntil > endedon)";
        var waits = $"{seen} <= @last and {Open("@last")}";
        return $"""
            select x.*, {at} as pos from (
            select rule, unit, serviceline, {In($"{seen} between @first and @last", Month(seen))} as startedin,
                {In("meton between @first and @last", Month("meton"))} as metin, {In("meton between @first and @last", "meton - start")} as metdays,
                case when meton between @first and @last and intime = 0 then 1 else 0 end as metlate,
                {In(waits, "@last - start")} as waitingdays, case when {waits} and @last > lastintime then 1 else 0 end as waitinglate,
                {In(ended, Month("endedon"))} as endedin, {In(ended, "endedon - start")} as endeddays, case when {ended} and endedon > lastintime then 1 else 0 end as endedlate,
                -1 as offerin, 0 as declined, count(*) as number
            from {clocks} where (meton >= @first or (meton is null and (endedon is null or endedon >= @first))) and start <= @last and rule in @rules
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            union all
            select c.rule, c.unit, c.serviceline, -1, -1, -1, 0, -1, 0, -1, -1, 0, {Month("o.day")}, case when o.kind = 'Declined' then 1 else 0 end, count(*)
            from {outcomes} o join {clocks} c on c.matter = o.matter
            where o.day between @first and @last and o.position <= {at} and o.position <= @offers and (o.takenbackat is null or o.takenbackat > {at}) and c.rule in @rules and {seen} <= o.day and {Open("o.day - 1")}
            group by c.rule, c.unit, c.serviceline, {Month("o.day")}, o.kind
            ) x
            """;
    }

    private static string In(string when, string value) => $"case when {when} then {value} else -1 end";

    private static string Open(string day) => $"(meton is null or meton > {day}) and (endedon is null or endedon > {day}) and (appliesuntil is null or appliesuntil > {day})";

    private static string Month(string day) =>
        string.Join(" + ", Enumerable.Range(1, MonthsAtMost - 1).Select(i => $"(case when {day} >= @month{i} then 1 else 0 end)"));

    private sealed record Row(
        string Rule, Guid? Unit, string ServiceLine, int StartedIn, int MetIn, int MetDays, bool MetLate, int WaitingDays, bool WaitingLate,
        int EndedIn, int EndedDays, bool EndedLate, int OfferIn, bool Declined, int Number, long Pos);
}
