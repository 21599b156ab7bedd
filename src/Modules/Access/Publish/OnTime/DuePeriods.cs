using NodaTime;
using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.OnTime;

/// <summary>Which periods are over and how long their figures may wait: a pure function of the day.</summary>
internal static class DuePeriods
{
    private const int MonthsBack = 12;

    /// <summary>Periods that are over, of which the county has data and a definition; the oldest first. Older than a year is left to people.</summary>
    public static IEnumerable<ReportingPeriod> Of(PublicationPlan plan, LocalDate? dataFrom, LocalDate today)
    {
        if (dataFrom is not { } first)
            return [];
        var from = LocalDate.Max(first, today.PlusMonths(-MonthsBack));
        return plan.Kinds.SelectMany(every => Since(ReportingPeriod.Of(every, from), today)).Where(period => plan.For(period).Count > 0);
    }

    /// <summary>The day on which the figures of a period publish themselves; null when the county wants to approve them always.</summary>
    public static LocalDate? PublishesItselfOn(ReportingPeriod period, PublicationSettings settings) =>
        settings.Automatic == AutomaticPublication.PublishOnDay ? period.Last.PlusDays(settings.Day) : null;

    private static IEnumerable<ReportingPeriod> Since(ReportingPeriod period, LocalDate today)
    {
        for (; period.Last < today; period = period.After())
            yield return period;
    }
}
