using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases.Tests;

public sealed class DecideSightTests
{
    private const string Why = "Asiasta on puhuttu henkilön kanssa.";
    private static readonly PersonRow Adult = Given.Resident(), Minor = Given.Resident(2011);

    private static Decision Release(Matter state, string scope, string? will = null, PersonRow? person = null, string reason = Why, long? seen = null) =>
        ReleaseTo.Decide(state, new(Given.Matter, scope, will, reason, seen), person ?? Minor, Given.Today);

    private static Decision Keep(Matter state, string ground, string will, PersonRow? person = null, string reason = Why) =>
        KeepFromGuardians.Decide(state, new(Given.Matter, ground, will, reason), person ?? Minor, Given.Today);

    [Fact]
    public void What_others_raised_is_released_to_the_person_once()
    {
        var told = Given.State(Given.Told(Given.Notice(40)));
        var released = Given.Accepted(Release(told, ReleaseTo.Person, person: Adult))[0].ShouldBeOfType<ReleasedTo>();

        (released.Scope, released.MinorWill).ShouldBe((ReleaseTo.Person, null));
        Given.Refused(Release(Given.State([.. Given.Told(Given.Notice(40)), released]), ReleaseTo.Person)).ShouldBeOfType<AlreadyReleased>();
        Given.Refused(Release(Given.Open(), ReleaseTo.Person)).ShouldBeOfType<NothingToRelease>();
        Given.Refused(Release(told, ReleaseTo.Person, reason: "lyhyt")).ShouldBeOfType<ReasonMissing>();
        Given.Refused(Release(told, "everybody")).ShouldBeOfType<UnknownScope>();
        Given.Refused(Release(Matter.Empty, ReleaseTo.Person)).ShouldBeOfType<MatterNotFound>();
        Given.Refused(Release(told, ReleaseTo.Person, seen: 1)).ShouldBeOfType<ChangedSinceOpened>();
    }

    [Fact]
    public void Guardians_get_a_minors_matter_only_with_the_minors_will_recorded()
    {
        Given.Accepted(Release(Given.Open(), ReleaseTo.Guardians, "permits"))[0].ShouldBeOfType<ReleasedTo>().MinorWill.ShouldBe("permits");
        Given.Refused(Release(Given.Open(), ReleaseTo.Guardians)).ShouldBeOfType<MinorWillMissing>();
        Given.Refused(Release(Given.Open(), ReleaseTo.Guardians, "maybe")).ShouldBeOfType<MinorWillMissing>();
        Given.Refused(Release(Given.Open(), ReleaseTo.Guardians, "permits", Adult)).ShouldBeOfType<NotAMinor>();
    }

    [Fact]
    public void An_able_minors_no_is_final_in_health_care_and_yields_to_the_minors_good_in_social_care()
    {
        Given.Refused(Release(Given.Open(), ReleaseTo.Guardians, MinorWills.Forbids)).ShouldBeOfType<MinorForbids>();
        Given.Accepted(Release(Given.State(Given.Told(Given.Notice(14))), ReleaseTo.Guardians, MinorWills.Forbids)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Keeping_from_guardians_needs_the_minors_no_or_the_childs_interest()
    {
        var kept = Given.Accepted(Keep(Given.Open(), "minor_forbids", MinorWills.Forbids))[0].ShouldBeOfType<KeptFromGuardians>();
        kept.MinorAble.ShouldBeTrue();
        Given.Accepted(Keep(Given.Open(), "interest_of_child", "not_able"))[0].ShouldBeOfType<KeptFromGuardians>().MinorAble.ShouldBeFalse();
        Given.Refused(Keep(Given.Open(), "minor_forbids", "permits")).ShouldBeOfType<MinorDoesNotForbid>();
        Given.Refused(Keep(Given.Open(), "no_reason", MinorWills.Forbids)).ShouldBeOfType<UnknownGround>();
        Given.Refused(Keep(Given.Open(), "interest_of_child", "")).ShouldBeOfType<MinorWillMissing>();
        Given.Refused(Keep(Given.Open(), "interest_of_child", "not_able", Adult)).ShouldBeOfType<NotAMinor>();
        Given.Refused(Keep(Given.Open(), "interest_of_child", "not_able", reason: "")).ShouldBeOfType<ReasonMissing>();
        Given.Refused(Keep(Given.State(Given.Received(), kept), "interest_of_child", "not_able")).ShouldBeOfType<AlreadyKept>();
    }

    [Fact]
    public void The_last_decision_holds()
    {
        var kept = Given.Accepted(Keep(Given.Open(), "minor_forbids", MinorWills.Forbids))[0];
        var released = Given.Accepted(Release(Given.State(Given.Received(), kept), ReleaseTo.Guardians, "permits"))[0];

        Given.State(Given.Received(), kept).Guardians.ShouldBe(false);
        Given.State(Given.Received(), kept, released).Guardians.ShouldBe(true);
    }

    [Fact]
    public void A_page_that_is_old_is_refused_where_it_matters()
    {
        var state = Given.State(Given.Received(), new ResidentWrote(Given.Matter, null!, "health"));
        state.Version.ShouldBe(2);

        foreach (var decision in new[]
        {
            TakeMatter.Decide(state, new(Given.Matter, Given.Nurse, 1)),
            HelpAtOnce.Decide(state, new(Given.Matter, "Hei", 1), Given.Professional, Given.Today),
            ReferMatter.Decide(state, new(Given.Matter, "oral_health", Given.Unit.Unit, "Hammas", 1), Given.OralHealth, Given.Unit, Given.Today),
            CloseMatter.Decide(state, new(Given.Matter, "helped", 1), Given.Today),
            ReleaseTo.Decide(state, new(Given.Matter, ReleaseTo.Guardians, "permits", Why, 1), Minor, Given.Today),
            KeepFromGuardians.Decide(state, new(Given.Matter, "interest_of_child", "not_able", Why, 1), Minor, Given.Today),
            MoveToRightPerson.Decide(state, new(Given.Matter, Why, 1), Minor with { Person = Given.Other }),
        })
            Given.Refused(decision).ShouldBeOfType<ChangedSinceOpened>();
        Given.Accepted(TakeMatter.Decide(state, new(Given.Matter, Given.Nurse, 2))).ShouldHaveSingleItem();
        Given.Accepted(WriteToResident.Decide(state, new(Given.Matter, "Hei", false), Given.Professional, Given.Today)).ShouldHaveSingleItem();
    }
}
