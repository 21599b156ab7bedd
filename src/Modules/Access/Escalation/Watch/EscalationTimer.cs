using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>Runs the watch and the digests once a minute while the web server runs, so that nobody needs to open a page.</summary>
internal sealed class EscalationTimer(EscalationRounds rounds, TimeProvider time, ILogger<EscalationTimer> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(15), Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The first pages after a start come before what has waited meanwhile.
            await Task.Delay(AfterStart, time, stoppingToken);
            using var timer = new PeriodicTimer(Every, time);
            do
                await Run();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task Run()
    {
        try
        {
            await rounds.Run();
        }
        catch (Exception e)
        {
            // The next minute tries again; what is due waits until then.
            log.LogError(e, "Times that run out could not be told.");
        }
    }
}
