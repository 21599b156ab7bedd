using System.Collections.Concurrent;

namespace Yhteys.Web.Live;

/// <summary>One browser's ear: of many moves of a topic only the last is kept.</summary>
internal sealed class LiveListener(IReadOnlyCollection<string> topics, Action<LiveListener> stop) : IDisposable
{
    private readonly ConcurrentDictionary<string, long> heard = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim news = new(0, 1);

    public void Hear(string topic, long position)
    {
        if (!topics.Contains(topic, StringComparer.Ordinal))
            return;
        heard.AddOrUpdate(topic, position, (_, before) => Math.Max(before, position));
        try
        {
            news.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody has already been told, or the browser has just gone.
        }
    }

    /// <summary>What moved since the last call; empty when nothing did in <paramref name="patience"/>.</summary>
    /// <param name="gather">How long to wait for more after the first move.</param>
    public async Task<IReadOnlyList<(string Topic, long Position)>> Next(TimeSpan patience, TimeSpan gather, CancellationToken cancel)
    {
        if (!await news.WaitAsync(patience, cancel))
            return [];
        await Task.Delay(gather, cancel);
        return [.. heard.Keys.Select(Take).OfType<(string, long)>()];
    }

    private (string, long)? Take(string topic) => heard.TryRemove(topic, out var position) ? (topic, position) : null;

    public void Dispose()
    {
        stop(this);
        news.Dispose();
    }
}
