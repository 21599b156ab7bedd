using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Web.Live;

namespace Yhteys.Web.Desk.Alarms;

/// <summary>
/// Tells open pages when an alarm is raised, acknowledged or spreads: the first two are events, the third comes by time alone, so the watch
/// looks every few seconds. What is told is computed from the alarms' rows, never kept here.
/// </summary>
internal sealed class AlarmWatch(Journal journal, AlarmReader reader, LiveFeed feed, IClock clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = journal.Feed.Subscribe(Tell);
        using var timer = new PeriodicTimer(Look);
        var told = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
            if (Now() is var now && now != told)
            {
                told = now;
                feed.Publish(AlarmsPage.Topic, journal.Head.Position);
            }
    }

    private void Tell(IReadOnlyList<Recorded> events)
    {
        if (events.LastOrDefault(r => r.Event is DangerAlarmRaised or DangerAlarmAcknowledged) is { } last)
            feed.Publish(AlarmsPage.Topic, last.Position);
    }

    /// <summary>Which alarms are open and which of them have spread; another node's too.</summary>
    private string Now() => string.Join(' ', reader.Open().Select(a => $"{a.Matter:N}{(AlarmAudience.Spread(a, clock.GetCurrentInstant(), reader.Alone) ? '+' : '-')}"));
}
