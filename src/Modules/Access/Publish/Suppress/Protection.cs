namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// Hides sums of one component until every secret in it is proven safe, or proven to be known from earlier publications alone. More hidden makes
/// no secret less safe, so it ends: at worst nothing of the component is shown.
/// </summary>
internal sealed class Protection
{
    private readonly Component _part;
    private readonly int _hideUpTo;
    private readonly long[] _values, _least, _most;
    private readonly HashSet<int> _givenUp = [];
    private readonly List<int>[] _sumsOf;
    private readonly Lazy<Reader?> _earlier;

    public Protection(Component part, int hideUpTo)
    {
        (_part, _hideUpTo) = (part, hideUpTo);
        _values = [.. part.Of.Select(cells => cells.Sum(cell => (long)part.Cells[cell]))];
        (_least, _most) = ([.. _values], [.. _values]);
        _sumsOf = [.. part.Cells.Select(_ => new List<int>())];
        for (var s = 0; s < part.Of.Length; s++)
            foreach (var cell in part.Of[s])
                _sumsOf[cell].Add(s);
        _earlier = new(() => part.Sums.Any(IsPublished) ? new Reader(part, [], IsPublished) : null);
    }

    public void Complete()
    {
        for (var s = 0; s < _values.Length; s++)
            if (_part.Sums[s].Kind == SumKind.Free && SmallCounts.IsSmall(_values[s], _hideUpTo))
                Hide(s);
        while (HideMore())
        {
        }
    }

    /// <summary>Hides one more sum for each secret that is not safe yet.</summary>
    /// <returns>False when all are safe.</returns>
    private bool HideMore()
    {
        var secrets = Enumerable.Range(0, _values.Length).Where(IsSecret).ToList();
        if (secrets.Count == 0)
            return false;
        var (reader, hidden) = (new Reader(_part, secrets, sum => sum.IsShown), new HashSet<int>());
        foreach (var secret in secrets.Where(s => !IsSafe(s)))
        {
            IReadOnlySet<int> ways = reader.WaysTo(secret, _least, _most, () => IsSafe(secret));
            // What the reader saw of a sum that has been hidden since says nothing of what is seen now.
            if (IsSafe(secret) || ways.Any(hidden.Contains))
                continue;
            if (!ways.Any(IsOpen) && !IsKnownEarlier(secret))
                ways = Around(secret);
            if (Cheapest(ways, secret) is not { } sum)
                // Known from earlier publications alone, or nothing of the component is left that could be hidden.
                _givenUp.Add(secret);
            else if (!ways.Any(hidden.Contains))
                hidden.UnionWith(Hide(sum));
        }

        return hidden.Count > 0;
    }

    private int? Cheapest(IReadOnlySet<int> ways, int secret) =>
        ways.Where(IsOpen).OrderBy(s => Loss(s, secret)).Select(s => (int?)s).FirstOrDefault();

    private bool IsOpen(int sum) => _part.Sums[sum] is { Kind: SumKind.Free or SumKind.Told, IsShown: true };

    private static bool IsPublished(Sum sum) => sum.Kind == SumKind.Published;

    /// <summary>What earlier publications tell can't be taken back, so it is no secret any more; only a proof counts, not that nothing was found to hide.</summary>
    private bool IsKnownEarlier(int secret) => _earlier.Value?.Width(secret) <= _hideUpTo;

    /// <summary>The nearest sums that could be hidden: those with a cell of the secret, or else with a cell of sums near it, and so on.</summary>
    private HashSet<int> Around(int secret)
    {
        var (near, before) = (new HashSet<int> { secret }, 0);
        while (near.Count > before && !near.Any(IsOpen))
        {
            before = near.Count;
            near.UnionWith(near.SelectMany(sum => _part.Of[sum]).Distinct().SelectMany(cell => _sumsOf[cell]).ToList());
        }

        return near;
    }

    private bool IsSecret(int sum) => !_part.Sums[sum].IsShown && !_givenUp.Contains(sum) && !IsSafe(sum)
        && _part.Sums[sum].Kind switch { SumKind.Told => false, SumKind.NeverShown => SmallCounts.IsSmall(_values[sum], _hideUpTo), _ => true };

    /// <summary>A reader can't say it nearer than the largest hidden count; nothing hidden is taken for nought, which a reader may guess.</summary>
    private bool IsSafe(int sum) => _most[sum] - Math.Max(_least[sum], 1) > _hideUpTo;

    /// <summary>What a reader loses when the sum is hidden, the more the less it helps: what lies tight between others, other figures, noughts.</summary>
    private double Loss(int sum, int secret) =>
        (_part.Sums[sum].Cost * (Room(sum) > _hideUpTo ? 1 : 100) * (_part.Sums[sum].Figure == _part.Sums[secret].Figure ? 1 : 4) * (_values[sum] == 0 ? 2 : 1)) + Math.Log2(1 + _values[sum]);

    /// <summary>How far the sum could move, were it hidden, between the shown sums that are a part of it and those that it is a part of.</summary>
    private long Room(int sum)
    {
        var cells = _part.Of[sum];
        var (least, most) = (0L, long.MaxValue);
        // A part of the sum is met once, at its own first cell; what the sum is a part of has the first cell of the sum.
        foreach (var cell in cells)
            foreach (var other in _sumsOf[cell])
                if (_part.Of[other][0] == cell && other != sum && _part.Sums[other].IsShown && IsPart(_part.Of[other], cells))
                    least = Math.Max(least, _values[other]);
        foreach (var other in _sumsOf[cells[0]])
            if (other != sum && _part.Sums[other].IsShown && IsPart(cells, _part.Of[other]))
                most = Math.Min(most, _values[other]);
        return most - least;
    }

    // Both are ascending.
    private static bool IsPart(int[] of, int[] whole)
    {
        var at = 0;
        if (of.Length > whole.Length)
            return false;
        foreach (var cell in of)
        {
            while (at < whole.Length && whole[at] < cell)
                at++;
            if (at == whole.Length || whole[at] != cell)
                return false;
        }

        return true;
    }

    /// <summary>Hides a sum and who follows it.</summary>
    /// <returns>What is hidden now.</returns>
    private int[] Hide(int sum)
    {
        var of = _part.Sums[sum];
        of.IsShown = false;
        if (of.Follower is not { Kind: SumKind.Free } follower)
            return [sum];
        follower.IsShown = false;
        return [sum, Array.FindIndex(_part.Sums, other => ReferenceEquals(other, follower))];
    }
}
