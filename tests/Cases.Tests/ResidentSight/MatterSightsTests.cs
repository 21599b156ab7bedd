using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using static Yhteys.Cases.MatterSight;

namespace Yhteys.Cases.Tests;

/// <summary>Who × whose × how raised × age × released × guardian × non-disclosure.</summary>
public sealed class MatterSightsTests
{
    private static readonly Guid Person = Given.Person, Mother = Given.Nurse, Father = Given.Other, Stranger = new("aaaaaaaa-0000-4000-8000-00000000000f"),
        Holder = new("aaaaaaaa-0000-4000-8000-00000000000e");

    /// <summary>How it was raised; the columns are what each reader sees: the person, mother, father, a mandate holder, a stranger who made the notice, another.</summary>
    public static TheoryData<string, int, string, MatterSight[]> Table => new()
    {
        // An adult's
        { "own", 40, "health", [All, None, None, None, None, None] },
        { "by holder", 40, "health", [None, None, None, All, None, None] },
        { "by holder, released", 40, "social", [All, None, None, All, None, None] },
        { "notice", 40, "social", [None, None, None, None, Receipt, None] },
        { "notice, released", 40, "social", [All, None, None, None, Receipt, None] },
        // A small child's
        { "own", 8, "health", [All, All, All, None, None, None] },
        { "own", 11, "social", [All, All, All, None, None, None] },
        { "by mother", 8, "health", [None, All, All, None, None, None] },
        { "by mother, released", 8, "health", [All, All, All, None, None, None] },
        { "by mother, kept", 8, "health", [None, Receipt, None, None, None, None] },
        { "notice", 8, "child_welfare", [None, None, None, None, Receipt, None] },
        { "notice, released", 8, "child_welfare", [All, None, None, None, Receipt, None] },
        { "notice, to guardians", 8, "child_welfare", [None, All, All, None, Receipt, None] },
        { "notice, kept", 8, "child_welfare", [None, None, None, None, Receipt, None] },
        { "own", 8, "child_welfare", [All, None, None, None, None, None] },
        { "by mother", 8, "child_welfare", [None, Receipt, None, None, None, None] },
        { "by mother, to guardians", 8, "child_welfare", [None, All, All, None, None, None] },
        { "by stranger", 8, "health", [None, None, None, None, None, None] },
        // A young person's
        { "own", 12, "health", [All, None, None, None, None, None] },
        { "own", 17, "social", [All, None, None, None, None, None] },
        { "own, to guardians", 15, "health", [All, All, All, None, None, None] },
        { "own, kept", 15, "health", [All, None, None, None, None, None] },
        { "by mother", 15, "health", [None, All, All, None, None, None] },
        { "by mother, kept", 15, "health", [None, Receipt, None, None, None, None] },
        // Nobody knows the age: as from twelve on
        { "own", -1, "health", [All, None, None, None, None, None] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_sees_what_is_theirs(string raised, int age, string line, MatterSight[] sights)
    {
        var matter = Matter(raised, age, line);
        var person = Concerned(age);

        Guid[] readers = [Person, Mother, Father, Holder, Stranger, Given.Matter];
        readers.Select(r => MatterSights.Of(matter, r, person, raised.StartsWith("notice", StringComparison.Ordinal) && r == Stranger, Given.Today)).ShouldBe(sights);
    }

    [Theory]
    [InlineData("own", 40, "health", true, true, true)]
    [InlineData("own", 40, "health", false, true, false)]
    [InlineData("own", 8, "health", false, true, true)]
    [InlineData("own", 8, "health", false, false, false)]
    [InlineData("own", 8, "health", true, false, false)]
    [InlineData("own", 5, "child_welfare", true, true, false)]
    [InlineData("own", 15, "health", true, false, true)]
    [InlineData("own", 15, "health", false, true, false)]
    [InlineData("by mother", 8, "health", true, false, false)]
    [InlineData("notice", 8, "child_welfare", true, true, false)]
    [InlineData("notice, released", 40, "social", false, false, false)]
    public void An_answer_is_read_by_whoever_sees_it_and_can_sign_in(string raised, int age, string line, bool person, bool mother, bool read) =>
        AnswerReaders.Any(
            Matter(raised, age, line), Concerned(age) with { CodeKey = person ? "code" : null },
            who => Given.Resident() with { Person = who, CodeKey = mother && who == Mother ? "code" : null }, Given.Today).ShouldBe(read);

    [Fact]
    public void The_dead_read_nothing()
    {
        var person = Concerned(40) with { CodeKey = "code" };
        AnswerReaders.Any(Matter("own", 40, "health"), person, _ => null, Given.Today).ShouldBeTrue();
        AnswerReaders.Any(Matter("own", 40, "health"), person with { DiedOn = Given.Today }, _ => null, Given.Today).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_made_a_contact_is_answered_until_the_matter_is_kept_from_them()
    {
        PersonRow Find(Guid who) => Given.Resident() with { Person = who };
        var (matter, child) = (Matter("by mother", 13, "health"), Concerned(13));
        AnswerReaders.Maker(matter, child, Find, Given.Today)!.Person.ShouldBe(Mother);
        AnswerReaders.Maker(matter with { Guardians = false }, child, Find, Given.Today).ShouldBeNull();
        AnswerReaders.Maker(matter with { ServiceLine = "child_welfare" }, child, Find, Given.Today).ShouldBeNull();
        AnswerReaders.Maker(Matter("own", 13, "health"), child, Find, Given.Today).ShouldBeNull();
    }

    [Theory]
    [InlineData("own")]
    [InlineData("by mother")]
    [InlineData("notice, to guardians")]
    public void A_grown_ups_matter_is_no_longer_the_guardians(string raised)
    {
        var (matter, person) = (Matter(raised, 8, "health"), Concerned(8));

        MatterSights.Of(matter, Mother, person, false, Given.Today).ShouldBe(All);
        MatterSights.Of(matter, Mother, person, false, Given.Today.PlusYears(10)).ShouldBe(None);
    }

    [Fact]
    public void Who_is_a_guardian_no_more_sees_nothing_and_a_forgotten_persons_matter_is_nobodys()
    {
        var person = Concerned(8) with { Representatives = [new(Mother, RepresentativeKinds.Guardian, new(2018, 1, 1), Given.Today.PlusDays(-1))] };

        MatterSights.Of(Matter("by mother", 8, "health"), Mother, person, false, Given.Today).ShouldBe(None);
        MatterSights.Of(Matter("own", 40, "health"), Person, null, false, Given.Today).ShouldBe(None);
    }

    [Fact]
    public void A_mandate_given_to_a_parent_later_does_not_open_the_matters_of_childhood()
    {
        var grown = Concerned(40) with { Representatives = [new(Mother, RepresentativeKinds.Guardian, new(1986, 1, 1)), new(Mother, RepresentativeKinds.Mandate, new(2020, 1, 1))] };

        MatterSights.Of(Matter("own", 8, "health"), Mother, grown, false, Given.Today).ShouldBe(None);
        MatterSights.Of(Matter("notice, to guardians", 15, "child_welfare"), Mother, grown, false, Given.Today).ShouldBe(None);
        MatterSights.Of(Matter("by mother", 40, "health"), Mother, grown, false, Given.Today).ShouldBe(All, "what was done by the mandate");
        MatterSights.Of(Matter("by mother, kept", 15, "health"), Mother, grown, false, Given.Today).ShouldBe(Receipt, "it was kept from her");
    }

    [Fact]
    public void Place_and_time_are_hidden_from_who_acts_for_another_when_anyone_concerned_is_under_non_disclosure_and_never_from_the_person()
    {
        var (child, mother) = (Concerned(8), Given.Resident() with { Person = Mother });

        MatterSights.Place(Mother, Person, [child, mother]).ShouldBeTrue();
        MatterSights.Place(Mother, Person, [child, mother with { NonDisclosure = true }]).ShouldBeFalse();
        MatterSights.Place(Mother, Person, [child with { NonDisclosure = true }, mother]).ShouldBeFalse();
        MatterSights.Place(Person, Person, [child with { NonDisclosure = true }, mother with { NonDisclosure = true }]).ShouldBeTrue();
    }

    private static PersonRow Concerned(int age) => Given.Resident() with
    {
        BirthDate = age < 0 ? null : Given.Today.PlusYears(-age).PlusDays(-30),
        Representatives = age is < 18
            ? [new(Mother, RepresentativeKinds.Guardian, new(2000, 1, 1)), new(Father, RepresentativeKinds.Guardian, new(2000, 1, 1))]
            : [new(Mother, RepresentativeKinds.Guardian, new(1986, 1, 1)), new(Holder, RepresentativeKinds.Mandate, new(2020, 1, 1))],
    };

    private static MatterRow Matter(string raised, int age, string line) => new(
        Given.Matter, "ABCD-EFGHJ", Person, line == "health" ? "health" : "social", line is "health" ? "primary_care" : line is "social" ? "adult_social" : line, null, Given.Unit.Unit,
        "web", "days", true, false, null, null, null, true, "waiting", null, default, default, Given.Today, age < 0 ? null : age, "fi", raised.StartsWith("own", StringComparison.Ordinal),
        raised.Split(',')[0] switch { "by mother" => Mother, "by holder" => Holder, "by stranger" => Stranger, _ => null }, null!,
        raised.StartsWith("notice", StringComparison.Ordinal), raised.EndsWith(", released", StringComparison.Ordinal),
        raised.EndsWith("to guardians", StringComparison.Ordinal) ? true : raised.EndsWith("kept", StringComparison.Ordinal) ? false : null, null, 1);
}
