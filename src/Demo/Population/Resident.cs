using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Population;

/// <summary>Where a demonstration person lives.</summary>
internal enum Origin
{
    County,
    OtherCounty,
    Abroad,
}

/// <summary>A synthetic person of the demonstration county.</summary>
/// <param name="Ordinal">Place in the population; guardians are named by it.</param>
/// <param name="IdentityCode">Artificial (individual number 900–999); null for most who live abroad.</param>
/// <param name="Municipality">Three digits; null for one who lives abroad.</param>
/// <param name="Language">Language of contact: fi, sv or en.</param>
/// <param name="NonDisclosure">Turvakielto.</param>
/// <param name="Guardians">Ordinals of the guardians of a minor.</param>
internal sealed record Resident(
    int Ordinal, Guid Id, string GivenNames, string Surname, LocalDate BirthDate, Sex Sex, string? IdentityCode,
    Origin Origin, string? Municipality, string Language, Address? Address, string? Phone, string? Email,
    bool NonDisclosure, IReadOnlyList<int> Guardians)
{
    /// <summary>Full years on a day.</summary>
    public int AgeOn(LocalDate day) => Period.Between(BirthDate, day, PeriodUnits.Years).Years;
}

/// <summary>A postal address: a made-up street, a real postal code.</summary>
internal sealed record Address(string Street, string Postcode, string Town);
