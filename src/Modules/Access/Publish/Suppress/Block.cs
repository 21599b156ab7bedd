namespace Yhteys.Access.Publish.Suppress;

/// <summary>
/// Tables that agree with some shown sums: moves cells as far as the sums let them (the simplex method), from the true table on. Only
/// tables of whole numbers that agree exactly are believed, so an error of rounding can't make a secret look safe.
/// </summary>
internal sealed class Block
{
    public const double Tiny = 1e-7;
    private const int DantzigSteps = 500, MostTimes = 12;
    private const double Far = 1 << 20;

    private readonly int[] _cells, _truth, _sums;
    private readonly int[][] _rows;
    private readonly double[][] _tableau;
    private readonly double[] _now;
    private readonly int[] _basis, _rowOf;
    private readonly (int Secret, int[] Cells, long Truth)[] _watched;
    private readonly Dictionary<int, int> _local;

    /// <summary>Begins at a corner near the truth.</summary>
    /// <param name="truth">The true counts of all cells.</param>
    /// <param name="cells">The cells of this block, none of them known.</param>
    /// <param name="sums">Shown sums, with their cells that are in the block.</param>
    /// <param name="secrets">Secrets, with all their cells.</param>
    public Block(int[] truth, int[] cells, (int Sum, int[] Cells)[] sums, (int Secret, int[] Cells)[] secrets)
    {
        _cells = cells;
        _local = cells.Select((cell, i) => (cell, i)).ToDictionary(pair => pair.cell, pair => pair.i);
        _truth = [.. cells.Select(cell => truth[cell])];
        _sums = [.. sums.Select(s => s.Sum)];
        _rows = [.. sums.Select(s => Local(s.Cells))];
        _watched = [.. secrets.Where(s => s.Cells.Any(_local.ContainsKey)).Select(s => (s.Secret, Local(s.Cells), s.Cells.Sum(cell => (long)truth[cell])))];
        _tableau = [.. _rows.Select((row, i) => Row(row, i))];
        _now = [.. _truth.Select(count => (double)count)];
        _basis = [.. Enumerable.Repeat(-1, _rows.Length)];
        _rowOf = [.. Enumerable.Repeat(-1, cells.Length)];
        for (var i = 0; i < _rows.Length; i++)
            if (LargestIn(i) is >= 0 and var j)
                Pivot(i, j, []);
        ToCorner();
    }

    /// <summary>Pushes the sum of the cells up (1) or down (−1) as far as it goes.</summary>
    /// <returns>How far it went from the truth in whole tables, and the price of each sum that stops it.</returns>
    public (long Moved, IEnumerable<(int Sum, double Price)> Prices) Push(int[] cells, int sign, long[] least, long[] most)
    {
        var (moved, prices) = Push(Local(cells), least, most, sign);
        return (moved, [.. _sums.Zip(prices).Where(p => Math.Abs(p.Second) > Tiny)]);
    }

    /// <summary>How far up (1) or down (−1), as a sum with that sign, the cells can go at the most; null unless that is proven in whole numbers.</summary>
    public long? Bound(int[] cells, int sign)
    {
        var form = Local(cells);
        var (_, prices) = Push(form, [], [], sign);
        // So many times the form is never more than whole times the sums: a proof whatever the error of rounding. Prices are mostly whole or halves.
        for (var times = 1; times <= MostTimes && prices.Length > 0; times++)
        {
            var (most, over) = (0L, new long[_cells.Length]);
            for (var i = 0; i < prices.Length; i++)
                foreach (var j in _rows[i])
                {
                    var price = (long)Math.Round(prices[i] * times);
                    (most, over[j]) = (most + (price * _truth[j]), over[j] + price);
                }

            foreach (var j in form)
                over[j] -= sign * times;
            if (Array.TrueForAll(over, n => n >= 0))
                return (long)Math.Floor((decimal)most / times);
        }

        return null;
    }

    private (long Moved, double[] Prices) Push(int[] form, long[] least, long[] most, int sign)
    {
        var gain = new double[_cells.Length + _rows.Length];
        foreach (var j in form)
            gain[j] = sign;
        for (var i = 0; i < _rows.Length; i++)
            if (_basis[i] >= 0 && gain[_basis[i]] is not 0 and var price)
                Subtract(gain, _tableau[i], price);
        var best = Seen(form, sign, least, most);
        for (var step = 0; Entering(gain, step) is >= 0 and var j; step++)
        {
            var (leaving, by) = Leaving(j);
            if (leaving < 0)
                return (Math.Max(best, Ray(j, form, sign, least, most)), []);
            Move(j, by);
            Pivot(leaving, j, gain);
            if (by > Tiny)
                best = Math.Max(best, Seen(form, sign, least, most));
        }

        return (best, [.. gain.Skip(_cells.Length).Select(price => -price)]);
    }

    private double[] Row(int[] cells, int row)
    {
        var numbers = new double[_cells.Length + _rows.Length];
        foreach (var cell in cells)
            numbers[cell] = 1;
        numbers[_cells.Length + row] = 1;
        return numbers;
    }

    private int[] Local(int[] cells) => [.. cells.Where(_local.ContainsKey).Select(cell => _local[cell])];

    private int LargestIn(int row)
    {
        var best = -1;
        for (var j = 0; j < _cells.Length; j++)
            if (_rowOf[j] < 0 && Math.Abs(_tableau[row][j]) > (best < 0 ? Tiny : Math.Abs(_tableau[row][best]) + Tiny))
                best = j;
        return best;
    }

    /// <summary>Takes every cell outside the basis down to nothing, or into the basis: the simplex method goes from corner to corner.</summary>
    private void ToCorner()
    {
        for (var j = 0; j < _cells.Length; j++)
        {
            if (_rowOf[j] >= 0 || _now[j] <= Tiny)
                continue;
            var (leaving, by) = (-1, _now[j]);
            for (var i = 0; i < _rows.Length; i++)
                if (_basis[i] >= 0 && _tableau[i][j] < -Tiny && _now[_basis[i]] / -_tableau[i][j] < by - Tiny)
                    (leaving, by) = (i, _now[_basis[i]] / -_tableau[i][j]);
            Move(j, -by);
            if (leaving >= 0)
                Pivot(leaving, j, []);
            else
                _now[j] = 0;
        }
    }

    private int Entering(double[] gain, int step)
    {
        var best = -1;
        for (var j = 0; j < _cells.Length; j++)
            if (_rowOf[j] < 0 && gain[j] > Tiny && (best < 0 || (step < DantzigSteps && gain[j] > gain[best])))
                best = j;
        return best;
    }

    private (int Row, double By) Leaving(int j)
    {
        var (row, by) = (-1, double.PositiveInfinity);
        for (var i = 0; i < _rows.Length; i++)
            if (_basis[i] >= 0 && _tableau[i][j] > Tiny)
            {
                var ratio = Math.Max(0, _now[_basis[i]]) / _tableau[i][j];
                // Of equals the one with the smallest number: so it can't go round in a ring (Bland).
                if (ratio < by - Tiny || (ratio < by + Tiny && row >= 0 && _basis[i] < _basis[row]))
                    (row, by) = (i, ratio);
            }

        return (row, by);
    }

    private void Move(int j, double by)
    {
        for (var i = 0; i < _rows.Length; i++)
            if (_basis[i] >= 0 && _tableau[i][j] is not 0 and var rate)
                _now[_basis[i]] -= rate * by;
        _now[j] += by;
    }

    private void Pivot(int i, int j, double[] gain)
    {
        var row = _tableau[i];
        var by = row[j];
        for (var k = 0; k < row.Length; k++)
            row[k] /= by;
        for (var r = 0; r < _rows.Length; r++)
            if (r != i && Math.Abs(_tableau[r][j]) > Tiny)
                Subtract(_tableau[r], row, _tableau[r][j]);
        if (gain.Length > 0)
            Subtract(gain, row, gain[j]);
        if (_basis[i] >= 0)
        {
            _rowOf[_basis[i]] = -1;
            _now[_basis[i]] = 0;
        }

        (_basis[i], _rowOf[j]) = (j, i);
    }

    private static void Subtract(double[] from, double[] row, double times)
    {
        for (var k = 0; k < row.Length; k++)
            from[k] -= row[k] * times;
    }

    /// <summary>Nothing stops the cell: a table far along the way.</summary>
    private long Ray(int j, int[] form, int sign, long[] least, long[] most)
    {
        Move(j, Far);
        var moved = Seen(form, sign, least, most);
        Move(j, -Far);
        return moved;
    }

    /// <summary>Takes the table where the cells stand now as a witness, when it is one of whole numbers that agrees with every sum.</summary>
    private long Seen(int[] form, int sign, long[] least, long[] most)
    {
        var table = new long[_now.Length];
        for (var j = 0; j < table.Length; j++)
        {
            table[j] = (long)Math.Round(_now[j]);
            if (Math.Abs(_now[j] - table[j]) > 1e-5 || table[j] < 0)
                return 0;
        }

        foreach (var row in _rows)
            if (Difference(row, table) != 0)
                return 0;
        foreach (var (secret, cells, value) in _watched)
        {
            var seen = value + Difference(cells, table);
            least[secret] = Math.Min(least[secret], seen);
            most[secret] = Math.Max(most[secret], seen);
        }

        return Math.Max(0, sign * Difference(form, table));
    }

    private long Difference(int[] cells, long[] table)
    {
        long sum = 0;
        foreach (var j in cells)
            sum += table[j] - _truth[j];
        return sum;
    }
}
