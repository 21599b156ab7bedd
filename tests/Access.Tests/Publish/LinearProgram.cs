namespace Yhteys.Access.Tests.Publish;

/// <summary>Sums of cells with known values, cells not under nought: how small and how large another sum can be (two-phase simplex, Bland's rule, exact).</summary>
internal sealed class LinearProgram
{
    private readonly int _cells;
    private readonly (int[] Cells, long Value)[] _sums;

    public LinearProgram(int cells, (int[] Cells, long Value)[] sums) => (_cells, _sums) = (cells, sums);

    /// <summary>The least whole number that the sum can be.</summary>
    public long Least(int[] form) => -Solve(form, -1).Floor;

    /// <summary>The largest whole number that the sum can be; a million when nothing bounds it.</summary>
    public long Most(int[] form) => Solve(form, 1).Floor;

    private Fraction Solve(int[] form, int sign)
    {
        var width = _cells + _sums.Length;
        var rows = _sums.Select((sum, i) =>
        {
            var row = new Fraction[width + 1];
            Array.Fill(row, Fraction.Zero);
            foreach (var cell in sum.Cells)
                row[cell] += Fraction.One;
            (row[_cells + i], row[width]) = (Fraction.One, new Fraction(sum.Value, 1));
            return row;
        }).ToArray();
        int[] basis = [.. Enumerable.Range(_cells, _sums.Length)];
        // First: no artificial cell holds anything.
        Optimise(rows, basis, Enumerable.Range(0, width).Select(j => j < _cells ? Fraction.Zero : -Fraction.One).ToArray(), width);
        for (var i = 0; i < rows.Length; i++)
            if (basis[i] >= _cells)
            {
                rows[i][width].IsZero.ShouldBeTrue("what is published contradicts itself");
                if (Array.FindIndex(rows[i], 0, _cells, cell => !cell.IsZero) is >= 0 and var j)
                    Pivot(rows, basis, i, j);
            }

        var gain = new Fraction[width];
        Array.Fill(gain, Fraction.Zero);
        foreach (var cell in form)
            gain[cell] += new Fraction(sign, 1);
        return Optimise(rows, basis, gain, _cells);
    }

    private static Fraction Optimise(Fraction[][] rows, int[] basis, Fraction[] gain, int columns)
    {
        while (true)
        {
            var entering = -1;
            for (var j = 0; j < columns && entering < 0; j++)
                if (!basis.Contains(j) && (gain[j] - Through(rows, basis, gain, j)).IsPositive)
                    entering = j;
            if (entering < 0)
                return Through(rows, basis, gain, rows.Length == 0 ? 0 : rows[0].Length - 1);
            var leaving = -1;
            for (var i = 0; i < rows.Length; i++)
                if (rows[i][entering].IsPositive && (leaving < 0 || Before(rows, basis, i, leaving, entering)))
                    leaving = i;
            if (leaving < 0)
                return new Fraction(1_000_000, 1);
            Pivot(rows, basis, leaving, entering);
        }
    }

    private static Fraction Through(Fraction[][] rows, int[] basis, Fraction[] gain, int column)
    {
        var sum = Fraction.Zero;
        for (var i = 0; i < rows.Length; i++)
            if (!gain[basis[i]].IsZero && !rows[i][column].IsZero)
                sum += gain[basis[i]] * rows[i][column];
        return sum;
    }

    private static bool Before(Fraction[][] rows, int[] basis, int one, int other, int column)
    {
        var difference = (rows[one][^1] * rows[other][column]) - (rows[other][^1] * rows[one][column]);
        return (-difference).IsPositive || (difference.IsZero && basis[one] < basis[other]);
    }

    private static void Pivot(Fraction[][] rows, int[] basis, int i, int j)
    {
        var by = rows[i][j];
        rows[i] = [.. rows[i].Select(cell => cell.IsZero ? cell : cell / by)];
        for (var r = 0; r < rows.Length; r++)
            if (r != i && rows[r][j] is { IsZero: false } times)
                for (var k = 0; k < rows[r].Length; k++)
                    if (!rows[i][k].IsZero)
                        rows[r][k] -= rows[i][k] * times;
        basis[i] = j;
    }
}

/// <summary>An exact fraction; an overflow is an error, not a wrong answer.</summary>
internal readonly record struct Fraction
{
    private readonly long _over, _under;

    public Fraction(long over, long under)
    {
        var common = (long)System.Numerics.BigInteger.GreatestCommonDivisor(over, under) * Math.Sign(under);
        (_over, _under) = (over / common, under / common);
    }

    public static Fraction Zero { get; } = new(0, 1);
    public static Fraction One { get; } = new(1, 1);
    public bool IsZero => _over == 0;
    public bool IsPositive => _over > 0;
    public long Floor => (long)Math.Floor((decimal)_over / _under);

    public static Fraction operator +(Fraction a, Fraction b) => a._under == 1 && b._under == 1 ? new(checked(a._over + b._over)) : new(checked((a._over * b._under) + (b._over * a._under)), checked(a._under * b._under));
    public static Fraction operator -(Fraction a, Fraction b) => a + -b;
    public static Fraction operator -(Fraction a) => new(-a._over, a._under);
    public static Fraction operator *(Fraction a, Fraction b) => a._under == 1 && b._under == 1 ? new(checked(a._over * b._over)) : new(checked(a._over * b._over), checked(a._under * b._under));
    public static Fraction operator /(Fraction a, Fraction b) => new(checked(a._over * b._under), checked(a._under * b._over));

    private Fraction(long whole) => (_over, _under) = (whole, 1);
}
