using Microsoft.Extensions.Logging;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.TakeLaw;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Access.TryLaw;

/// <summary>Counts and takings of this node, one at a time, so that the pages of others stay quick.</summary>
internal sealed partial class LawRuns(Journal journal, RulesInForce inForce, ComparedLaws laws, ContentStore content, LawTaking taking, IClock clock, ILogger<LawRuns> log) : IDisposable
{
    private const int KeepAtMost = 24;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<LawRun> _runs = [];

    public LawRun? Find(Guid id) => All.FirstOrDefault(run => run.Id == id);

    /// <summary>The newest count of this question that is under way or ready; null when it has not been asked, or was cancelled.</summary>
    public LawRun? Find(Draft draft, TrialQuestion question, bool shift) => laws.Find(question.Against) is { } against ? Last(KeyOf(draft, against.Law, question, shift)) : null;

    /// <summary>A ready count of the draft as it is against the law in force now, whatever the period: it has been tried.</summary>
    public LawRun? Tried(Draft draft) => All.LastOrDefault(run => run is { Result: not null, Shifted: false } && run.Key.StartsWith(KeyOf(draft, inForce.Current), StringComparison.Ordinal));

    /// <summary>A taking of the draft that is under way; null when there is none.</summary>
    public LawRun? Taking(string draft) => All.LastOrDefault(run => run.Takes && run.Draft == draft && run.IsRunning);

    /// <summary>The taking that this command began; null when there is none, or it was given up or failed.</summary>
    public LawRun? TakenBy(Guid command) => Last(KeyOf(command));

    /// <summary>Counts what the draft would do, or gives the count that is under way.</summary>
    /// <exception cref="InvalidOperationException">The law to hold it against is not there.</exception>
    public LawRun Try(Draft draft, TrialQuestion question, bool shift)
    {
        var now = laws.Find(question.Against)?.Law ?? throw new InvalidOperationException("There is no such law to hold the draft against.");
        var key = KeyOf(draft, now, question, shift);
        if (Last(key) is { IsRunning: true } running)
            return running;
        return Start(new(key, draft.Id, takes: false, clock.GetCurrentInstant()) { Shifted = shift }, async (run, cancel) =>
        {
            var (law, shifts) = shift ? LawShift.To(now, draft.Law!, question.From) : (draft.Law!, []);
            run.End(await LawTrial.Run(journal, now, law, question, run.Tell, cancel), shifts);
        });
    }

    /// <summary>Takes the draft into use.</summary>
    /// <param name="before">What was in use when the page was shown.</param>
    public LawRun Take(Draft draft, ContentSnapshot before, Envelope envelope, string reason) =>
        Start(new(KeyOf(envelope.CommandId), draft.Id, takes: true, clock.GetCurrentInstant()), async (run, cancel) =>
            run.End(await taking.Take(envelope, before, draft.Content!, reason, run.Tell, cancel)));

    /// <summary>What was in use when somebody looked, by the hash that the page carried; null when it is not in use any more.</summary>
    public ContentSnapshot? InUse(string? hash) => content.Current is var now && inForce.Current.Hash == hash ? now : null;

    public void Dispose()
    {
        foreach (var run in All)
            run.Cancel();
        _turn.Dispose();
    }

    private IReadOnlyList<LawRun> All
    {
        get
        {
            lock (_lock)
                return [.. _runs];
        }
    }

    private LawRun? Last(string key) => All.LastOrDefault(run => run.Key == key && !run.WasCancelled && !run.Failed);

    private LawRun Start(LawRun run, Func<LawRun, CancellationToken, Task> work)
    {
        lock (_lock)
        {
            _runs.Add(run);
            if (_runs.Count > KeepAtMost && _runs.Find(old => !old.IsRunning) is { } oldest)
            {
                _runs.Remove(oldest);
                oldest.Dispose();
            }
        }

        run.Start(async (self, cancel) =>
        {
            await Task.Yield();
            try
            {
                await _turn.WaitAsync(cancel);
                try
                {
                    await work(self, cancel);
                }
                finally
                {
                    _turn.Release();
                }
            }
            catch (OperationCanceledException)
            {
                // Somebody gave it up.
            }
            catch (Exception failure)
            {
                LogFailed(failure, self.Takes ? "taking" : "count");
            }
        });
        return run;
    }

    private static string KeyOf(Guid command) => $"take {command}";

    private static string KeyOf(Draft draft, Law now) => $"{draft.Id}|{draft.Law?.Hash}|{now.Hash}|";

    private static string KeyOf(Draft draft, Law now, TrialQuestion question, bool shift) => $"{KeyOf(draft, now)}{question.Key}|{shift}";

    [LoggerMessage(LogLevel.Error, "The {What} of a law failed.")]
    private partial void LogFailed(Exception failure, string what);
}
