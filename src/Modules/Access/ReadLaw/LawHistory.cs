using System.Collections.Concurrent;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.ReadLaw;

/// <summary>The law as it was in use at a time, from the texts that the journal holds.</summary>
internal sealed class LawHistory(ContentHistory history, ContentStore content)
{
    private readonly ConcurrentDictionary<string, Law?> _read = new(StringComparer.Ordinal);

    /// <summary>Null before the first version, and when this program no longer understands the version.</summary>
    public Law? On(Instant time) => Of([.. ContentKinds.Guarded.Select(kind => history.On(kind, time))]);

    public LawVersions All()
    {
        var kinds = ContentKinds.Guarded.Select(history.All).ToList();
        return new(
            [.. kinds.SelectMany(kind => kind.Select(v => v.At)).Distinct().Order().Select(at => new LawTime(at, Of([.. kinds.Select(kind => kind.LastOrDefault(v => v.At <= at).Version)])))],
            [.. kinds.SelectMany(kind => kind)], history.Versions());
    }

    // Few versions are ever in use, and each is read once.
    private Law? Of(IReadOnlyList<ContentTakenIntoUse?> versions) => versions.Contains(null)
        ? null
        : _read.GetOrAdd(string.Join(' ', versions.Select(v => v!.Hash)), _ =>
            content.WithTaken(versions.ToDictionary(v => v!.Kind, v => v!.ToFiles(), StringComparer.Ordinal)).Next is { } then ? Law.Of(then) : null);
}
