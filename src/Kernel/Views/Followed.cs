using System.Diagnostics;

namespace Yhteys.Kernel.Views;

/// <summary>A following view and how far it is. Written by the writer's thread, read by any.</summary>
/// <param name="waited">How long the oldest event that it has not folded has waited.</param>
internal sealed class Followed(View view, long position, long head, TimeSpan waited)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The longest time until it is tried again is sixteen pauses.</summary>
    private const int MostDoublings = 4;

    private long _position = position;
    private long _behindSince = position < head ? Since(waited) : 0;
    private long _tryAgain;
    private int _failures;
    private volatile string? _failed, _told;
    private bool _missed;

    public View View { get; } = view;
    public long Position => Volatile.Read(ref _position);
    public RowCache? Rows { get; set; }

    /// <summary>It failed the last time, for whatever reason.</summary>
    public bool HasFailed => _failed is not null;

    /// <summary>To be tried without others, since it may be the one that keeps them back.</summary>
    public bool Alone { get; private set; }

    /// <summary>When it was last in a transaction that was not done.</summary>
    public long TriedAt { get; private set; }

    /// <summary>Whether it is worth folding now.</summary>
    public bool Works => _failed is null || (_tryAgain > 0 && Stopwatch.GetTimestamp() > _tryAgain);

    public FollowingState State(long head)
    {
        var since = Volatile.Read(ref _behindSince);
        return new(View.Name, Position, _told, Math.Max(0, head - Position), since == 0 ? 0 : Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    public void Seen(long head)
    {
        if (_behindSince == 0 && Position < head)
            Volatile.Write(ref _behindSince, Since(TimeSpan.Zero));
    }

    public void Folded(long position, long head)
    {
        Volatile.Write(ref _position, position);
        (_failed, _told, _missed, _failures, Alone) = (null, null, false, 0, false);
        Volatile.Write(ref _behindSince, position >= head ? 0 : _behindSince == 0 ? Since(TimeSpan.Zero) : _behindSince);
    }

    public void Tried() => (Alone, TriedAt) = (true, Stopwatch.GetTimestamp());

    /// <summary>It could not be folded alone.</summary>
    /// <param name="again">It may go better later; a view's own bug stays.</param>
    public void Failed(string reason, bool again)
    {
        _told = reason;
        Stop(reason, again ? 1 << Math.Min(_failures++, MostDoublings) : 0);
    }

    /// <summary>The database was away. Once is no stop: it may have closed its connections only, and the next try finds it there.</summary>
    public void Missed(string reason)
    {
        if (_missed)
            _told = reason;
        (_missed, Alone) = (true, true);
        Stop(reason, 1);
    }

    private void Stop(string reason, int pauses)
    {
        _failed = reason;
        Rows = null;
        _tryAgain = pauses == 0 ? 0 : Stopwatch.GetTimestamp() + (long)(Pause.TotalSeconds * pauses * Stopwatch.Frequency);
    }

    // Never 0, which is "not behind"; before the machine's own start it is negative.
    private static long Since(TimeSpan waited) => (Stopwatch.GetTimestamp() - (long)(waited.TotalSeconds * Stopwatch.Frequency)) | 1;
}
