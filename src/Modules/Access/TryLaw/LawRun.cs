using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Access.TryLaw;

/// <summary>A long count or a taking into use that goes on behind the pages; kept in memory until newer ones push it out.</summary>
/// <param name="Key">The same for the same question to the same draft and law.</param>
/// <param name="Draft">The draft that it is about.</param>
/// <param name="Takes">Takes the draft into use; else only counts.</param>
public sealed class LawRun(string key, string draft, bool takes, Instant began) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private long _done, _all;
    private volatile Task? _work;

    public Guid Id { get; } = Guid.NewGuid();
    public string Key { get; } = key;
    public string Draft { get; } = draft;
    public bool Takes { get; } = takes;
    public Instant Began { get; } = began;

    /// <summary>Matters or rows done, and all of them; 0 of 0 while it waits for its turn.</summary>
    public (long Done, long All) Progress => (Interlocked.Read(ref _done), Interlocked.Read(ref _all));

    public TrialResult? Result { get; private set; }

    public IReadOnlyList<RuleShift> Shifts { get; private set; } = [];

    /// <summary>The rules were moved to the period, if they began later.</summary>
    public bool Shifted { get; init; }

    /// <summary>What became of a taking.</summary>
    public Outcome? Outcome { get; private set; }

    public bool IsRunning => _work is null or { IsCompleted: false };

    /// <summary>Cancelled by somebody before it was ready.</summary>
    public bool WasCancelled => !IsRunning && Result is null && Outcome is null && _cancel.IsCancellationRequested;

    /// <summary>Something unexpected stopped it; the log of the node tells what.</summary>
    public bool Failed => !IsRunning && Result is null && Outcome is null && !_cancel.IsCancellationRequested;

    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();

    internal void Start(Func<LawRun, CancellationToken, Task> work) => _work = work(this, _cancel.Token);

    internal void Tell(long done, long all)
    {
        Interlocked.Exchange(ref _all, all);
        Interlocked.Exchange(ref _done, done);
    }

    internal void End(TrialResult result, IReadOnlyList<RuleShift> shifts) => (Shifts, Result) = (shifts, result);

    internal void End(Outcome outcome) => Outcome = outcome;
}
