using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Assessment.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>Looks each minute whether the time given for completing an application is over, and records it.</summary>
internal sealed class CompletionWatch(Journal journal, IClock clock, ILogger<CompletionWatch> log) : PeriodicWatch(TimeSpan.Zero, TimeSpan.FromMinutes(1), log)
{
    protected override IReadOnlyList<(string, Func<Task>)> Looks => [("Deadlines of completions could not be looked at", Look)];

    /// <summary>Records every expiry that is due now; one that can't be recorded keeps none of the others from it.</summary>
    public Task Look()
    {
        var now = clock.GetCurrentInstant();
        var today = FinnishTime.Day(now);
        var due = journal.Query<CompletionRow>(v => $"select * from {v.Table<CompletionRow>()} where waits < @today order by waits", new { today });
        return Task.WhenAll(due.Select(row => Expire(row, now)));
    }

    private Task Expire(CompletionRow row, Instant now)
    {
        // It happened when the day began; the program may not have been running then, or could not record it.
        var happened = row.Deadline.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant();
        var late = now - happened > JournalOptions.LateAfter ? LateReasons.System : null;
        return journal.Handle(
            new Envelope(IdOf(row), Actor.System, "care", [row.Matter], happened, late),
            work => ExpireCompletion.Decide(work.State<MatterFacts>(row.Matter), new(row.Matter, row.Deadline), row.Register, work.Context(row.Matter)));
    }

    /// <summary>The same on every node and at every look, so that one expiry is one event.</summary>
    private static Guid IdOf(CompletionRow row) => NamedId.Of($"completion-expired:{row.Matter:N}:{row.Deadline.Iso()}");
}
