using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Yhteys.Kernel.Sealing;

/// <summary>What has been fetched or opened, kept in memory by its id. When too much has come, all is let go: what is asked for comes back.</summary>
public sealed class KeptById<T>(int atMost) where T : notnull
{
    private readonly ConcurrentDictionary<Guid, T> _kept = new();
    private int _came;

    /// <summary>How much may come before all is let go.</summary>
    internal int AtMost { get; set; } = atMost;

    public IEnumerable<Guid> Ids => _kept.Keys;

    public bool Has(Guid id) => _kept.ContainsKey(id);

    public bool TryGet(Guid id, [MaybeNullWhen(false)] out T value) => _kept.TryGetValue(id, out value);

    public T Keep(Guid id, T value)
    {
        if (Interlocked.Increment(ref _came) > AtMost)
        {
            _came = 0;
            _kept.Clear();
        }

        return _kept[id] = value;
    }

    public void Forget(Guid id) => _kept.TryRemove(id, out _);
}
