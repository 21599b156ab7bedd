using Yhteys.Kernel;

namespace Yhteys.Web.Host;

/// <summary>Writes each trouble of the journal into the log, once while it lasts: the health page tells only that there is one.</summary>
internal sealed partial class TroubleLog(Journal journal, ILogger<TroubleLog> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var told = new HashSet<Trouble>();
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var troubles = journal.Troubles;
            foreach (var trouble in troubles.Where(told.Add))
                Tell(log, trouble);
            told.IntersectWith(troubles);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Trouble}")]
    private static partial void Tell(ILogger log, Trouble trouble);
}
