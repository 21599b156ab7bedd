namespace Yhteys.Access.Publish.Suppress;

/// <summary>Sums that have cells in common, with those cells renumbered from 0.</summary>
/// <param name="Cells">The true counts of the cells.</param>
/// <param name="Of">The cells of each sum.</param>
internal sealed record Component(int[] Cells, Sum[] Sums, int[][] Of);

/// <summary>Splits sums into parts without a common cell: each part is protected by itself.</summary>
internal static class Components
{
    public static IEnumerable<Component> Of(int[] cells, IReadOnlyList<Sum> sums)
    {
        var groups = new Groups(cells.Length);
        foreach (var sum in sums)
        {
            foreach (var cell in sum.Cells)
                groups.Join(sum.Cells[0], cell);
            if (sum is { Cells: [var one, ..], Follower.Cells: [var other, ..] })
                groups.Join(one, other);
        }

        foreach (var part in sums.Where(s => s.Cells.Length > 0).GroupBy(s => groups.Of(s.Cells[0])))
            yield return Merged(cells, [.. part]);
    }

    /// <summary>Cells that stand in the same sums become one: nothing that is shown tells them apart.</summary>
    private static Component Merged(int[] cells, Sum[] sums)
    {
        var memberships = new SortedDictionary<int, List<int>>();
        for (var s = 0; s < sums.Length; s++)
            foreach (var cell in sums[s].Cells)
            {
                if (!memberships.TryGetValue(cell, out var found))
                    memberships[cell] = found = [];
                found.Add(s);
            }

        var (number, values, merged) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int>(), sums.Select(_ => new List<int>()).ToArray());
        foreach (var (cell, found) in memberships)
        {
            var signature = string.Join(',', found);
            if (!number.TryGetValue(signature, out var at))
            {
                number[signature] = at = values.Count;
                values.Add(0);
                foreach (var s in found)
                    merged[s].Add(at);
            }

            values[at] += cells[cell];
        }

        return new([.. values], sums, [.. merged.Select(m => m.ToArray())]);
    }
}

/// <summary>Which numbers belong together (union–find).</summary>
internal sealed class Groups(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Of(int member)
    {
        while (_parents[member] != member)
            member = _parents[member] = _parents[_parents[member]];
        return member;
    }

    public void Join(int one, int other) => _parents[Of(other)] = Of(one);
}
