using System.Collections.Concurrent;

namespace Yhteys.Web.Live;

/// <summary>Passes on to the open browsers of this node which topics have moved and to which position of the journal.</summary>
internal sealed class LiveFeed
{
    private readonly ConcurrentDictionary<LiveListener, byte> listeners = new();

    /// <summary>Topics are words of the screens, e.g. <c>worklist</c> or <c>matter:…</c>; they hold no personal data.</summary>
    public void Publish(string topic, long position)
    {
        foreach (var listener in listeners.Keys)
            listener.Hear(topic, position);
    }

    public LiveListener Listen(IReadOnlyCollection<string> topics)
    {
        var listener = new LiveListener(topics, l => listeners.TryRemove(l, out _));
        listeners.TryAdd(listener, 0);
        return listener;
    }

    public int Listeners => listeners.Count;
}
