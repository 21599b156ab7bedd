using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Web.Live;

namespace Yhteys.Web.Desk.Alarms;

/// <summary>
/// Tells open pages when an alarm is raised, acknowledged or spreads: the first two are events, the third comes by time alone, so the watch
/// looks every few seconds. What is told is computed from the alarms' rows, never kept here.
/// </summary>
internal sealed class AlarmWatch(Journal journal, AlarmReader reader, LiveFeed feed, IClock clock, ILogger<AlarmWatch> log)
    : PeriodicWatch(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), log)
{
    private string _told = "";

    protected override IReadOnlyList<(string, Func<Task>)> Looks => [("Alarms could not be looked at", Look)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = journal.Feed.Subscribe(Tell);
        await base.ExecuteAsync(stoppingToken);
    }

    private Task Look()
    {
        if (Now() is var now && now != _told)
        {
            _told = now;
            feed.Publish(AlarmsPage.Topic, journal.Head.Position);
        }

        return Task.CompletedTask;
    }

    private void Tell(IReadOnlyList<Recorded> events)
    {
        if (events.LastOrDefault(r => r.Event is DangerAlarmRaised or DangerAlarmAcknowledged) is { } last)
            feed.Publish(AlarmsPage.Topic, last.Position);
    }

    /// <summary>Which alarms are open and which of them have spread; another node's too.</summary>
    private string Now() => string.Join(' ', reader.Open().Select(a => $"{a.Matter:N}{(AlarmAudience.Spread(a, clock.GetCurrentInstant(), reader.Alone) ? '+' : '-')}"));
}
