using System.Runtime.InteropServices;

namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// Cells that follow from the shown sums by plain subtraction, each with the sums that it follows from. Cells that are nothing because all of
/// a sum is nothing are each an unknown of their own there: two of them never cancel out, since both need the sum.
/// </summary>
internal sealed class Known
{
    private readonly Component _part;
    private readonly Func<Sum, bool> _isShown;
    private readonly Dictionary<int, double>?[] _ways;
    private readonly Dictionary<int, double>?[] _noughts;
    private readonly int[] _open;
    private readonly long[] _left;
    private readonly List<int>[] _sumsOf;

    public Known(Component part, Func<Sum, bool> isShown)
    {
        (_part, _isShown) = (part, isShown);
        _ways = new Dictionary<int, double>?[part.Cells.Length];
        _noughts = new Dictionary<int, double>?[part.Cells.Length];
        _open = [.. part.Of.Select(cells => cells.Length)];
        _left = [.. part.Of.Select(cells => cells.Sum(cell => (long)part.Cells[cell]))];
        _sumsOf = [.. part.Cells.Select(_ => new List<int>())];
        var ready = new Queue<int>();
        for (var s = 0; s < part.Of.Length; s++)
        {
            if (!isShown(part.Sums[s]))
                continue;
            foreach (var cell in part.Of[s])
                _sumsOf[cell].Add(s);
            ready.Enqueue(s);
        }

        while (ready.TryDequeue(out var sum))
            // One open cell is what is left; of nothing left every cell is nothing.
            if (_open[sum] == 1 || (_open[sum] > 0 && _left[sum] == 0))
                Learn(sum, ready);
    }

    public bool Is(int cell) => _ways[cell] is not null;

    /// <summary>Shown sums with cells that are not known, and those cells.</summary>
    public IEnumerable<(int Sum, int[] Cells)> Open()
    {
        for (var s = 0; s < _open.Length; s++)
            if (_isShown(_part.Sums[s]) && _open[s] > 0)
                yield return (s, [.. _part.Of[s].Where(cell => !Is(cell))]);
    }

    /// <summary>The sums of ways that did not cancel out, and those behind their noughts.</summary>
    public HashSet<int> SumsOf(Dictionary<int, double> ways)
    {
        var (sums, seen) = (new HashSet<int>(), new HashSet<Dictionary<int, double>>(ReferenceEqualityComparer.Instance));
        var open = new Stack<Dictionary<int, double>>([ways]);
        while (open.TryPop(out var next))
            foreach (var (key, number) in next)
            {
                if (Math.Abs(number) <= Block.Tiny)
                    continue;
                if (key >= 0)
                    sums.Add(key);
                else if (seen.Add(_noughts[~key]!))
                    open.Push(_noughts[~key]!);
            }

        return sums;
    }

    /// <summary>Adds the sums from which a known cell follows, so many times.</summary>
    public void AddWays(Dictionary<int, double> to, int cell, double times)
    {
        foreach (var (sum, number) in _ways[cell]!)
            CollectionsMarshal.GetValueRefOrAddDefault(to, sum, out _) += number * times;
    }

    /// <summary>Adds a sum less its known cells, so many times: what it says of its open cells.</summary>
    public void AddWaysOf(Dictionary<int, double> to, int sum, double times)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(to, sum, out _) += times;
        foreach (var cell in _part.Of[sum])
            if (Is(cell))
                AddWays(to, cell, -times);
    }

    private void Learn(int from, Queue<int> ready)
    {
        var all = new Dictionary<int, double>();
        AddWaysOf(all, from, 1);
        var ways = all.Where(w => Math.Abs(w.Value) > Block.Tiny).ToDictionary(w => w.Key, w => w.Value);
        var areNoughts = _open[from] > 1;
        foreach (var cell in _part.Of[from].Where(cell => !Is(cell)).ToArray())
        {
            _noughts[cell] = areNoughts ? ways : null;
            _ways[cell] = areNoughts ? new() { [~cell] = 1 } : ways;
            foreach (var sum in _sumsOf[cell])
            {
                _open[sum]--;
                _left[sum] -= _part.Cells[cell];
                ready.Enqueue(sum);
            }
        }
    }
}
