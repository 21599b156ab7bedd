using System.Collections.Concurrent;
using NodaTime;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>Who is looking at a matter just now. Kept in memory only: looking is no event.</summary>
internal sealed class Presence(IClock clock)
{
    private static readonly Duration Lasts = Duration.FromMinutes(3);
    private readonly ConcurrentDictionary<(Guid Matter, Guid Who), (string Name, Instant At)> _looking = new();

    /// <summary>Marks the reader and answers the names of the others.</summary>
    public IReadOnlyList<string> Look(Guid matter, Guid who, string name)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (key, value) in _looking)
            if (value.At + Lasts < now)
                _looking.TryRemove(new(key, value));
        _looking[(matter, who)] = (name, now);
        return [.. _looking.Where(l => l.Key.Matter == matter && l.Key.Who != who).Select(l => l.Value.Name).Order(StringComparer.Ordinal)];
    }
}
