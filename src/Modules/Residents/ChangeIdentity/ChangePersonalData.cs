using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>Name, address, contact data, municipality or language of a person have changed; what is null stays as it is.</summary>
/// <param name="Name">A part that nobody knows is null; one with an identity code has both.</param>
/// <param name="NoAddress">Post reaches the person nowhere any more.</param>
/// <param name="NoMunicipality">What was known of the municipality is wrong, and the right one is not known.</param>
public sealed record ChangePersonalData(
    Guid Person, PersonName? Name = null, PostalAddress? Address = null, ContactData? ContactData = null, string? Municipality = null, string? Language = null,
    bool NoAddress = false, bool NoMunicipality = false, long? Seen = null)
{
    public static Decision Decide(PersonState state, ChangePersonalData command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.Name is { } name)
        {
            if (Lacks(state, name.GivenNames)) return new GivenNamesMissing();
            if (Lacks(state, name.Surname)) return new SurnameMissing();
            if (name.Known.Length > RegisterPerson.MostCharacters) return new NameTooLong();
            if (name.Refused() is { } noName) return noName;
        }

        if (command.Language is not (null or "fi" or "sv" or "en")) return new UnknownLanguage();
        if (command.Municipality is { } code && MunicipalityRegister.Find(code) is null) return new UnknownMunicipalityOfResidence();
        return Decision.Append(command.Person, [.. Events(state, command)]);
    }

    private static bool Lacks(PersonState state, string? name) => name is null ? state.HasCode : string.IsNullOrWhiteSpace(name);

    private static IEnumerable<IEvent> Events(PersonState state, ChangePersonalData c)
    {
        if (c.Name is not null) yield return new NameChanged(c.Person, Personal.Seal(c.Person, c.Name));
        if (c.Address is not null) yield return new AddressChanged(c.Person, Personal.Seal(c.Person, c.Address));
        else if (c.NoAddress) yield return new AddressChanged(c.Person, null);
        if (c.ContactData is not null) yield return new ContactDataChanged(c.Person, Personal.Seal(c.Person, c.ContactData));
        if (c.Municipality is not null) yield return new MunicipalityChanged(c.Person, Personal.Seal(c.Person, c.Municipality));
        else if (c.NoMunicipality) yield return new MunicipalityChanged(c.Person, null);
        if (c.Language is not null && c.Language != state.Language) yield return new LanguageChanged(c.Person, c.Language);
    }
}
