using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yhteys.Booking;

/// <summary>Runs <see cref="OfferExpiry"/> once a minute while the web server runs.</summary>
internal sealed class OfferTimer(OfferExpiry expiry, ILogger<OfferTimer> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
            await Run().ConfigureAwait(false);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task Run()
    {
        try
        {
            await expiry.LapseDue().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The database may be away for a while: the next minute tries again.
            Failed(log, e);
        }
    }

    private static readonly Action<ILogger, Exception?> Failed =
        LoggerMessage.Define(LogLevel.Error, new EventId(1, "OffersDidNotLapse"), "Offers whose time is over could not be let lapse; the next minute tries again.");
}
