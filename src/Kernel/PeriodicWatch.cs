using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Yhteys.Kernel;

/// <summary>
/// Looks again and again while the program runs, so that nobody needs to open a page. Whatever a look meets (the database may be away for a
/// while), the program goes on and the next look tries again; a failure is told once while it lasts.
/// </summary>
/// <param name="first">How long after the start of the program the first look comes: its first pages go before what has waited meanwhile.</param>
public abstract partial class PeriodicWatch(TimeSpan first, TimeSpan every, ILogger log) : BackgroundService
{
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>What is looked at in turn, each with the sentence of its failure. One that fails keeps none of the others from its turn.</summary>
    protected abstract IReadOnlyList<(string Failure, Func<Task> Look)> Looks { get; }

    /// <summary>Looks once at everything.</summary>
    public async Task LookOnce(CancellationToken stopping = default)
    {
        foreach (var (failure, look) in Looks)
            await Try(failure, look, stopping).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(first, stoppingToken).ConfigureAwait(false);
            using var timer = new PeriodicTimer(every);
            do
                await LookOnce(stoppingToken).ConfigureAwait(false);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task Try(string failure, Func<Task> look, CancellationToken stopping)
    {
        try
        {
            await look().ConfigureAwait(false);
            _told.Remove(failure);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            var kind = $"{e.GetType()} {e.Message}";
            if (!_told.TryGetValue(failure, out var told) || told != kind)
                Failed(log, e, failure, every);
            _told[failure] = kind;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Failure}; it is tried again each {Every}.")]
    private static partial void Failed(ILogger log, Exception exception, string failure, TimeSpan every);
}
