using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.OnTime;

/// <summary>
/// Gets figures ready when a period is over, and publishes them on the set day when nobody has. It needs nobody to open a page. Several
/// nodes may run it: each step is one command with an id of its own, so only the first of them counts.
/// </summary>
internal sealed class PublishOnTime(
    Journal journal, CountQuery count, FigurePreparing preparing, PublicationQueries publications, PlanInForce plan, IClock clock, ILogger<PublishOnTime> log)
    : PeriodicWatch(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10), log)
{
    protected override IReadOnlyList<(string, Func<Task>)> Looks => [("Figures that are due could not be prepared or published", Tick)];

    /// <summary>Does what is due now.</summary>
    public async Task Tick()
    {
        var (inForce, today) = (plan.Plan, clock.Today());
        var done = publications.All().Select(p => p.Period).ToHashSet(StringComparer.Ordinal);
        var prepared = publications.Prepared().Select(p => p.Period).ToHashSet(StringComparer.Ordinal);
        foreach (var period in DuePeriods.Of(inForce, count.DataFrom(), today).Where(p => !done.Contains(p.Code)).ToList())
        {
            if (!prepared.Contains(period.Code))
                await Send(period, "prepare", work => PrepareFigures.Decide(State(work, period), period, today));
            if (DuePeriods.PublishesItselfOn(period, inForce.Settings) <= today)
                await Publish(period, today);
        }
    }

    private async Task Publish(ReportingPeriod period, LocalDate today)
    {
        var (figures, refusal) = await preparing.Of(period);
        if (figures is not null)
            await Send(period, "publish", work => PublishFigures.Decide(State(work, period), new(figures, null, null, Automatic: true), publications.Count(work), today));
        else if (refusal is not null)
            log.LogWarning("The figures of {Period} could not be published: version {Version} of {Earlier} can't be counted again.", period.Code, refusal.Version, refusal.Period);
    }

    private Task<Outcome> Send(ReportingPeriod period, string step, Func<Work, Decision> decide) => journal.Handle(
        new(PublishFigures.AutomaticCommand(period, step), Actor.System, "publication", [PublishFigures.StreamOf(period)]), decide);

    private static PublicationState State(Work work, ReportingPeriod period) => work.State<PublicationState>(PublishFigures.StreamOf(period));
}
