using System.Diagnostics;

namespace Yhteys.Kernel.Views;

/// <summary>A following view and how far it is. Written by the writer's thread, read by any.</summary>
internal sealed class Followed(View view, long position, long head)
{
    private const int TryAgainMs = 1_000;
    private long _position = position;
    private long _behindSince = position < head ? Stopwatch.GetTimestamp() : 0;
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
            Volatile.Write(ref _behindSince, Stopwatch.GetTimestamp());
    }

    public void Folded(long position, long head)
    {
        Volatile.Write(ref _position, position);
        _failed = null;
        Volatile.Write(ref _behindSince, position >= head ? 0 : Math.Max(_behindSince, 1));
    }

    public void Fail(string reason, bool again)
    {
        _failed = reason;
        Rows = null;
        _tryAgain = again ? Stopwatch.GetTimestamp() + (TryAgainMs * Stopwatch.Frequency / 1_000) : 0;
    }
}
