using System.Collections.Concurrent;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Web.Live;

/// <summary>
/// Passes on to the open browsers of this node what has moved, and to which position of the journal. The topic of a committed
/// event is its module (<c>cases</c>), of news to those who follow a matter also the matter; other parts may publish topics of their own. Who may hear which, <see cref="LiveTopics"/> says.
/// </summary>
internal sealed class LiveFeed : IDisposable
{
    private readonly ConcurrentDictionary<LiveListener, byte> listeners = new();
    private readonly IDisposable subscription;

    public LiveFeed(Journal journal) => subscription = journal.Feed.Subscribe(Tell);

    /// <summary>Topics are words of the screens; they hold no personal data.</summary>
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

    public void Dispose() => subscription.Dispose();

    private void Tell(IReadOnlyList<Recorded> events)
    {
        if (listeners.IsEmpty)
            return;
        foreach (var recorded in events)
        {
            Publish(recorded.Alias[..recorded.Alias.IndexOf('.', StringComparison.Ordinal)], recorded.Position);
            if (MatterStory.IsNews(recorded.Event))
                Publish(CasesPages.LiveMessages(recorded.Stream), recorded.Position);
        }
    }
}
