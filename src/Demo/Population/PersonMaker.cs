using System.Globalization;
using System.Text;
using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>Makes one person after another; keeps count so that identity codes stay unique.</summary>
internal sealed class PersonMaker(ulong seed, LocalDate today)
{
    private readonly Dice _dice = Dice.For(seed, "person");
    private readonly Dice _ids = Dice.For(seed, "id");
    private readonly Dictionary<(LocalDate, Sex), int> _codes = [];
    private int _next;

    private sealed record Home(string? Municipality, string Language, Address? Address, string Surname, bool NonDisclosure);

    public Origin OriginElsewhere() => _dice.Chance(0.1) ? Origin.Abroad : Origin.OtherCounty;

    public Resident Adult(AgeStructure.Cell cell, Origin origin)
    {
        var home = NewHome(cell, origin);
        return Person(cell, origin, home, phone: cell.Age < 75 ? 0.98 : 0.85, email: cell.Age < 65 ? 0.93 : 0.6, []);
    }

    public Resident Minor(AgeStructure.Cell cell, Origin origin, IReadOnlyList<Resident> guardians)
    {
        var home = guardians is [var first, ..]
            ? new Home(first.Municipality, first.Language, first.Address, first.Surname, first.NonDisclosure)
            : NewHome(cell, origin);
        return Person(cell, origin, home, phone: cell.Age >= 10 ? 0.9 : 0, email: cell.Age >= 13 ? 0.5 : 0, [.. guardians.Select(g => g.Ordinal)]);
    }

    private Home NewHome(AgeStructure.Cell cell, Origin origin)
    {
        var municipality = origin switch
        {
            Origin.County => cell.Municipality,
            Origin.OtherCounty => Places.OtherCountyMunicipality(_dice),
            Origin.Abroad => null,
        };
        var language = municipality is null ? "en" : Places.Language(_dice, municipality);
        return new(municipality, language, municipality is null ? null : Places.Address(_dice, municipality, language),
            Names.Surname(_dice, language), municipality is not null && _dice.Chance(0.004));
    }

    private Resident Person(AgeStructure.Cell cell, Origin origin, Home home, double phone, double email, IReadOnlyList<int> guardians)
    {
        var ordinal = _next++;
        var given = Names.Given(_dice, home.Language, cell.Sex);
        var birth = today.PlusYears(-cell.Age).PlusDays(-_dice.Below(365));
        return new(ordinal, _ids.Id(), given, home.Surname, birth, cell.Sex, Code(birth, cell.Sex, origin), origin,
            home.Municipality, home.Language, home.Address, Phone(ordinal, phone), Email(ordinal, given, home.Surname, email),
            home.NonDisclosure, guardians);
    }

    private string? Code(LocalDate birth, Sex sex, Origin origin)
    {
        if (origin == Origin.Abroad && _dice.Chance(0.8)) return null;
        var ordinal = _codes.GetValueOrDefault((birth, sex));
        _codes[(birth, sex)] = ordinal + 1;
        return Hetu.Artificial(birth, sex, ordinal);
    }

    // No operator gives numbers that begin 041 000.
    private string? Phone(int ordinal, double share) => _dice.Chance(share)
        ? string.Create(CultureInfo.InvariantCulture, $"+358 41 000 {ordinal % 10_000:0000}")
        : null;

    private string? Email(int ordinal, string given, string surname, double share)
    {
        if (!_dice.Chance(share)) return null;
        var letters = $"{given.Split(' ')[0]}.{surname}".Normalize(NormalizationForm.FormD).Where(c => char.IsAsciiLetter(c) || c is '.' or '-');
        return string.Create(CultureInfo.InvariantCulture, $"{string.Concat(letters).ToLowerInvariant()}{ordinal}@example.fi");
    }
}
