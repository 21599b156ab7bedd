using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>The three residents whom anyone may be in the demonstration: an adult, her son of 15 and an older Swedish-speaking man.</summary>
internal static class DemoPersonas
{
    // The last ordinals of a day: the population takes its codes from the first ones on.
    private const int LastOrdinal = 299;

    /// <param name="today">Ages are full years on this day.</param>
    /// <param name="first">Ordinal of the first one, to put them after a population.</param>
    public static IReadOnlyList<Resident> Make(LocalDate today, int first) =>
    [
        Persona("resident", first, "Aino", "Esimerkki", today.PlusYears(-38).PlusDays(-120), Sex.Female, "fi", new("Virsukuja 3", "67100", "Kokkola"), []),
        Persona("young_person", first + 1, "Eetu", "Esimerkki", today.PlusYears(-15).PlusDays(-45), Sex.Male, "fi", new("Virsukuja 3", "67100", "Kokkola"), [first]),
        Persona("older_resident", first + 2, "Göran", "Exempel", today.PlusYears(-82).PlusDays(-200), Sex.Male, "sv", new("Båthusvägen 12", "68550", "Karleby"), []),
    ];

    private static Resident Persona(string key, int ordinal, string given, string surname, LocalDate birth, Sex sex, string language, Address address, IReadOnlyList<int> guardians) => new(
        ordinal, DemoIds.Person(key), given, surname, birth, sex, Hetu.Artificial(birth, sex, LastOrdinal), Origin.County, "272", language,
        address, $"+358 41 000 99{ordinal % 100:00}", $"{given.ToLowerInvariant().Replace('ö', 'o')}.{surname.ToLowerInvariant()}@example.fi", false, guardians);
}
