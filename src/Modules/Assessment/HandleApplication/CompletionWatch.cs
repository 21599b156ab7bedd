using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Yhteys.Assessment.Views;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>Looks each minute whether the time given for completing an application is over, and records it.</summary>
internal sealed partial class CompletionWatch(Journal journal, IClock clock, ILogger<CompletionWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Records every expiry that is due now.</summary>
    public async Task Look()
    {
        var now = clock.GetCurrentInstant();
        var today = Fi.Day(now);
        foreach (var row in journal.Query<CompletionRow>(v => $"select * from {v.Table<CompletionRow>()} where waits < @today order by waits", new { today }))
        {
            // It happened when the day began; the program may not have been running then.
            var happened = row.Deadline.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant();
            var late = now - happened > JournalOptions.LateAfter ? "The program was not running when the day began." : null;
            await journal.Handle(
                new Envelope(IdOf(row), Actor.System, "care", [row.Matter], happened, late),
                work => ExpireCompletion.Decide(work.State<MatterFacts>(row.Matter), new(row.Matter, row.Deadline), row.Register, work.Context(row.Matter))).ConfigureAwait(false);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await Look().ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>The same on every node and at every look, so that one expiry is one event.</summary>
    private static Guid IdOf(CompletionRow row) => NamedId.Of($"completion-expired:{row.Matter:N}:{LocalDatePattern.Iso.Format(row.Deadline)}");

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadlines of completions could not be looked at; tried again in a minute.")]
    private static partial void Failed(ILogger log, Exception exception);
}
