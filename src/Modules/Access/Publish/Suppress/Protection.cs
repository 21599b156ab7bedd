namespace Yhteys.Access.Publish.Suppress;

/// <summary>Hides sums of one component until every secret in it is safe. More hidden makes no secret less safe, so it ends.</summary>
internal sealed class Protection
{
    private readonly Component _part;
    private readonly int _hideUpTo;
    private readonly long[] _values, _least, _most;
    private readonly HashSet<int> _knownEarlier = [];
    private readonly List<int>[] _sumsOf;

    public Protection(Component part, int hideUpTo)
    {
        (_part, _hideUpTo) = (part, hideUpTo);
        _values = [.. part.Of.Select(cells => cells.Sum(cell => (long)part.Cells[cell]))];
        (_least, _most) = ([.. _values], [.. _values]);
        _sumsOf = [.. part.Cells.Select(_ => new List<int>())];
        for (var s = 0; s < part.Of.Length; s++)
            foreach (var cell in part.Of[s])
                _sumsOf[cell].Add(s);
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
        var (reader, hidden) = (new Reader(_part, secrets), new HashSet<int>());
        foreach (var secret in secrets.Where(s => !IsSafe(s)))
        {
            var ways = reader.WaysTo(secret, _least, _most, () => IsSafe(secret));
            if (IsSafe(secret) || ways.Any(hidden.Contains))
                continue;
            if (Cheapest(ways, secret) is { } sum)
            {
                Hide(sum);
                hidden.Add(sum);
            }
            else
            {
                // What earlier publications tell can't be taken back: it is no secret any more.
                _knownEarlier.Add(secret);
            }
        }

        return hidden.Count > 0;
    }

    private int? Cheapest(IReadOnlySet<int> ways, int secret)
    {
        // Without a way the numbers did not say what stops the secret from moving: then anything else of the component goes.
        var among = ways.Count > 0 ? ways : Enumerable.Range(0, _values.Length);
        return among.Where(s => _part.Sums[s] is { Kind: SumKind.Free, IsShown: true }).OrderBy(s => Loss(s, secret)).Select(s => (int?)s).FirstOrDefault();
    }

    private bool IsSecret(int sum) => !_part.Sums[sum].IsShown && !_knownEarlier.Contains(sum) && !IsSafe(sum)
        && (_part.Sums[sum].Kind != SumKind.NeverShown || SmallCounts.IsSmall(_values[sum], _hideUpTo));

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
        foreach (var other in cells.SelectMany(cell => _sumsOf[cell]).Distinct())
        {
            if (other == sum || !_part.Sums[other].IsShown)
                continue;
            if (_part.Of[other].Length <= cells.Length && IsPart(_part.Of[other], cells))
                least = Math.Max(least, _values[other]);
            if (_part.Of[other].Length >= cells.Length && IsPart(cells, _part.Of[other]))
                most = Math.Min(most, _values[other]);
        }

        return most - least;
    }

    // Both are ascending.
    private static bool IsPart(int[] of, int[] whole)
    {
        var at = 0;
        foreach (var cell in of)
        {
            while (at < whole.Length && whole[at] < cell)
                at++;
            if (at == whole.Length || whole[at] != cell)
                return false;
        }

        return true;
    }

    private void Hide(int sum)
    {
        var of = _part.Sums[sum];
        of.IsShown = false;
        if (of.Follower is { Kind: SumKind.Free } follower)
            follower.IsShown = false;
    }
}
