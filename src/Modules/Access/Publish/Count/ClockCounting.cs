using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Views;

namespace Yhteys.Access.Publish.Count;

/// <summary>
/// Counts a period from clocks, as a pure function. The same by SQL is <see cref="CountQuery"/>; this one counts what a fold in
/// memory gives: a period as it was known at an earlier position.
/// </summary>
internal static class ClockCounting
{
    public static Dictionary<CountKey, int> Of(
        IEnumerable<ClockRow> clocks, IEnumerable<OfferOutcomeRow> outcomes, ReportingPeriod period, IReadOnlySet<string> rules)
    {
        var cells = new Dictionary<CountKey, int>();
        var offers = outcomes.Where(o => o.TakenBackAt is null && In(o.Day, period)).ToLookup(o => o.Matter);
        foreach (var clock in clocks)
            if (clock is { Kind: RuleKind.Statute, Start: { } start } && rules.Contains(clock.Rule))
                foreach (var key in KeysOf(clock, start, offers[clock.Matter], period))
                    cells[key] = cells.GetValueOrDefault(key) + 1;
        return cells;
    }

    private static IEnumerable<CountKey> KeysOf(ClockRow clock, LocalDate start, IEnumerable<OfferOutcomeRow> offers, ReportingPeriod period)
    {
        var seen = clock.AppliesFrom > start ? clock.AppliesFrom.Value : start;
        if (In(seen, period))
            yield return Key(Counted.Started, seen, 0, false);
        if (clock.MetOn is { } met && In(met, period))
            yield return Key(Counted.Met, met, Days(met), !clock.InTime);
        if (clock.EndedOn is { } ended && In(ended, period) && !(clock.MetOn <= period.Last) && !(clock.AppliesUntil <= ended))
            yield return Key(Counted.Ended, ended, Days(ended), ended > clock.LastInTime);
        if (seen <= period.Last && Open(clock, period.Last))
            yield return new(Counted.Waiting, clock.Rule, clock.Unit, clock.ServiceLine, period.Last, Days(period.Last), period.Last > clock.LastInTime);
        foreach (var offer in offers)
            if (seen <= offer.Day && Open(clock, offer.Day.PlusDays(-1)))
                yield return Key(offer.Kind == OfferOutcomeKind.Declined ? Counted.Declined : Counted.NoShow, offer.Day, 0, false);

        int Days(LocalDate day) => Period.DaysBetween(start, day);
        CountKey Key(Counted what, LocalDate day, int days, bool late) =>
            new(what, clock.Rule, clock.Unit, clock.ServiceLine, new(day.Year, day.Month, 1), days, late);
    }

    /// <summary>Not met, ended or voided by the end of the day.</summary>
    private static bool Open(ClockRow clock, LocalDate day) => !(clock.MetOn <= day) && !(clock.EndedOn <= day) && !(clock.AppliesUntil <= day);

    private static bool In(LocalDate day, ReportingPeriod period) => period.First <= day && day <= period.Last;
}
