namespace Yhteys.Access.Publish.Suppress;

/// <summary>Cells that follow from the shown sums by plain subtraction, each with the sums that it follows from.</summary>
internal sealed class Known
{
    private readonly Component _part;
    private readonly Dictionary<int, double>?[] _ways;
    private readonly int[] _open;
    private readonly long[] _left;
    private readonly List<int>[] _sumsOf;

    public Known(Component part)
    {
        _part = part;
        _ways = new Dictionary<int, double>?[part.Cells.Length];
        _open = [.. part.Of.Select(cells => cells.Length)];
        _left = [.. part.Of.Select(cells => cells.Sum(cell => (long)part.Cells[cell]))];
        _sumsOf = [.. part.Cells.Select(_ => new List<int>())];
        var ready = new Queue<int>();
        for (var s = 0; s < part.Of.Length; s++)
        {
            if (!part.Sums[s].IsShown)
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
            if (_part.Sums[s].IsShown && _open[s] > 0)
                yield return (s, [.. _part.Of[s].Where(cell => !Is(cell))]);
    }

    /// <summary>Adds the sums from which a known cell follows, so many times.</summary>
    public void AddWays(Dictionary<int, double> to, int cell, double times)
    {
        foreach (var (sum, number) in _ways[cell]!)
            to[sum] = to.GetValueOrDefault(sum) + (number * times);
    }

    /// <summary>Adds a sum less its known cells, so many times: what it says of its open cells.</summary>
    public void AddWaysOf(Dictionary<int, double> to, int sum, double times)
    {
        to[sum] = to.GetValueOrDefault(sum) + times;
        foreach (var cell in _part.Of[sum].Where(Is))
            AddWays(to, cell, -times);
    }

    private void Learn(int from, Queue<int> ready)
    {
        var all = new Dictionary<int, double>();
        AddWaysOf(all, from, 1);
        var ways = all.Where(w => Math.Abs(w.Value) > Block.Tiny).ToDictionary(w => w.Key, w => w.Value);
        foreach (var cell in _part.Of[from].Where(cell => !Is(cell)).ToArray())
        {
            _ways[cell] = ways;
            foreach (var sum in _sumsOf[cell])
            {
                _open[sum]--;
                _left[sum] -= _part.Cells[cell];
                ready.Enqueue(sum);
            }
        }
    }
}
