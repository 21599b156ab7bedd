using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>
/// The people of the demonstration county, Keski-Pohjanmaa: true proportions of age, sex, language and municipality, a fifth from elsewhere.
/// Pure: the same count, seed and day give the same people.
/// </summary>
internal static class DemoPopulation
{
    /// <param name="today">Ages are full years on this day.</param>
    public static IReadOnlyList<Resident> Make(int count, ulong seed, LocalDate today)
    {
        var maker = new PersonMaker(seed, today);
        var elsewhere = count / 5;
        var cells = AgeStructure.Sample(count - elsewhere, Dice.For(seed, "county")).Select(c => (Cell: c, Origin: Origin.County))
            .Concat(AgeStructure.Sample(elsewhere, Dice.For(seed, "elsewhere")).Select(c => (Cell: c, Origin: maker.OriginElsewhere())))
            .ToList();

        // Adults first: a child's home, name and language are those of a guardian.
        var adults = cells.Where(c => c.Cell.Age >= 18).Select(c => maker.Adult(c.Cell, c.Origin)).ToList();
        var guardians = new Guardians(adults, Dice.For(seed, "guardians"), today);
        var minors = cells.Where(c => c.Cell.Age < 18).Select(c => maker.Minor(c.Cell, c.Origin, guardians.For(c.Cell, c.Origin))).ToList();
        return [.. adults, .. minors];
    }
}
