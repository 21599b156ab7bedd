namespace Yhteys.Access.Board;

/// <summary>Waits in days, and how many waited each of them: adds up over units without losing the exact median.</summary>
public sealed class WaitCounts
{
    private readonly SortedDictionary<int, int> _byDays = [];

    public int Count { get; private set; }

    /// <summary>The middle wait in days, halfway between the two middle ones of an even number; null when nobody waited.</summary>
    public double? Median => Count == 0 ? null : (At((Count + 1) / 2) + At((Count / 2) + 1)) / 2.0;

    /// <summary>Nine of ten waited at most so many days (nearest rank); null when nobody waited.</summary>
    public int? NinetyPercent => Count == 0 ? null : At(NinetyRank);

    /// <summary>Each wait in days and how many waited it, the shortest first.</summary>
    internal IEnumerable<(int Days, int Number)> All => _byDays.Select(pair => (pair.Key, pair.Value));

    /// <summary>The longer of the two middle waits; the median when the number is odd.</summary>
    internal int? UpperMiddle => Count == 0 ? null : At((Count / 2) + 1);

    /// <summary>The rank of the one whom nine of ten waited no longer than.</summary>
    internal int NinetyRank => ((Count * 9) + 9) / 10;

    internal void Add(int days, int number)
    {
        _byDays[days] = _byDays.GetValueOrDefault(days) + number;
        Count += number;
    }

    internal void Add(WaitCounts other)
    {
        foreach (var (days, number) in other._byDays)
            Add(days, number);
    }

    /// <summary>The wait of the one that stands at the rank when all stand in order, the first at 1.</summary>
    internal int At(int rank)
    {
        foreach (var (days, number) in _byDays)
            if ((rank -= number) <= 0)
                return days;
        throw new ArgumentOutOfRangeException(nameof(rank));
    }
}
