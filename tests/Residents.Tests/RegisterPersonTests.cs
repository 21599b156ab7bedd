using Yhteys.Kernel;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Tests;

public sealed class RegisterPersonTests
{
    private static Decision Decide(RegisterPerson command, PersonState? state = null, Guid? holder = null, bool acceptReal = false) =>
        RegisterPerson.Decide(state ?? PersonState.Empty, command, holder, acceptReal, Given.Today);

    [Fact]
    public void A_person_with_a_code_is_registered_with_a_key_of_their_own()
    {
        var decision = Decide(Given.Register);
        decision.Events().Select(e => e.GetType()).ShouldBe(
            [typeof(PersonRegistered), typeof(IdentityCodeConfirmed), typeof(MunicipalityChanged), typeof(AddressChanged), typeof(ContactDataChanged)]);
        decision.ShouldBeOfType<Decision.Accepted>().Keys.ShouldHaveSingleItem().Id.ShouldBe(Given.Aino);
        decision.ToString()!.ShouldNotContain("Koivu");
    }

    [Fact]
    public void A_person_without_a_code_goes_by_a_temporary_id()
    {
        var command = Given.Register with { IdentityCode = null, BirthDate = new(1950, 5, 17), Municipality = null, Address = null, ContactData = null };
        Decide(command).Events().Last().ShouldBe(new TemporaryIdGiven(Given.Aino, "T2222222"));
        Decide(command with { BirthDate = null }).Events().First().ShouldBeOfType<PersonRegistered>().Birth.ShouldBeNull();
    }

    [Fact]
    public void Non_disclosure_is_set_before_the_municipality_is_told() =>
        Decide(Given.Register with { NonDisclosure = true }).Events().Select(e => e.GetType().Name).Take(4).ShouldBe(
            [nameof(PersonRegistered), nameof(IdentityCodeConfirmed), nameof(NonDisclosureSet), nameof(MunicipalityChanged)]);

    [Fact]
    public void A_registration_is_refused_with_the_reason()
    {
        Decide(Given.Register, Given.Known).ShouldRefuse<PersonAlreadyRegistered>();
        Decide(Given.Register with { Name = new(" ", "Koivu") }).ShouldRefuse<GivenNamesMissing>();
        Decide(Given.Register with { Name = new("Aino", "") }).ShouldRefuse<SurnameMissing>();
        Decide(Given.Register with { Name = new("Aino", new string('x', 200)) }).ShouldRefuse<NameTooLong>();
        Decide(Given.Register with { Name = new("123", "Koivu") }).ShouldRefuse<GivenNamesWrong>();
        Decide(Given.Register with { Name = new("Aino", "<Koivu>") }).ShouldRefuse<SurnameWrong>();
        Decide(Given.Register with { Name = new("Aino", "Koivu", "\u202E") }).ShouldRefuse<PreferredNameWrong>();
        Decide(Given.Register with { Name = new("Zoë Ann-Mari", "O’Neill") }).Events().ShouldNotBeEmpty();
        Decide(Given.Register with { Language = "de" }).ShouldRefuse<UnknownLanguage>();
        Decide(Given.Register with { Municipality = "000" }).ShouldRefuse<UnknownMunicipalityOfResidence>();
        Decide(Given.Register with { BirthDate = new(1951, 5, 17) }).ShouldRefuse<BirthDateDisagrees>();
        Decide(Given.Register with { IdentityCode = null, BirthDate = new(2026, 3, 11) }).ShouldRefuse<BirthDateInFuture>();
        Decide(Given.Register, holder: Given.Eetu).ShouldRefuse<IdentityCodeTaken>();
    }

    [Fact]
    public void A_wrong_or_real_code_is_refused_with_its_own_sentence()
    {
        Decide(Given.Register with { IdentityCode = "170550-9000" }).ShouldRefuse<IdentityCodeWrong>().Fault.ShouldBe(HetuFault.CheckCharacter);
        Decide(Given.Register with { IdentityCode = "131052-308T" }).ShouldRefuse<IdentityCodeWrong>().Fault.ShouldBe(HetuFault.NotArtificial);
        Decide(Given.Register with { IdentityCode = "131052-308T" }, acceptReal: true).Events().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_temporary_id_reads_back_and_a_slip_shows()
    {
        for (var i = 0; i < 200; i++)
        {
            var id = TemporaryId.New();
            TemporaryId.Read($" {id[..4].ToLowerInvariant()}-{id[4..]}").ShouldBe(id);
            TemporaryId.Read(id[..3] + (id[3] == '2' ? '3' : '2') + id[4..]).ShouldBeNull();
            Hetu.Check(id).Valid.ShouldBeFalse();
        }
    }
}
