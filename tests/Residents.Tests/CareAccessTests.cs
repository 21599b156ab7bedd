using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

public sealed class CareAccessTests
{
    private static readonly Instant Now = TestClock.OrdinaryTuesday;
    private static readonly Actor SocialWorker = new("staff", Given.Nurse, "social_worker", Given.Unit);

    private static readonly PersonRow Person = new(
        Given.Aino, Personal.Seal(Given.Aino, new PersonName("Aino", "Koivu")), new(1950, 5, 17), Sex.Female, null, null, null, null, null, null, "272", "fi", false, null, false, [], [], []);

    private static readonly CareRelationRow Health = new("1", Given.Aino, Given.Matter, Given.Unit, "health", Now, null);
    private static readonly CareRelationRow Social = Health with { Id = "2", Register = "social" };

    private static ReadGround May(Actor actor, string register, PersonRow? person = null, params CareRelationRow[] relations) =>
        CareAccess.MayRead(actor, register, person ?? Person, relations, Now);

    [Fact]
    public void A_person_reads_their_own_and_nobody_elses()
    {
        May(new("person", Given.Aino, "resident"), "social").ShouldBe(ReadGround.Own);
        May(new("person", Given.Eetu, "resident"), "social", null, Social).ShouldBe(ReadGround.None);
        May(Actor.System, "health", null, Health).ShouldBe(ReadGround.None);
    }

    [Fact]
    public void A_relation_of_the_unit_in_the_register_opens_it()
    {
        May(Given.AsNurse, "health", null, Health).ShouldBe(ReadGround.CareRelation);
        May(Given.AsNurse, "health").ShouldBe(ReadGround.None);
        May(Given.AsNurse, "health", null, Health with { EndedAt = Now }).ShouldBe(ReadGround.None);
        May(Given.AsNurse, "health", null, Health with { Unit = Given.Eetu }).ShouldBe(ReadGround.None);
        May(SocialWorker, "health", null, Health).ShouldBe(ReadGround.None);
        May(SocialWorker, "social", null, Social).ShouldBe(ReadGround.CareRelation);
        May(new("staff", Given.Nurse, "unit_manager", Given.Unit), "health", null, Health).ShouldBe(ReadGround.None);
    }

    [Fact]
    public void The_other_register_opens_with_the_clients_permission_and_an_own_relation()
    {
        var permitted = Person with { Permissions = ["health"] };
        May(SocialWorker, "health", permitted, Social).ShouldBe(ReadGround.ClientPermission);
        May(SocialWorker, "health", Person, Social).ShouldBe(ReadGround.None);
        May(SocialWorker, "health", permitted).ShouldBe(ReadGround.None);
        May(Given.AsNurse, "social", permitted, Health).ShouldBe(ReadGround.None);
    }

    [Fact]
    public void Broken_glass_opens_one_register_for_one_professional_for_a_while()
    {
        var broken = Person with { Glasses = [new(Given.Nurse, "health", Now + Duration.FromHours(1))] };
        May(Given.AsNurse, "health", broken).ShouldBe(ReadGround.BrokenGlass);
        May(Given.AsNurse, "social", broken).ShouldBe(ReadGround.None);
        May(Given.AsNurse with { Id = Given.Eetu }, "health", broken).ShouldBe(ReadGround.None);
        CareAccess.MayRead(Given.AsNurse, "health", broken, [], Now + Duration.FromHours(1)).ShouldBe(ReadGround.None);
    }

    [Fact]
    public void A_guardian_acts_until_the_child_is_grown_up_a_mandate_until_it_ends()
    {
        var child = Person with { BirthDate = new(2010, 6, 1), Representatives = [new(Given.Eetu, RepresentativeKinds.Guardian, new(2010, 6, 1)), new(Given.Nurse, RepresentativeKinds.Mandate, new(2026, 1, 1), new(2026, 2, 1))] };
        child.IsRepresentedBy(Given.Eetu, new(2028, 5, 31)).ShouldBeTrue();
        child.IsRepresentedBy(Given.Eetu, new(2028, 6, 1)).ShouldBeFalse();
        child.IsRepresentedBy(Given.Nurse, new(2025, 12, 31)).ShouldBeFalse();
        child.IsRepresentedBy(Given.Nurse, new(2026, 2, 1)).ShouldBeTrue();
        child.IsRepresentedBy(Given.Nurse, new(2026, 2, 2)).ShouldBeFalse();
    }

    [Fact]
    public void A_mandate_of_a_grown_up_does_not_make_a_guardian_of_old_a_guardian_again()
    {
        var grown = Person with { BirthDate = new(2000, 1, 1), Representatives = [new(Given.Eetu, RepresentativeKinds.Guardian, new(2000, 1, 1)), new(Given.Eetu, RepresentativeKinds.Mandate, new(2026, 1, 1))] };
        (grown.IsRepresentedBy(Given.Eetu, new(2026, 2, 1)), grown.IsGuardedBy(Given.Eetu, new(2026, 2, 1))).ShouldBe((true, false));
        grown.IsGuardedBy(Given.Eetu, new(2017, 12, 31)).ShouldBeTrue();
        // Of a guardian whose time has ended neither, though the child is young and has another way of being represented.
        var child = Person with { BirthDate = new(2020, 1, 1), Representatives = [new(Given.Eetu, RepresentativeKinds.Guardian, new(2020, 1, 1), new(2025, 1, 1)), new(Given.Eetu, RepresentativeKinds.LegalGuardian, new(2026, 1, 1))] };
        (child.IsRepresentedBy(Given.Eetu, new(2026, 2, 1)), child.IsGuardedBy(Given.Eetu, new(2026, 2, 1))).ShouldBe((true, false));
        (Person with { BirthDate = null, Representatives = [new(Given.Eetu, RepresentativeKinds.Guardian, new(2020, 1, 1))] }).IsGuardedBy(Given.Eetu, new(2026, 2, 1)).ShouldBeTrue("an unknown age is not of age");
    }
}
