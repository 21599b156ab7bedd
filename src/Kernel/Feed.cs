namespace Yhteys.Kernel;

/// <summary>Live feed of one node: what has been committed, in order. A subscriber must be quick and must not throw.</summary>
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

    internal void Publish(IReadOnlyList<Recorded> events)
    {
        foreach (var subscriber in _subscribers)
            subscriber(events);
    }

    private sealed class Subscription(Feed feed, Action<IReadOnlyList<Recorded>> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
                feed._subscribers = [.. feed._subscribers.Where(s => s != subscriber)];
        }
    }
}
