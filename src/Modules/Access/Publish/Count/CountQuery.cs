using NodaTime;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Publish.Count;

/// <summary>Counts a period of what the database holds; its clocks are read by one statement, so that all of them are of one moment.</summary>
internal sealed class CountQuery(Journal journal)
{
    private const int Tries = 20;

    /// <exception cref="InvalidOperationException">A view that the count needs has stopped or stays behind.</exception>
    public async Task<PeriodCount> Of(ReportingPeriod period, IReadOnlyCollection<string> rules)
    {
        FollowingState? behind = null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var head = journal.Head.Position;
            await journal.CaughtUp();
            if (journal.Following.FirstOrDefault(f => f.View is AccessClocks.ViewName or OfferOutcomes.ViewName && f.Failed is not null) is { } stopped)
                throw new InvalidOperationException($"The view {stopped.View} has stopped at event {stopped.Position}, so nothing can be counted: {stopped.Failed}");
            // One that missed once tries again in a second.
            behind = journal.Following.FirstOrDefault(f => f.View is AccessClocks.ViewName or OfferOutcomes.ViewName && f.Position < head);
            if (behind is not null)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.5));
                continue;
            }

            // Declined offers are counted up to where the clocks are; that view must not be behind them.
            var (clocks, offers) = (Position<ClockRow>(), Position<OfferOutcomeRow>());
            var (position, counting) = (clocks, new ClockCounting(period));
            foreach (var clock in journal.Rows<CountedClock>(Sql, new { first = period.First, last = period.Last, rules = rules.ToArray(), offers }))
            {
                position = clock.FoldedTo;
                counting.Add(clock);
            }

            if (position <= offers)
                return new(period, position, DataFrom(), counting.Cells);
        }

        throw new InvalidOperationException(behind is not null
            ? $"The view {behind.View} is at event {behind.Position} and behind the journal, so nothing can be counted. Try again in a minute."
            : "The views of clocks and of declined offers did not meet at one event. Try again when less is recorded.");
    }

    /// <summary>
    /// The day on which the first contact was recorded; null when none is. Contacts of days before it were recorded afterwards: there are only some of them,
    /// so they don't make their month whole.
    /// </summary>
    public LocalDate? DataFrom() => journal.Query<LocalDate?>(v => $"select min(recordedon) from {v.Table<ClockFileRow>()}")[0];

    private long Position<T>() => journal.Query<long?>(v => $"select {v.Position<T>()}")[0] ?? 0;

    /// <summary>
    /// Rows, not numbers: clocks differ in their days, so SQLite would sort all of them and still give half as many. Whatever ended before the period is left out,
    /// and every row says up to which event the clocks were folded.
    /// </summary>
    private static string Sql(ViewSet views)
    {
        const string clock = "c.rule, c.unit, c.serviceline, c.start, c.lastintime, c.meton, c.endedon, c.intime, c.appliesfrom, c.appliesuntil";
        var at = views.Position<ClockRow>();
        return $"""
            select {clock}, null as offeron, null as offer, {at} as foldedto from {views.Table<ClockRow>()} c
            where (c.meton >= @first or (c.meton is null and (c.endedon is null or c.endedon >= @first))) and c.start <= @last and c.ageunknown = 0 and c.rule in @rules
            union all
            select {clock}, o.day, o.kind, {at} from {views.Table<OfferOutcomeRow>()} o join {views.Table<ClockRow>()} c on c.matter = o.matter
            where o.day between @first and @last and o.position <= {at} and o.position <= @offers and (o.takenbackat is null or o.takenbackat > {at})
                and c.start is not null and c.ageunknown = 0 and c.rule in @rules
            """;
    }
}
