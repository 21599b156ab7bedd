using System.Diagnostics;

namespace Yhteys.Kernel.Views;

/// <summary>A following view and how far it is. Written by the writer's thread, read by any.</summary>
/// <param name="waited">How long the oldest event that it has not folded has waited.</param>
internal sealed class Followed(View view, long position, long head, TimeSpan waited)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause is sixteen times the first.</summary>
    private const int MostDoublings = 4;

    private long _position = position;
    private long _behindSince = position < head ? Since(waited) : 0;
    private long _tryAgain;
    private int _failures;
    private volatile string? _failed;

    public View View { get; } = view;
    public long Position => Volatile.Read(ref _position);
    public RowCache? Rows { get; set; }

    /// <summary>It failed the last time, for whatever reason.</summary>
    public bool HasFailed => _failed is not null;

    /// <summary>How often it has failed since it was folded.</summary>
    public int Failures => _failures;

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
        (_failed, _failures) = (null, 0);
        Volatile.Write(ref _behindSince, position >= head ? 0 : _behindSince == 0 ? Since(TimeSpan.Zero) : _behindSince);
    }

    public void Fail(string reason, bool again)
    {
        _failed = reason;
        Rows = null;
        _tryAgain = 0;
        if (again)
            Pause(1 << Math.Min(_failures++, MostDoublings));
    }

    /// <summary>Its turn comes later.</summary>
    public void Pause() => Pause(1);

    private void Pause(int times) => _tryAgain = Stopwatch.GetTimestamp() + (long)(FirstPause.TotalSeconds * times * Stopwatch.Frequency);

    // Never 0, which is "not behind"; before the machine's own start it is negative.
    private static long Since(TimeSpan waited) => (Stopwatch.GetTimestamp() - (long)(waited.TotalSeconds * Stopwatch.Frequency)) | 1;
}
