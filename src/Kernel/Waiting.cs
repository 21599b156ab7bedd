namespace Yhteys.Kernel;

/// <summary>A command that waits for its answer, or something that the writer does alone between two groups.</summary>
internal sealed class Waiting(Envelope envelope, Func<Work, Decision> decide)
{
    private Outcome? _outcome;
    private Exception? _failure;

    public Waiting(Action alone) : this(null!, null!) => Alone = alone;

    public Action? Alone { get; }
    public Envelope Envelope { get; } = envelope;
    public Func<Work, Decision> Decide { get; } = decide;
    public TaskCompletionSource<Outcome> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Set(Outcome outcome) => _outcome = outcome;

    public void Fail(Exception failure) => _failure = failure;

    /// <summary>It is tried a second time.</summary>
    public bool IsAgain { get; private set; }

    public Waiting Again()
    {
        (_outcome, _failure, IsAgain) = (null, null, true);
        return this;
    }

    /// <summary>Told only after the commit: what was accepted is on disk.</summary>
    public void Tell()
    {
        if (_failure is not null)
            Answer.TrySetException(_failure);
        else
            Answer.TrySetResult(_outcome!);
    }
}
