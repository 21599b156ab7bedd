namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// What a diligent reader finds out from the shown sums of a component: cells that follow at once, and for the others the least and the
/// most that they can be. <see cref="WaysTo"/> names the sums without which a secret would be less known.
/// </summary>
internal sealed class Reader
{
    private readonly Component _part;
    private readonly Known _known;
    private readonly Dictionary<int, Lazy<Block>> _blockOf = [];

    /// <summary>Finds what follows from the sums, and splits the rest into blocks, each made when it is first asked.</summary>
    /// <param name="isShown">Which sums the reader sees.</param>
    public Reader(Component part, IReadOnlyList<int> secrets, Func<Sum, bool> isShown)
    {
        (_part, _known) = (part, new Known(part, isShown));
        var groups = new Groups(part.Cells.Length);
        var open = _known.Open().ToList();
        foreach (var (_, cells) in open)
            foreach (var cell in cells)
                groups.Join(cells[0], cell);
        var sums = open.ToLookup(sum => groups.Of(sum.Cells[0]));
        foreach (var cells in Enumerable.Range(0, part.Cells.Length).Where(cell => !_known.Is(cell)).GroupBy(groups.Of))
        {
            var block = new Lazy<Block>(() => new(part.Cells, [.. cells], [.. sums[cells.Key]], [.. secrets.Select(s => (s, part.Of[s]))]));
            foreach (var cell in cells)
                _blockOf[cell] = block;
        }
    }

    /// <summary>The sums that together bound the secret; the bounds found on the way go into least and most, for other secrets too.</summary>
    /// <param name="isSafe">Asked after each step: when the secret is safe, nothing more is looked for.</param>
    public IReadOnlySet<int> WaysTo(int secret, long[] least, long[] most, Func<bool> isSafe)
    {
        var ways = new Dictionary<int, double>();
        long up = 0, down = 0;
        foreach (var cell in _part.Of[secret].Where(_known.Is))
            _known.AddWays(ways, cell, 1);
        var blocks = BlocksOf(secret);
        var bounding = blocks.Count == 0 ? _known.SumsOf(ways) : [];
        foreach (var block in blocks)
            foreach (var sign in (int[])[1, -1])
            {
                var (moved, prices) = block.Push(_part.Of[secret], sign, least, most);
                (up, down) = sign > 0 ? (up + moved, down) : (up, down + moved);
                // Blocks have nothing in common, so the ends of all of them can hold at once.
                var truth = _part.Of[secret].Sum(cell => (long)_part.Cells[cell]);
                most[secret] = Math.Max(most[secret], truth + up);
                least[secret] = Math.Min(least[secret], truth - down);
                if (isSafe())
                    return new HashSet<int>();
                var through = new Dictionary<int, double>(ways);
                foreach (var (sum, price) in prices)
                    _known.AddWaysOf(through, sum, price);
                bounding.UnionWith(_known.SumsOf(through));
            }

        return bounding;
    }

    /// <summary>By how much the most that the secret can be is over the least; null unless that is proven in whole numbers.</summary>
    public long? Width(int secret)
    {
        long width = 0;
        foreach (var block in BlocksOf(secret))
            foreach (var sign in (int[])[1, -1])
            {
                if (block.Bound(_part.Of[secret], sign) is not { } bound)
                    return null;
                width += bound;
            }

        return width;
    }

    private List<Block> BlocksOf(int secret) => [.. _part.Of[secret].Where(cell => !_known.Is(cell)).Select(cell => _blockOf[cell]).Distinct().Select(block => block.Value)];
}
