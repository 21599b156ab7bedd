using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases.Tests;

public sealed class CorrectPersonTests
{
    private const string Why = "Samanniminen henkilö.";
    private static readonly PersonRow Right = Given.Resident(1950) with { Person = Given.Other, Language = "sv", NonDisclosure = true, DisclosedMunicipality = null };

    private static Decision Move(Matter state, PersonRow? right) => MoveToRightPerson.Decide(state, new(Given.Matter, Why, Compared: right?.Person), right);

    private static CodeHolder Holder(PersonRow row, string surname = "Niemi") => new(row, Told("Niemi"), Told(surname));

    private static ToldPerson Told(string surname) => new(new("Nelli", surname), new(1950, 1, 1), null);

    [Fact]
    public void The_matter_goes_to_the_right_person_with_the_age_on_the_day_of_contact_and_the_clocks_keep_their_dates()
    {
        var events = Given.Accepted(Move(Given.Open(), Right));

        var moved = events[0].ShouldBeOfType<RecordedForWrongPerson>();
        (moved.WrongPerson, moved.Person, moved.Age, moved.Language, moved.Municipality, moved.Unit).ShouldBe((Given.Person, Given.Other, 75, "sv", null, Given.Unit.Unit));
        moved.ClockCorrection().ShouldBe(new Access.ClockCorrection(AgeAtContact: 75));
        events.Count.ShouldBe(1, "the relations of all units follow the person");
        Given.State([Given.Received(), .. events]).Person.ShouldBe(Given.Other);
    }

    [Fact]
    public void Who_wrote_of_somebody_else_on_their_own_account_becomes_the_one_who_made_the_contact()
    {
        Given.Accepted(Move(Given.Open(), Right))[0].ShouldBeOfType<RecordedForWrongPerson>().By.ShouldBe(Given.Person);
        var recorded = Given.State(Given.Received() with { OwnContact = false });
        Given.Accepted(Move(recorded, Right))[0].ShouldBeOfType<RecordedForWrongPerson>().By.ShouldBeNull();
        var forOther = Given.State(Given.Received() with { OwnContact = false, By = Given.Other });
        Given.Accepted(Move(forOther, Right))[0].ShouldBeOfType<RecordedForWrongPerson>().By.ShouldBeNull("the right person made it");
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Given.Refused(Move(Given.Open(), null)).ShouldBeOfType<RightPersonNotKnown>();
        Given.Refused(Move(Given.Open(), Given.Resident())).ShouldBeOfType<AlreadyOfThisPerson>();
        Given.Refused(MoveToRightPerson.Decide(Given.Open(), new(Given.Matter, "x"), Right)).ShouldBeOfType<ReasonMissing>();
        Given.Refused(Move(Matter.Empty, Right)).ShouldBeOfType<MatterNotFound>();

        // Without a reason no answer tells who is known.
        foreach (var holder in new[] { null, Right, Given.Resident() })
        {
            Given.Refused(MoveToRightPerson.Decide(Given.Open(), new(Given.Matter, "x"), holder)).ShouldBeOfType<ReasonMissing>();
            Given.Refused(ConfirmPerson.Decide(Given.Open(), PersonState.Empty, new(Given.Matter, "x", "x"), holder is null ? null : Holder(holder), [], false, Given.Today)).ShouldBeOfType<ReasonMissing>();
        }
    }

    [Fact]
    public void A_temporary_person_becomes_a_known_one_in_the_same_matter()
    {
        var code = Hetu.Artificial(new(2017, 5, 1), Sex.Female, 1);
        var temporary = PersonState.Empty with { Registered = true };
        MatterRow row = new(
            Given.Matter, "ABCD-EFGHJ", Given.Person, "social", "child_welfare", null, Given.OnCall.Unit, "worry_notice", "today", true, true, null, null, null, true, "waiting", null,
            default, default, Given.Today, null, "fi", false, null, new(new(Given.Today, "social", "child_welfare", null, []), [], []), true, false, null, null, 2);
        var told = Given.State(Given.Told(Given.Notice(null, true)));

        var decision = ConfirmPerson.Decide(told, temporary, new(Given.Matter, code, Why), null, [row], false, Given.Today).ShouldBeOfType<Decision.Accepted>();
        decision.Appends[0].ShouldSatisfyAllConditions(a => a.Stream.ShouldBe(Given.Person), a => a.Event.ShouldBeOfType<IdentityCodeConfirmed>());
        var confirmed = decision.Appends[1].Event.ShouldBeOfType<IdentityConfirmed>();
        (decision.Appends.Count, decision.Appends[1].Stream, confirmed.Matter, confirmed.Age, confirmed.Sex, confirmed.Register).ShouldBe((2, Given.Matter, Given.Matter, (int?)8, "Female", "social"));
        confirmed.Reason.ShouldNotBeNull().Key.ShouldBe(Given.Matter, "who reads the matter reads it");
        Given.Refused(ConfirmPerson.Decide(told, temporary, new(Given.Matter, "010101-0000", Why), null, [row], false, Given.Today)).ShouldBeOfType<IdentityCodeWrong>();
        Given.Refused(ConfirmPerson.Decide(told, temporary, new(Given.Matter, code, "x"), null, [row], false, Given.Today)).ShouldBeOfType<ReasonMissing>();

        // Another matter of the person learns the age, not what was written in this one; this one keeps the reason also when its age was known.
        var other = row with { Matter = Guid.NewGuid() };
        var both = ConfirmPerson.Decide(told, temporary, new(Given.Matter, code, Why), null, [other], false, Given.Today).ShouldBeOfType<Decision.Accepted>();
        both.Appends.Select(a => a.Event).OfType<IdentityConfirmed>().Select(e => (e.Matter, e.Age, e.Reason is not null)).ShouldBe([(Given.Matter, 8, true), (other.Matter, 8, false)]);
    }

    [Fact]
    public void A_code_of_somebody_known_moves_the_matter_to_them()
    {
        var told = Given.State(Given.Told(Given.Notice(null, true)));
        var events = Given.Accepted(ConfirmPerson.Decide(
            told, PersonState.Empty with { Registered = true }, new(Given.Matter, "x", Why), Holder(Right), [], false, Given.Today));

        events.ShouldHaveSingleItem().ShouldBeOfType<RecordedForWrongPerson>().Person.ShouldBe(Given.Other);
    }

    [Fact]
    public void A_code_of_somebody_with_another_name_moves_the_matter_only_on_the_word_that_they_are_one()
    {
        Given.Refused(Confirm(null)).ShouldBeOfType<IdentityDiffers>();
        Given.Refused(Confirm("y")).ShouldBeOfType<IdentityDiffers>("the word was given of another code");
        Given.Accepted(Confirm("x")).ShouldHaveSingleItem().ShouldBeOfType<RecordedForWrongPerson>().Person.ShouldBe(Given.Other);

        static Decision Confirm(string? sameAs) => ConfirmPerson.Decide(
            Given.State(Given.Told(Given.Notice(null, true))), PersonState.Empty with { Registered = true }, new(Given.Matter, "x", Why, SameAs: sameAs), Holder(Right, "Virtanen"), [],
            false, Given.Today);
    }

    [Fact]
    public void A_matter_moves_to_nobody_who_was_not_looked_at_beside_the_wrong_person()
    {
        Given.Refused(MoveToRightPerson.Decide(Given.Open(), new(Given.Matter, Why), Right)).ShouldBeOfType<PersonsNotCompared>();
        Given.Refused(MoveToRightPerson.Decide(Given.Open(), new(Given.Matter, Why, Compared: Given.Person), Right)).ShouldBeOfType<PersonsNotCompared>();
    }
}
