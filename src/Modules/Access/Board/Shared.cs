using System.Diagnostics;

namespace Yhteys.Access.Board;

/// <summary>An answer that all readers share, counted by one at a time.</summary>
internal sealed class Shared<T>(Func<Counted<T>> count) where T : class
{
    private readonly Lock _counting = new();
    private volatile Counted<T>? _last;
    private bool _renewing;

    /// <param name="waits">An answer that is good no more is counted anew; else it goes on for a while, and another is counted beside the readers.</param>
    public T Now(bool waits = true)
    {
        if (_last is { } last && (last.IsFresh || (last.IsGoodEnough && (!waits || !_counting.TryEnter()))))
        {
            if (!waits && !last.IsFresh && !Interlocked.Exchange(ref _renewing, true))
                _ = Task.Run(Renew);
            return last.Answer;
        }

        if (!_counting.IsHeldByCurrentThread)
            _counting.Enter();
        try
        {
            return _last is { IsFresh: true } counted ? counted.Answer : (_last = count()).Answer;
        }
        finally
        {
            _counting.Exit();
        }
    }

    // Whoever waits for the next answer meets the same failure.
    private void Renew()
    {
        try
        {
            Now();
        }
        finally
        {
            Volatile.Write(ref _renewing, false);
        }
    }
}

/// <summary>An answer as it was counted.</summary>
/// <param name="Good">Seconds for which it is good although something may have moved; three times that while another is counted.</param>
/// <param name="IsStill">Whether at this age, in seconds, it is what would be counted, or near enough.</param>
internal sealed record Counted<T>(T Answer, double Good, Func<double, bool> IsStill) where T : class
{
    private readonly long _since = Stopwatch.GetTimestamp();

    public bool IsFresh => IsStill(Age);

    public bool IsGoodEnough => Age < 3 * Good;

    private double Age => Stopwatch.GetElapsedTime(_since).TotalSeconds;
}
