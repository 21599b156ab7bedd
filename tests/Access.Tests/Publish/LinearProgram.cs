namespace Yhteys.Access.Tests.Publish;

/// <summary>Sums of cells with known values, cells not under nought: how small and how large another sum can be (two-phase simplex, Bland's rule, exact).</summary>
internal sealed class LinearProgram
{
    private readonly int _cells;
    private readonly List<Fraction[]> _rows;
    private readonly List<int> _basis;

    public LinearProgram(int cells, IReadOnlyList<(int[] Cells, long Value)> sums)
    {
        _cells = cells;
        _rows = [.. sums.Select(sum => Row(sum.Cells, sum.Value))];
        // An artificial cell of its own in each sum holds its value, until it holds nothing; its column is never looked at again.
        _basis = [.. Enumerable.Range(cells, sums.Count)];
        Optimise(_rows.Aggregate(Row([], 0), (all, row) => [.. all.Zip(row, (one, other) => one + other)]));
        for (var i = _rows.Count - 1; i >= 0; i--)
        {
            if (_basis[i] < cells)
                continue;
            _rows[i][cells].IsZero.ShouldBeTrue("what is published contradicts itself");
            if (Array.FindIndex(_rows[i], 0, cells, cell => !cell.IsZero) is >= 0 and var j)
            {
                Pivot(i, j, []);
                continue;
            }

            // The sum says nothing that others do not.
            _rows.RemoveAt(i);
            _basis.RemoveAt(i);
        }
    }

    /// <summary>The least whole number that the sum can be.</summary>
    public long Least(int[] form) => -Solve(form, -1).Floor;

    /// <summary>The largest whole number that the sum can be; a million when nothing bounds it.</summary>
    public long Most(int[] form) => Solve(form, 1).Floor;

    private Fraction[] Row(int[] cells, long value)
    {
        var row = new Fraction[_cells + 1];
        Array.Fill(row, Fraction.Zero);
        foreach (var cell in cells)
            row[cell] += Fraction.One;
        row[_cells] = new Fraction(value, 1);
        return row;
    }

    // Begins where the question before ended: every corner agrees with the sums.
    private Fraction Solve(int[] form, int sign)
    {
        var gain = Row(form, 0);
        for (var j = 0; j < _cells; j++)
            gain[j] *= new Fraction(sign, 1);
        for (var i = 0; i < _rows.Count; i++)
            Subtract(gain, _rows[i], gain[_basis[i]]);
        return Optimise(gain);
    }

    /// <summary>Goes from corner to corner until nothing more is gained.</summary>
    /// <param name="gain">What each cell outside the basis would add, and in its last place less what the basis holds.</param>
    private Fraction Optimise(Fraction[] gain)
    {
        while (true)
        {
            var entering = Array.FindIndex(gain, 0, _cells, g => g.IsPositive);
            if (entering < 0)
                return -gain[_cells];
            var leaving = -1;
            for (var i = 0; i < _rows.Count; i++)
                if (_rows[i][entering].IsPositive && (leaving < 0 || Before(i, leaving, entering)))
                    leaving = i;
            if (leaving < 0)
                return new Fraction(1_000_000, 1);
            Pivot(leaving, entering, gain);
        }
    }

    private bool Before(int one, int other, int column)
    {
        var difference = (_rows[one][_cells] * _rows[other][column]) - (_rows[other][_cells] * _rows[one][column]);
        return (-difference).IsPositive || (difference.IsZero && _basis[one] < _basis[other]);
    }

    private void Pivot(int i, int j, Fraction[] gain)
    {
        var (row, by) = (_rows[i], _rows[i][j]);
        for (var k = 0; k < row.Length; k++)
            row[k] = row[k].IsZero ? row[k] : row[k] / by;
        for (var r = 0; r < _rows.Count; r++)
            if (r != i)
                Subtract(_rows[r], row, _rows[r][j]);
        if (gain.Length > 0)
            Subtract(gain, row, gain[j]);
        _basis[i] = j;
    }

    private static void Subtract(Fraction[] from, Fraction[] row, Fraction times)
    {
        if (times.IsZero)
            return;
        for (var k = 0; k < row.Length; k++)
            if (!row[k].IsZero)
                from[k] -= row[k] * times;
    }
}

/// <summary>An exact fraction; an overflow is an error, not a wrong answer.</summary>
internal readonly record struct Fraction
{
    private readonly long _over, _under;

    public Fraction(long over, long under)
    {
        var (common, rest) = (Math.Abs(over), Math.Abs(under));
        while (rest != 0)
            (common, rest) = (rest, common % rest);
        common *= Math.Sign(under);
        (_over, _under) = (over / common, under / common);
    }

    private Fraction(long whole) => (_over, _under) = (whole, 1);

    public static Fraction Zero { get; } = new(0);
    public static Fraction One { get; } = new(1);
    public bool IsZero => _over == 0;
    public bool IsPositive => _over > 0;
    public long Floor => (long)Math.Floor((decimal)_over / _under);

    public static Fraction operator +(Fraction a, Fraction b) => a._under == 1 && b._under == 1 ? new(checked(a._over + b._over)) : new(checked((a._over * b._under) + (b._over * a._under)), checked(a._under * b._under));
    public static Fraction operator -(Fraction a, Fraction b) => a + -b;
    public static Fraction operator -(Fraction a) => new(-a._over, a._under);
    public static Fraction operator *(Fraction a, Fraction b) => a._under == 1 && b._under == 1 ? new(checked(a._over * b._over)) : new(checked(a._over * b._over), checked(a._under * b._under));
    public static Fraction operator /(Fraction a, Fraction b) => b._under == 1 && b._over is 1 or -1 ? new(a._over * b._over, a._under) : new(checked(a._over * b._under), checked(a._under * b._over));
}
