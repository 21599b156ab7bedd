using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>How many people of each municipality, age and sex: the structure of 2019 by municipality, carried to the county's projection of 2026.</summary>
internal static class AgeStructure
{
    internal sealed record Cell(string Municipality, int Age, Sex Sex, double People);

    public static IReadOnlyList<Cell> Cells { get; } = Read();

    /// <summary>
    /// A systematic sample: equal steps through the cells from one random start. Each margin (age, sex, municipality) then differs
    /// from its true share by less than one person a run of cells, also in a small county.
    /// </summary>
    public static IEnumerable<Cell> Sample(int count, Dice dice)
    {
        var step = Cells.Sum(c => c.People) / Math.Max(1, count);
        var next = dice.Share() * step;
        var passed = 0.0;
        var taken = 0;
        foreach (var cell in Cells)
        {
            for (passed += cell.People; next < passed && taken < count; next += step, taken++)
                yield return cell;
        }
        // The sum of many fractions may end a hair short of the last step.
        for (; taken < count; taken++) yield return Cells[^1];
    }

    private static Cell[] Read()
    {
        var then = Data.Rows("population-2019.csv")
            .SelectMany(r => new[] { new Cell(r[0], Data.Number(r[1]), Sex.Male, Data.Number(r[2])), new Cell(r[0], Data.Number(r[1]), Sex.Female, Data.Number(r[3])) })
            .ToList();
        var now = Data.Rows("population-2026.csv")
            .SelectMany(r => new[] { ((Data.Number(r[0]), Sex.Male), Data.Number(r[1])), ((Data.Number(r[0]), Sex.Female), Data.Number(r[2])) })
            .ToDictionary(x => x.Item1, x => x.Item2);
        var sums = then.GroupBy(c => (c.Age, c.Sex)).ToDictionary(g => g.Key, g => g.Sum(c => c.People));
        return [.. then.Where(c => c.People > 0)
            .Select(c => c with { People = c.People * now[(c.Age, c.Sex)] / sums[(c.Age, c.Sex)] })
            .OrderBy(c => c.Municipality, StringComparer.Ordinal).ThenBy(c => c.Sex).ThenBy(c => c.Age)];
    }
}
