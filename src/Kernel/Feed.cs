using System.Diagnostics;

namespace Yhteys.Kernel;

/// <summary>Live feed of one node: what has been committed, in order. A subscriber must be quick.</summary>
public sealed class Feed
{
    private volatile Action<IReadOnlyList<Recorded>>[] _subscribers = [];
    private readonly Lock _lock = new();

    public IDisposable Subscribe(Action<IReadOnlyList<Recorded>> subscriber)
    {
        lock (_lock)
            _subscribers = [.. _subscribers, subscriber];
        return new Subscription(this, subscriber);
    }

    private static readonly TimeSpan FailureLasts = TimeSpan.FromMinutes(10);
    private volatile Failure? _failure;

    /// <summary>The last error of a subscriber, if one had any lately.</summary>
    public string? Failed => _failure is { } failure && Stopwatch.GetElapsedTime(failure.At) < FailureLasts ? failure.Told : null;

    internal void Publish(IReadOnlyList<Recorded> events)
    {
        if (events.Count == 0)
            return;
        foreach (var subscriber in _subscribers)
            try
            {
                subscriber(events);
            }
            catch (Exception e)
            {
                // What is committed is committed: a screen that can't be told must not stop the journal or the other screens.
                _failure = new($"{e.GetType().Name}: {e.Message}", Stopwatch.GetTimestamp());
            }
    }

    private sealed record Failure(string Told, long At);

    private sealed class Subscription(Feed feed, Action<IReadOnlyList<Recorded>> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
                feed._subscribers = [.. feed._subscribers.Where(s => s != subscriber)];
        }
    }
}
