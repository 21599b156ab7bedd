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
    public Law? On(Instant time)
    {
        var numbers = ContentKinds.Guarded.Select(kind => (Kind: kind, Number: history.NumberOn(kind, time))).ToList();
        return numbers.Exists(n => n.Number is null)
            ? null
            : _read.GetOrAdd(Key(numbers.Select(n => (n.Kind, n.Number!.Value))), _ => Read([.. ContentKinds.Guarded.Select(kind => history.On(kind, time)!)]));
    }

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
        : _read.GetOrAdd(Key(versions.Select(v => (v!.Kind, v.Version))), _ => Read(versions!));

    private static string Key(IEnumerable<(string Kind, int Number)> versions) => string.Join(' ', versions.Select(v => $"{v.Kind}/{v.Number}"));

    private Law? Read(IReadOnlyList<ContentTakenIntoUse> versions) =>
        content.WithTaken(versions.ToDictionary(v => v.Kind, v => v.ToFiles(), StringComparer.Ordinal)).Next is { } then ? Law.Of(then) : null;
}
