namespace Yhteys.Kernel.Integrity;

/// <summary>What a head file has seen, held against one walk of its chain. Made before the database is looked at: each head must then be there.</summary>
public sealed class SeenHeads
{
    private readonly string _link;
    private readonly List<SeenHead> _heads;
    private readonly List<(SeenHead Before, SeenHead After)> _restored;
    private int _next;

    /// <param name="link">What the chain is of, in a word: event, entry.</param>
    public SeenHeads(HeadFile? file, string link)
    {
        (_link, _heads) = (link, [.. file?.Read() ?? []]);
        _restored = [.. _heads.Zip(_heads.Skip(1)).Where(p => p.Second.Position < p.First.Position)];
        _heads.Sort((a, b) => a.Position.CompareTo(b.Position));
    }

    /// <summary>Asked of each link in their order: as often as the file has seen another one in its place.</summary>
    public IEnumerable<string> At(long position, byte[] mac)
    {
        for (; _next < _heads.Count && _heads[_next].Position <= position; _next++)
            if (_heads[_next] is var seen && seen.Position == position && seen.Mac != SeenHead.MacOf(mac))
                yield return $"the head file outside the database knows another {_link} here";
    }

    /// <summary>Asked after the walk: what is missing from the end, and what was missing once.</summary>
    /// <param name="last">The last link in the database.</param>
    public IEnumerable<(long Position, string What)> AtEnd(long last)
    {
        if (_heads.Count > 0 && _heads[^1].Position > last)
            yield return (last, $"the tail is cut, or an old copy was restored: the head file has seen {_link} {_heads[^1].Position}");
        foreach (var (before, after) in _restored)
            yield return (after.Position, $"an old copy was restored here: the head file had already seen {_link} {before.Position}");
    }
}
