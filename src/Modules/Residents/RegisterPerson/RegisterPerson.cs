using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Municipalities;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>A person becomes known. Without an identity code the person gets the temporary id.</summary>
/// <param name="Person">A new random id.</param>
/// <param name="Name">A part that nobody knows is null; one with an identity code has both.</param>
/// <param name="BirthDate">Needed without an identity code, if it is known; with one, the code tells it.</param>
/// <param name="AnotherThan">Those known with the same name and day of birth of whom the one who registers has said that this is another person.</param>
/// <param name="TemporaryId">Given when there is no identity code.</param>
public sealed record RegisterPerson(
    Guid Person, PersonName Name, string? IdentityCode, LocalDate? BirthDate, Sex Sex, string Language, string TemporaryId,
    string? Municipality = null, PostalAddress? Address = null, ContactData? ContactData = null, bool NonDisclosure = false, IReadOnlyCollection<Guid>? AnotherThan = null)
{
    /// <param name="holder">Who has the identity code already, from <see cref="IdentityCodeRow"/>.</param>
    /// <param name="acceptReal">Whether the county has said that it takes real people's codes.</param>
    /// <param name="namesakes">Those known with the same name and day of birth, if nothing tells that they are two; null = nobody.</param>
    public static Decision Decide(PersonState state, RegisterPerson command, Guid? holder, bool acceptReal, LocalDate today, IReadOnlyCollection<Guid>? namesakes = null)
    {
        if (state.Registered) return new PersonAlreadyRegistered();
        if (command.Lacks(command.Name.GivenNames)) return new GivenNamesMissing();
        if (command.Lacks(command.Name.Surname)) return new SurnameMissing();
        if (command.Name.Known.Length > MostCharacters) return new NameTooLong();
        if (command.Name.Refused() is { } noName) return noName;
        if (command.Language is not ("fi" or "sv" or "en")) return new UnknownLanguage();
        if (command.Municipality is { } code && MunicipalityRegister.Find(code) is null) return new UnknownMunicipalityOfResidence();

        var check = command.IdentityCode is null ? null : Hetu.Accept(command.IdentityCode, acceptReal, today);
        if (check is { Valid: false }) return new IdentityCodeWrong(check.Fault);
        if (check is not null && holder is not null) return new IdentityCodeTaken();
        if (check is not null && command.BirthDate is { } told && told != check.BirthDate) return new BirthDateDisagrees();
        if (command.BirthDate > today) return new BirthDateInFuture();
        if (namesakes?.Except(command.AnotherThan ?? []).Any() == true) return new NamesakeKnown();

        return Decision.Append(command.Person, [.. Events(command, check)])
            .WithKey(new NewKey(command.Person, Organisation.Registers.None, "identity", command.Person));
    }

    internal const int MostCharacters = 200;

    private bool Lacks(string? name) => name is null ? IdentityCode is not null : string.IsNullOrWhiteSpace(name);

    private static IEnumerable<IEvent> Events(RegisterPerson c, HetuCheck? check)
    {
        var birth = check is not null ? new Birth(check.BirthDate!.Value, check.Sex) : c.BirthDate is { } day ? new Birth(day, c.Sex) : null;
        var sealedBirth = birth is null ? null : Personal.Seal(c.Person, birth);
        yield return new PersonRegistered(c.Person, Personal.Seal(c.Person, c.Name), sealedBirth, c.Language);
        yield return check is not null
            ? new IdentityCodeConfirmed(c.Person, Personal.Seal(c.Person, check.Code!), sealedBirth!)
            : new TemporaryIdGiven(c.Person, c.TemporaryId);
        if (c.NonDisclosure) yield return new NonDisclosureSet(c.Person);
        if (c.Municipality is not null) yield return new MunicipalityChanged(c.Person, Personal.Seal(c.Person, c.Municipality));
        if (c.Address is not null) yield return new AddressChanged(c.Person, Personal.Seal(c.Person, c.Address));
        if (c.ContactData is { } data && (data.Phone ?? data.Email ?? data.Reach) is not null) yield return new ContactDataChanged(c.Person, Personal.Seal(c.Person, data));
    }
}
