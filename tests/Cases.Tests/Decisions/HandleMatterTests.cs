using NodaTime;
using Yhteys.Access;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases.Tests;

public sealed class HandleMatterTests
{
    [Fact]
    public void One_who_takes_a_free_matter_handles_it_and_nobody_else_can_take_it()
    {
        var taken = Given.Accepted(TakeMatter.Decide(Given.Open(), new TakeMatter(Given.Matter, Given.Nurse)))[0];
        var state = Given.State(Given.Received(), taken);

        state.Handler.ShouldBe(Given.Nurse);
        Given.Refused(TakeMatter.Decide(state, new TakeMatter(Given.Matter, Given.Other))).ShouldBeOfType<TakenBySomebodyElse>();
        Given.Accepted(TakeMatter.Decide(state, new TakeMatter(Given.Matter, Given.Nurse))).ShouldBeEmpty();
        Given.Refused(ReleaseMatter.Decide(state, new ReleaseMatter(Given.Matter, Given.Other))).ShouldBeOfType<NotTakenByYou>();
        Given.State(Given.Received(), taken, Given.Accepted(ReleaseMatter.Decide(state, new ReleaseMatter(Given.Matter, Given.Nurse)))[0]).Handler.ShouldBeNull();
    }

    [Fact]
    public void What_one_who_has_left_had_taken_is_taken_over_or_let_go_by_another()
    {
        var state = Given.State(Given.Received(), new MatterTaken(Given.Matter, Given.Nurse, "health"));

        Given.Accepted(TakeMatter.Decide(state, new(Given.Matter, Given.Other), left: true)).ShouldBe([new MatterTaken(Given.Matter, Given.Other, "health")]);
        Given.Accepted(ReleaseMatter.Decide(state, new(Given.Matter, Given.Other), left: true)).ShouldBe([new MatterReleased(Given.Matter, Given.Nurse, "health")]);
        Given.Refused(ReleaseMatter.Decide(state, new(Given.Matter, Given.Other, 1), left: true)).ShouldBeOfType<ChangedSinceOpened>();
        Given.Refused(ReleaseMatter.Decide(Given.Open(), new(Given.Matter, Given.Other), left: true)).ShouldBeOfType<NotTakenByYou>();
    }

    [Fact]
    public void A_handler_has_left_when_the_last_role_by_which_they_handled_it_has_ended()
    {
        var (here, there, own, yesterday) = (Given.Unit.Unit, Given.SocialCentre.Unit, Guid.NewGuid(), Given.Today.PlusDays(-1));
        HeldRole Role(Guid unit, LocalDate? last = null, string role = Roles.GuidanceNurse, LocalDate? first = null) => new(unit, role, first ?? new(2024, 1, 1), last);
        bool Left(params HeldRole[] roles) => Handlers.HasLeft(Given.Professional with { Roles = roles }, here, own, "health", Given.Today);

        Left(Role(here)).ShouldBeFalse();
        Left(Role(here, Given.Today)).ShouldBeFalse("the last day is still a day of work");
        Left(Role(here, yesterday)).ShouldBeTrue();
        Left(Role(here, yesterday), Role(there)).ShouldBeTrue("in another unit it is not their matter");
        Left(Role(there)).ShouldBeTrue("it was taken in the name of this one");
        Left(Role(there, yesterday), Role(here)).ShouldBeFalse("what they were elsewhere makes no difference");
        Left(Role(here, yesterday), Role(here, role: Roles.UnitManager)).ShouldBeTrue("a manager handles no matters");
        Left(Role(here, yesterday), Role(here, role: Roles.Doctor)).ShouldBeFalse();
        Left(Role(here, yesterday), Role(here, first: Given.Today.PlusDays(5))).ShouldBeTrue();
        Left(Role(here, yesterday), Role(own)).ShouldBeFalse("it is a matter of their unit");
        Handlers.HasLeft(null, here, own, "health", Given.Today).ShouldBeFalse();
    }

    [Fact]
    public void A_matter_keeps_in_whose_name_it_was_taken()
    {
        Matter Taken(Guid? unit) => Matter.Evolve(
            Given.State(Given.Received()), new(9, Given.Matter, 9, "test", new MatterTaken(Given.Matter, Given.Nurse, "health"), default, default, new("staff", Given.Nurse, "nurse", unit), "take", default));

        Taken(Given.SocialCentre.Unit).TakenFor.ShouldBe(Given.SocialCentre.Unit);
        Taken(null).TakenFor.ShouldBe(Given.Unit.Unit);
    }

    [Fact]
    public void Helped_at_first_contact_is_both_assessment_and_visit_and_closes()
    {
        var events = Given.Accepted(HelpAtOnce.Decide(Given.Open(), new HelpAtOnce(Given.Matter, "Lepää ja juo."), Given.Professional, Given.Today));

        events[0].ShouldBeOfType<HelpedAtFirstContact>().ClockFacts().Select(f => f.Fact).ShouldBe(["need_assessed", "visit", "contact_handled"]);
        ((HelpedAtFirstContact)events[0]).AssessmentUnneeded.ShouldBeNull("of health care it isn't asked");
        events[1].ShouldBeOfType<MatterClosed>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_of_a_professional_answers_on_its_day_and_handles_nothing(bool asks)
    {
        var wrote = Given.Accepted(WriteToResident.Decide(Given.Open(), new(Given.Matter, "Palaamme asiaan.", asks), Given.Professional, Given.Today)).ShouldHaveSingleItem();

        wrote.ShouldBeAssignableTo<IClockFact>()!.ClockFacts().ShouldBe([new("answered", Given.Today, "nurse", "licensed")]);
        Given.State(Given.Received(), wrote).Clock!.Facts.ShouldContain(f => f.Fact == "answered" && f.Day == Given.Today);
    }

    [Fact]
    public void An_answer_that_nobody_can_read_is_none_until_it_has_been_told()
    {
        Kernel.Decision Help(string? told, bool read) => HelpAtOnce.Decide(Given.Open(), new(Given.Matter, "Lepää.", Told: told), Given.Professional, Given.Today, read);
        Kernel.Decision Write(string? told, bool read, bool asks = false) => WriteToResident.Decide(Given.Open(), new(Given.Matter, "Hei", asks, told), Given.Professional, Given.Today, read);

        Given.Refused(Help(null, read: false)).ShouldBeOfType<NotTold>().Field.ShouldBe("Told");
        Given.Refused(Help("pigeon", read: true)).ShouldBeOfType<NotTold>();
        Given.Refused(Write(null, read: false)).ShouldBeOfType<NotTold>();
        Given.Accepted(Help("phone", read: false))[0].ShouldBeOfType<HelpedAtFirstContact>().Told.ShouldBe("phone");
        Given.Accepted(Help(null, read: true))[0].ShouldBeOfType<HelpedAtFirstContact>().Told.ShouldBeNull();
        Given.Accepted(Write("face_to_face", read: false))[0].ShouldBeOfType<ProfessionalWrote>().Told.ShouldBe("face_to_face");
        Given.Accepted(Write("phone", read: true, asks: true))[0].ShouldBeOfType<MoreAsked>().Told.ShouldBe("phone");
    }

    [Fact]
    public void An_empty_text_is_asked_for_by_what_it_is()
    {
        Given.Refused(WriteToResident.Decide(Given.Open(), new(Given.Matter, " ", false), Given.Professional, Given.Today)).ShouldBeOfType<MessageMissing>();
        Given.Refused(WriteAsResident.Decide(Given.Open(), new(Given.Matter, " "), Given.Today)).ShouldBeOfType<MessageMissing>();
        Given.Refused(HelpAtOnce.Decide(Given.Open(), new(Given.Matter, " "), Given.Professional, Given.Today)).ShouldBeOfType<AnswerMissing>();
        new ReferMatter(Given.Matter, "oral_health", Given.Unit.Unit, " ").Missing().Single().ShouldBeOfType<ReferralReasonMissing>();
        Given.Refused(ReferMatter.Decide(Given.Open(), new(Given.Matter, "oral_health", Given.Unit.Unit, " "), Given.OralHealth, Given.Unit, Given.Today)).ShouldBeOfType<ReferralReasonMissing>();
    }

    [Fact]
    public void Closing_by_itself_tells_the_clocks_nothing()
    {
        var closed = Given.Accepted(CloseMatter.Decide(Given.Open(), new CloseMatter(Given.Matter, "advised"), Given.Today))[0];

        closed.ShouldBeOfType<MatterClosed>().ShouldNotBeAssignableTo<IClockFact>();
        closed.ShouldNotBeAssignableTo<IClockEnding>();
    }

    [Theory]
    [InlineData("withdrawn", ClockEndingReason.Withdrawn)]
    [InlineData("not_needed", ClockEndingReason.NotNeeded)]
    [InlineData("moved", ClockEndingReason.Moved)]
    [InlineData("died", ClockEndingReason.Died)]
    [InlineData("other_county", ClockEndingReason.OtherCounty)]
    public void An_end_without_care_tells_why(string outcome, ClockEndingReason reason) =>
        Given.Accepted(CloseMatter.Decide(Given.Open(), new CloseMatter(Given.Matter, outcome), Given.Today))[0]
            .ShouldBeOfType<MatterEndedWithoutCare>().Reason.ShouldBe(reason);

    [Fact]
    public void A_message_opens_a_closed_matter_again()
    {
        var closed = Given.State(Given.Received(), new MatterClosed(Given.Matter, "helped", "health"));
        var events = Given.Accepted(WriteAsResident.Decide(closed, new WriteAsResident(Given.Matter, "Vaiva jatkuu."), Given.Today));

        events.Select(e => e.GetType()).ShouldBe([typeof(ResidentWrote), typeof(MatterReopened)]);
        Given.State([Given.Received(), new MatterClosed(Given.Matter, "helped", "health"), .. events]).ShouldSatisfyAllConditions(
            s => s.Open.ShouldBeTrue(), s => s.ResidentWaits.ShouldBeTrue());
    }

    [Fact]
    public void A_professional_opens_a_closed_matter_again_with_a_coded_reason()
    {
        var closed = Given.State(Given.Received(), new MatterClosed(Given.Matter, "helped", "health"));
        var command = new ReopenMatter(Given.Matter, "closed_by_mistake", 2);

        var reopened = Given.Accepted(ReopenMatter.Decide(closed, command, Given.Today)).ShouldHaveSingleItem().ShouldBeOfType<MatterReopened>();

        reopened.ShouldBe(new(Given.Matter, Given.Today, "health", "closed_by_mistake", true));
        var open = Given.State(Given.Received(), new MatterClosed(Given.Matter, "helped", "health"), reopened);
        open.Open.ShouldBeTrue();
        Given.Refused(ReopenMatter.Decide(open, command with { Seen = 3 }, Given.Today)).ShouldBeOfType<MatterIsOpen>();
        Given.Refused(ReopenMatter.Decide(Matter.Empty, command, Given.Today)).ShouldBeOfType<MatterNotFound>();
        Given.Refused(ReopenMatter.Decide(closed, command with { Seen = 1 }, Given.Today)).ShouldBeOfType<ChangedSinceOpened>();
        Given.Refused(ReopenMatter.Decide(closed, command with { Reason = "" }, Given.Today)).ShouldBeOfType<UnknownReopening>().Field.ShouldBe("Reason");
    }

    [Fact]
    public void A_message_after_care_tells_of_something_new_and_a_mistaken_closing_goes_on_from_where_it_was()
    {
        IEvent[] helped = [Given.Received(), new HelpedAtFirstContact(Given.Matter, Seal.With(Given.Matter, "Lepoa."), Given.Today, "nurse", "licensed", "health"), new MatterClosed(Given.Matter, "helped", "health")];
        Wrote(helped).AfterCare.ShouldBe(true);
        Wrote([.. helped, Wrote(helped), new MatterClosed(Given.Matter, "advised", "health")]).AfterCare.ShouldBeNull("nothing was done for what was told then");
        Wrote([Given.Received(), new MatterClosed(Given.Matter, "care_goes_on", "health")]).AfterCare.ShouldBeNull();
        Wrote([.. helped[..2], new MatterEndedWithoutCare(Given.Matter, ClockEndingReason.Withdrawn, Given.Today, "health")]).AfterCare.ShouldBeNull("its clocks go on");

        var mistake = Given.Accepted(ReopenMatter.Decide(Given.State(helped), new(Given.Matter, "closed_by_mistake"), Given.Today)).OfType<MatterReopened>().Single();
        mistake.AfterCare.ShouldBeNull();
        mistake.Progress().State.ShouldBeNull();
        Wrote([.. helped, mistake, new MatterClosed(Given.Matter, "helped", "health")]).AfterCare.ShouldBe(true);

        MatterReopened Wrote(IEvent[] events) =>
            Given.Accepted(WriteAsResident.Decide(Given.State(events), new(Given.Matter, "Vaiva jatkuu."), Given.Today)).OfType<MatterReopened>().Single();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Opening_again_tells_the_clocks_only_when_the_closing_had_ended_them(bool helped, bool goesOn)
    {
        IEvent closing = helped ? new MatterClosed(Given.Matter, "helped", "health") : new MatterEndedWithoutCare(Given.Matter, ClockEndingReason.Died, Given.Today, "health");
        var closed = Given.State(Given.Received(), closing);

        Given.Accepted(ReopenMatter.Decide(closed, new(Given.Matter, "other"), Given.Today)).OfType<MatterReopened>().Single().ClockEnding().ShouldBe(
            goesOn ? new ClockEnding(Given.Today, ClockEndingReason.Reopened) : null);
        Given.Accepted(WriteAsResident.Decide(closed, new(Given.Matter, "Vaiva jatkuu."), Given.Today)).OfType<MatterReopened>().Single().NothingEnded.ShouldBe(goesOn ? null : true);
    }

    [Fact]
    public void A_closed_matter_refuses_work_until_it_is_open()
    {
        var closed = Given.State(Given.Received(), new MatterClosed(Given.Matter, "helped", "health"));

        Given.Refused(TakeMatter.Decide(closed, new TakeMatter(Given.Matter, Given.Nurse))).ShouldBeOfType<MatterIsClosed>();
        Given.Refused(WriteToResident.Decide(closed, new WriteToResident(Given.Matter, "x", false), Given.Professional, Given.Today)).ShouldBeOfType<MatterIsClosed>();
        Given.Refused(CloseMatter.Decide(closed, new CloseMatter(Given.Matter, "helped"), Given.Today)).ShouldBeOfType<MatterIsClosed>();
        Given.Refused(HelpAtOnce.Decide(Matter.Empty, new HelpAtOnce(Given.Matter, "x"), Given.Professional, Given.Today)).ShouldBeOfType<MatterNotFound>();
    }

    [Fact]
    public void A_matter_whose_line_needs_a_referral_is_moved_to_another_unit_of_that_line_and_no_other_matter_comes_to_it()
    {
        var psychiatry = Given.PrimaryCare with { Id = "youth_psychiatry", ByReferral = true };
        var unit = Given.Unit with { Unit = Guid.NewGuid(), ServiceLines = [psychiatry.Id] };
        var command = new ReferMatter(Given.Matter, psychiatry.Id, unit.Unit, "Lähempänä kotia.");
        Given.Accepted(ReferMatter.Decide(Given.State(Given.Received() with { ServiceLine = psychiatry.Id }), command, psychiatry, unit, Given.Today))[0].ShouldBeOfType<MatterReferred>().Unit.ShouldBe(unit.Unit);
        Given.Refused(ReferMatter.Decide(Given.Open(), command, psychiatry, unit, Given.Today)).ShouldBeOfType<UnknownServiceLine>();
    }

    [Fact]
    public void A_matter_leaves_a_unit_that_has_ended_its_work_and_no_other()
    {
        var to = Guid.NewGuid();
        Kernel.Decision Leave(Matter state, UnitRow? from, ProfessionalRow? handler = null) => LeaveClosedUnit.Decide(state, new(Given.Matter, to), from, handler, Given.Today);
        var ended = Given.Unit with { LastDay = Given.Today.PlusDays(-1) };
        Given.Accepted(Leave(Given.Open(), ended))[0].ShouldBe(new MatterReferred(Given.Matter, Given.Person, "primary_care", to, null, "health", true));
        foreach (var nothing in new[]
        {
            Leave(Given.Open(), ended with { LastDay = Given.Today }), Leave(Given.Open(), Given.Unit), Leave(Given.Open(), ended with { Unit = to }), Leave(Given.Open(), null),
            Leave(Given.State(Given.Received(), new MatterClosed(Given.Matter, "helped", "health")), ended), Leave(Matter.Empty, ended),
        })
            nothing.ShouldBe(Kernel.Decision.Nothing);

        // Somebody of another unit has it: they go on until they have left that.
        var taken = Given.Open() with { Handler = Given.Nurse, TakenFor = to };
        ProfessionalRow Works(LocalDate? last) => Given.Professional with { Roles = [new(to, Roles.GuidanceNurse, new(2024, 1, 1), last)] };
        Leave(taken, ended, Works(null)).ShouldBe(Kernel.Decision.Nothing);
        Given.Accepted(Leave(taken, ended, Works(Given.Today.PlusDays(-1)))).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_matter_is_referred_only_inside_its_register()
    {
        var command = new ReferMatter(Given.Matter, "oral_health", Given.Unit.Unit, "Hammasvaiva");

        Given.Accepted(ReferMatter.Decide(Given.Open(), command, Given.OralHealth, Given.Unit, Given.Today))[0]
            .ShouldBeOfType<MatterReferred>().ClockCorrection().ServiceLine.ShouldBe("oral_health");
        Given.Refused(ReferMatter.Decide(Given.Open(), command with { ServiceLine = "adult_social" }, Given.AdultSocial, Given.Unit, Given.Today)).ShouldBeOfType<OtherRegister>();
        Given.Refused(ReferMatter.Decide(Given.Open(), command, Given.OralHealth, Given.Unit with { ServiceLines = ["primary_care"] }, Given.Today)).ShouldBeOfType<UnitLacksService>("a professional chooses another unit");
        Given.Refused(CloseMatter.Decide(Given.Open(), new CloseMatter(Given.Matter, "gone"), Given.Today)).ShouldBeOfType<UnknownOutcome>();
    }
}
