using System.Text.Json;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

/// <summary>The rows that the vault makes of a story of two people, and of one whose key is gone.</summary>
public sealed class VaultFoldTests
{
    private static readonly IReadOnlyList<Recorded> Story = Told(
        (Given.Aino, new PersonRegistered(Given.Aino, Closed(Given.Aino, new PersonName("Aino Maria", "Koivu")), null, "fi")), (Given.Aino, new TemporaryIdGiven(Given.Aino, "T2222222")),
        (Given.Aino, new IdentityCodeConfirmed(Given.Aino, Closed(Given.Aino, Hetu.Artificial(new(1951, 5, 17), Sex.Female, 0)), Closed(Given.Aino, new Birth(new(1951, 5, 17), Sex.Female)))),
        (Given.Aino, new IdentityCodeConfirmed(Given.Aino, Closed(Given.Aino, Given.AinosCode), Closed(Given.Aino, new Birth(new(1950, 5, 17), Sex.Female)))),
        (Given.Aino, new NameChanged(Given.Aino, Closed(Given.Aino, new PersonName("Aino", "Koivu-Niemi")))), (Given.Aino, new LanguageChanged(Given.Aino, "sv")),
        (Given.Aino, new AddressChanged(Given.Aino, Closed(Given.Aino, new PostalAddress("Virsukuja 3", "67100", "Kokkola")))), (Given.Aino, new ContactDataChanged(Given.Aino, Closed(Given.Aino, new ContactData("040 000", null)))),
        (Given.Aino, new PersonMovedAway(Given.Aino, Given.Today)), (Given.Aino, new MunicipalityChanged(Given.Aino, Closed(Given.Aino, "272"))),
        (Given.Aino, new RepresentativeAdded(Given.Aino, Given.Eetu, RepresentativeKinds.Mandate, Given.Today)), (Given.Aino, new RepresentativeAdded(Given.Aino, Given.Eetu, RepresentativeKinds.LegalGuardian, Given.Today)),
        (Given.Aino, new RepresentativeEnded(Given.Aino, Given.Eetu, RepresentativeKinds.Mandate, Given.Today.PlusDays(7))),
        (Given.Aino, new RegisterPermissionGiven(Given.Aino, "health")), (Given.Aino, new RegisterPermissionGiven(Given.Aino, "social")), (Given.Aino, new RegisterPermissionWithdrawn(Given.Aino, "health")),
        (Given.Aino, new GlassBroken(Given.Aino, Given.Nurse, "social", Closed(Given.Aino, "syy"), TestClock.OrdinaryTuesday)), (Given.Aino, new PersonDied(Given.Aino, Given.Today)),
        (Given.Eetu, new PersonRegistered(Given.Eetu, Closed(Given.Eetu, new PersonName("Eetu", "Koivu")), Closed(Given.Eetu, new Birth(new(2012, 1, 2), Sex.Male)), "fi")),
        (Given.Eetu, new MunicipalityChanged(Given.Eetu, Closed(Given.Eetu, "217"))), (Given.Eetu, new NonDisclosureSet(Given.Eetu)), (Given.Eetu, new PersonMovedAway(Given.Eetu, Given.Today)),
        // Whose key has been destroyed is forgotten.
        (Given.Nurse, new PersonRegistered(Given.Nurse, Closed(Given.Nurse, new PersonName("Aune", "Salo")), null, "fi")), (Given.Nurse, new NameChanged(Given.Nurse, Closed(Given.Nurse, new PersonName("Aune", "Laine")))));

    [Fact]
    public void The_vault_gives_the_rows_that_it_gave()
    {
        using var keys = new GoldenKeys(Given.Aino, Given.Eetu);
        GoldenFold.Check(new IdentityVault(keys.Ring, new LookupKey(new byte[32])), Story, "tests/Residents.Tests/golden/folds/vault.txt");
    }

    private static Sealed<string> Closed<T>(Guid person, T value) => GoldenKeys.Closed(person, JsonSerializer.Serialize(value, EventJson.Options));

    private static List<Recorded> Told(params (Guid Stream, IEvent Event)[] events) =>
        [.. events.Select((e, i) => Given.Recorded(e.Event, i + 1) with { Stream = e.Stream })];
}
