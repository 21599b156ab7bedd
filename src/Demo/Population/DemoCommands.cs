using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Vault;

namespace Yhteys.Demo.Population;

/// <summary>The commands that make a demonstration person known: the same ones that a professional gives.</summary>
internal static class DemoCommands
{
    public static RegisterPerson Register(this Resident resident) => new(
        resident.Id, new PersonName(resident.GivenNames, resident.Surname), resident.IdentityCode, resident.BirthDate, resident.Sex, resident.Language,
        TemporaryId.FromNumber(resident.Ordinal), resident.Municipality,
        resident.Address is { } address ? new PostalAddress(address.Street, address.Postcode, address.Town) : null,
        new ContactData(resident.Phone, resident.Email), resident.NonDisclosure);

    /// <param name="people">The population that the ordinals of the guardians point into.</param>
    public static IEnumerable<AddRepresentative> Guardianships(this Resident resident, IReadOnlyList<Resident> people) =>
        resident.Guardians.Select(g => new AddRepresentative(resident.Id, people[g].Id, RepresentativeKinds.Guardian, resident.BirthDate, people[g].Id));

    /// <summary>School years of the county's municipalities; made-up days near the usual ones.</summary>
    public static IEnumerable<SetSchoolCalendar> SchoolCalendars() =>
        from municipality in Organisation.Municipalities.MunicipalityRegister.OfCounty("18")
        from year in new[] { Year2025, Year2026 }
        select year with { Municipality = municipality.Code };

    private static readonly SetSchoolCalendar Year2025 = new("", "2025–2026", new(2025, 8, 12), new(2026, 5, 30),
    [
        new("Syysloma", new(2025, 10, 20), new(2025, 10, 24)), new("Joululoma", new(2025, 12, 22), new(2026, 1, 6)), new("Talviloma", new(2026, 3, 2), new(2026, 3, 6)),
    ]);

    private static readonly SetSchoolCalendar Year2026 = new("", "2026–2027", new(2026, 8, 11), new(2027, 6, 5),
    [
        new("Syysloma", new(2026, 10, 19), new(2026, 10, 23)), new("Joululoma", new(2026, 12, 21), new(2027, 1, 6)), new("Talviloma", new(2027, 3, 1), new(2027, 3, 5)),
    ]);
}
