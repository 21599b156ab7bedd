using System.Collections.Concurrent;
using NodaTime;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>Who is looking at a matter just now. Kept in memory only: looking is no event.</summary>
internal sealed class Presence(IClock clock)
{
    private static readonly Duration Lasts = Duration.FromMinutes(3);
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, (string Name, Instant At)>> _looking = new();
    private Instant _swept = Instant.MinValue;

    /// <summary>Marks the reader and answers the names of the others.</summary>
    public IReadOnlyList<string> Look(Guid matter, Guid who, string name)
    {
        var now = clock.GetCurrentInstant();
        Sweep(now);
        var readers = _looking.GetOrAdd(matter, _ => new());
        readers[who] = (name, now);
        return Others(readers, who, now);
    }

    /// <summary>The names of those but the reader who are looking at it.</summary>
    public IReadOnlyList<string> Others(Guid matter, Guid who) => _looking.TryGetValue(matter, out var readers) ? Others(readers, who, clock.GetCurrentInstant()) : [];

    private static IReadOnlyList<string> Others(ConcurrentDictionary<Guid, (string Name, Instant At)> readers, Guid who, Instant now) =>
        [.. readers.Where(r => r.Key != who && r.Value.At + Lasts >= now).Select(r => r.Value.Name).Order(StringComparer.Ordinal)];

    // Once in a while, so that a page costs nothing for the matters that others look at.
    private void Sweep(Instant now)
    {
        if (now - _swept < Lasts)
            return;
        _swept = now;
        foreach (var (matter, readers) in _looking)
            if (readers.Values.All(r => r.At + Lasts < now))
                _looking.TryRemove(matter, out _);
    }
}
