using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>Gives children a mother of 20–41 years more in the same municipality, at most four to one, and most of them a second guardian.</summary>
internal sealed class Guardians
{
    private const int MostChildren = 4;
    private readonly Dice _dice;
    private readonly Dictionary<(string Place, int Age), List<Resident>> _women, _men;
    private readonly Dictionary<(string Place, int Age), List<Family>> _families = [];
    private readonly ILookup<string, Resident> _anyone;

    public Guardians(IReadOnlyList<Resident> adults, Dice dice, LocalDate today)
    {
        _dice = dice;
        _anyone = adults.ToLookup(a => Place(a.Origin, a.Municipality), StringComparer.Ordinal);
        _women = ByAge(adults.Where(a => a.Sex == Sex.Female), today);
        _men = ByAge(adults.Where(a => a.Sex == Sex.Male), today);
    }

    public IReadOnlyList<Resident> For(AgeStructure.Cell child, Origin origin)
    {
        var place = Place(origin, child.Municipality);
        // In a small sample some ages have nobody, so the age is thrown again a few times.
        for (var attempt = 0; attempt < 30; attempt++)
            if (FamilyOf(place, child.Age + 20 + _dice.Below(11) + _dice.Below(12)) is { } family)
            {
                family.Children++;
                return family.Parents;
            }

        var anyone = _anyone[place].ToList();
        return anyone.Count > 0 ? [_dice.Pick(anyone)] : [];
    }

    private Family? FamilyOf(string place, int age)
    {
        if (!_families.TryGetValue((place, age), out var families))
            _families[(place, age)] = families = [];
        var growing = families.Where(f => f.Children < MostChildren).ToList();
        var free = _women.GetValueOrDefault((place, age)) ?? [];
        // Families have siblings: a mother who has children already comes first more often than not.
        if (growing.Count > 0 && (free.Count == 0 || _dice.Chance(0.6))) return _dice.Pick(growing);
        if (free.Count == 0) return null;

        var mother = Take(free);
        var partner = _dice.Chance(0.85) && _men.TryGetValue((place, age - 2 + _dice.Below(7)), out var men) && men.Count > 0 ? Take(men) : null;
        var family = new Family(partner is null ? [mother] : [mother, partner]);
        families.Add(family);
        return family;
    }

    private Resident Take(List<Resident> from)
    {
        var index = _dice.Below(from.Count);
        var taken = from[index];
        from[index] = from[^1];
        from.RemoveAt(from.Count - 1);
        return taken;
    }

    private static Dictionary<(string, int), List<Resident>> ByAge(IEnumerable<Resident> people, LocalDate today) =>
        people.GroupBy(p => (Place(p.Origin, p.Municipality), p.AgeOn(today))).ToDictionary(g => g.Key, g => g.ToList());

    // People from elsewhere are too few to be matched by municipality: the child lives with the guardian.
    private static string Place(Origin origin, string? municipality) => origin == Origin.County ? municipality! : origin.ToString();

    private sealed class Family(IReadOnlyList<Resident> parents)
    {
        public IReadOnlyList<Resident> Parents { get; } = parents;
        public int Children { get; set; }
    }
}
