using NodaTime;

namespace Yhteys.Kernel.Integrity;

/// <summary>What a head file has seen, held against one walk of its chain. Made before the database is looked at: each head must then be there.</summary>
public sealed class SeenHeads
{
    /// <summary>Links of a longer time than this without a head: a program writes one each second, and a copy of the file may be taken a moment before that of the database.</summary>
    internal static readonly Duration Margin = Duration.FromMinutes(1);

    private readonly string _link;
    private readonly List<SeenHead> _heads;
    private readonly List<(SeenHead Before, SeenHead After)> _restored;

    // A file that this program writes gets its next head in a moment.
    private readonly bool _isComplete;
    private int _next;
    private long _latest;
    private long? _firstUnseen, _first, _firstSeen;

    /// <param name="link">What the chain is of, in a word: event, entry.</param>
    public SeenHeads(HeadFile? file, string link)
    {
        (_link, _heads, _isComplete) = (link, [.. file?.Read() ?? []], file is { IsBeingWritten: false });
        _restored = [.. _heads.Zip(_heads.Skip(1)).Where(p => p.Second.Position < p.First.Position)];
        _heads.Sort((a, b) => a.Position.CompareTo(b.Position));
    }

    private long Last => _heads.Count > 0 ? _heads[^1].Position : 0;

    /// <summary>Asked of each link in their order: as often as the file has seen another one in its place.</summary>
    /// <param name="recorded">Ticks of 100 ns since 1970. A link that tells of an earlier time than one before it is of no time.</param>
    public IEnumerable<string> At(long position, byte[] mac, long recorded)
    {
        if (recorded >= _latest)
        {
            _latest = recorded;
            _first ??= recorded;
            if (_heads.Count > 0 && position == _heads[0].Position)
                _firstSeen = recorded;
            if (position > Last)
                _firstUnseen ??= recorded;
        }

        for (; _next < _heads.Count && _heads[_next].Position <= position; _next++)
            if (_heads[_next] is var seen && seen.Position == position && seen.Mac != SeenHead.MacOf(mac))
                yield return $"the head file outside the database knows another {_link} here";
    }

    /// <summary>Asked after the walk: what is missing from the end, and what was missing once.</summary>
    /// <param name="last">The last link in the database.</param>
    public IEnumerable<(long Position, string What)> AtEnd(long last)
    {
        if (Last > last)
            yield return (last, $"the tail is cut, or an old copy was restored: the head file has seen {_link} {Last}");
        foreach (var (before, after) in _restored)
            yield return (after.Position, $"an old copy was restored here: the head file had already seen {_link} {before.Position}");
    }

    /// <summary>
    /// Asked after the walk: the first link that the file tells of, when links of a longer time came before it. Then the file was begun anew, after another one was
    /// lost or taken away, or by a node that came later: it does not tell of what was cut before.
    /// </summary>
    public long? Begins => _isComplete && _firstSeen - _first is { } late && Duration.FromTicks(late) > Margin ? _heads[0].Position : null;

    /// <summary>
    /// Asked after the walk: whether the file lacks what a program would have written, so that it can't tell whether the tail is cut. One that was killed leaves
    /// the links of its last second without a head, whenever that was.
    /// </summary>
    public IEnumerable<(long Position, string What)> Lacking()
    {
        if (_isComplete && _firstUnseen is { } first && Duration.FromTicks(_latest - first) > Margin)
            yield return (Last, Last == 0
                ? "the head file outside the database is missing or empty, so nothing tells whether the tail is cut"
                : $"the head file outside the database ends at {_link} {Last}: it was cut or is an old copy, or no head could be written since, so nothing tells whether the tail is cut");
    }
}
