namespace Yhteys.Demo.Population;

/// <summary>
/// A small generator (SplitMix64) of our own: the demonstration county must be the same on every version of the run time,
/// which <see cref="Random"/> doesn't promise.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator whose throws don't depend on how many this one has made since; one for each purpose.</summary>
    public static Dice For(ulong seed, string purpose)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in purpose) hash = (hash ^ c) * 1099511628211UL;
        return new(seed ^ hash);
    }

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0, 1, … below the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The common ones often, the rare ones seldom: weight 1 / (rank + 8), as in name statistics.</summary>
    public T PickByRank<T>(IReadOnlyList<T> items)
    {
        var last = Math.Log((items.Count + 8) / 8.0);
        return items[Math.Min(items.Count - 1, (int)(8 * Math.Exp(Share() * last) - 8))];
    }

    public T PickWeighted<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = Share() * items.Sum(weight);
        foreach (var item in items)
            if ((left -= weight(item)) < 0) return item;
        return items[^1];
    }

    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }
}
