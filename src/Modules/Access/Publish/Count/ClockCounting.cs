using System.Runtime.InteropServices;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Views;

namespace Yhteys.Access.Publish.Count;

/// <summary>What of a clock is counted, or of a clock and an offer of its matter that came to nothing.</summary>
/// <param name="OfferOn">The day of the offer; null when the clock itself is counted.</param>
/// <param name="FoldedTo">The event up to which the row was folded.</param>
internal readonly record struct CountedClock(
    string Rule, Guid? Unit, string ServiceLine, LocalDate Start, LocalDate? LastInTime, LocalDate? MetOn, LocalDate? EndedOn, bool InTime,
    LocalDate? AppliesFrom, LocalDate? AppliesUntil, LocalDate? OfferOn = null, OfferOutcomeKind Offer = default, long FoldedTo = 0)
{
    /// <summary>From this day on it is seen to run.</summary>
    public LocalDate Seen => AppliesFrom is { } from && from > Start ? from : Start;

    /// <summary>Not met, ended or voided by the end of the day.</summary>
    public bool IsOpen(LocalDate day) => !(MetOn <= day) && !(EndedOn <= day) && !(AppliesUntil <= day);
}

/// <summary>Counts a period from clocks, one after the other; without those that run because nobody knows the age, as a table of the old is not of them, unless it is counted as an earlier program did: those of the database (<see cref="CountQuery"/>), or of a fold in memory up to an earlier position.</summary>
internal sealed class ClockCounting(ReportingPeriod period)
{
    private readonly LocalDate _first = period.First, _last = period.Last;

    public Dictionary<CountKey, int> Cells { get; } = [];

    /// <param name="alsoOfUnknownAge">As an earlier program counted.</param>
    public static Dictionary<CountKey, int> Of(
        IEnumerable<ClockRow> clocks, IEnumerable<OfferOutcomeRow> outcomes, ReportingPeriod period, IReadOnlySet<string> rules, bool alsoOfUnknownAge = false)
    {
        var counting = new ClockCounting(period);
        var offers = outcomes.Where(o => o.TakenBackAt is null && counting.IsIn(o.Day)).ToLookup(o => o.Matter);
        foreach (var row in clocks)
            if (row is { Kind: RuleKind.Statute, Start: { } start } && (alsoOfUnknownAge || !row.AgeUnknown) && rules.Contains(row.Rule))
            {
                var clock = new CountedClock(row.Rule, row.Unit, row.ServiceLine, start, row.LastInTime, row.MetOn, row.EndedOn, row.InTime, row.AppliesFrom, row.AppliesUntil);
                counting.Add(clock);
                foreach (var offer in offers[row.Matter])
                    counting.Add(clock with { OfferOn = offer.Day, Offer = offer.Kind });
            }

        return counting.Cells;
    }

    public void Add(in CountedClock clock)
    {
        if (clock.OfferOn is { } offer)
        {
            if (clock.Seen <= offer && clock.IsOpen(offer.PlusDays(-1)))
                Add(clock, clock.Offer == OfferOutcomeKind.Declined ? Counted.Declined : Counted.NoShow, offer);
            return;
        }

        if (IsIn(clock.Seen))
            Add(clock, Counted.Started, clock.Seen);
        if (clock.MetOn is { } met && IsIn(met))
            Add(clock, Counted.Met, met, !clock.InTime);
        if (clock.EndedOn is { } ended && IsIn(ended) && !(clock.MetOn <= _last) && !(clock.AppliesUntil <= ended))
            Add(clock, Counted.Ended, ended, ended > clock.LastInTime);
        if (clock.Seen <= _last && clock.IsOpen(_last))
            Add(clock, Counted.Waiting, _last, _last > clock.LastInTime);
    }

    private void Add(in CountedClock clock, Counted what, LocalDate day, bool late = false)
    {
        var days = what is Counted.Met or Counted.Ended or Counted.Waiting ? Period.DaysBetween(clock.Start, day) : 0;
        var when = what == Counted.Waiting ? day : new(day.Year, day.Month, 1);
        CollectionsMarshal.GetValueRefOrAddDefault(Cells, new(what, clock.Rule, clock.Unit, clock.ServiceLine, when, days, late), out _)++;
    }

    private bool IsIn(LocalDate day) => _first <= day && day <= _last;
}
