using System.Diagnostics;

namespace Yhteys.Kernel.Views;

/// <summary>A following view and how far it is. Written by the writer's thread, read by any.</summary>
/// <param name="waited">How long the oldest event that it has not folded has waited.</param>
internal sealed class Followed(View view, long position, long head, TimeSpan waited)
{
    private const int TryAgainMs = 1_000;
    private long _position = position;
    private long _behindSince = position < head ? Since(waited) : 0;
    private long _tryAgain;
    private volatile string? _failed;

    public View View { get; } = view;
    public long Position => Volatile.Read(ref _position);
    public RowCache? Rows { get; set; }

    /// <summary>Whether it is worth folding now.</summary>
    public bool Works => _failed is null || (_tryAgain > 0 && Stopwatch.GetTimestamp() > _tryAgain);

    public FollowingState State(long head)
    {
        var since = Volatile.Read(ref _behindSince);
        return new(View.Name, Position, _failed, Math.Max(0, head - Position), since == 0 ? 0 : Stopwatch.GetElapsedTime(since).TotalSeconds);
    }

    public void Seen(long head)
    {
        if (_behindSince == 0 && Position < head)
            Volatile.Write(ref _behindSince, Since(TimeSpan.Zero));
    }

    public void Folded(long position, long head)
    {
        Volatile.Write(ref _position, position);
        _failed = null;
        Volatile.Write(ref _behindSince, position >= head ? 0 : _behindSince == 0 ? Since(TimeSpan.Zero) : _behindSince);
    }

    public void Fail(string reason, bool again)
    {
        _failed = reason;
        Rows = null;
        _tryAgain = again ? Stopwatch.GetTimestamp() + (TryAgainMs * Stopwatch.Frequency / 1_000) : 0;
    }

    // Never 0, which is "not behind"; before the machine's own start it is negative.
    private static long Since(TimeSpan waited) => (Stopwatch.GetTimestamp() - (long)(waited.TotalSeconds * Stopwatch.Frequency)) | 1;
}
