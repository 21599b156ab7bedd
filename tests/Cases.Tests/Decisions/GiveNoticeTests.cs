using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases.Tests;

public sealed class GiveNoticeTests
{
    private static readonly IReadOnlyList<UnitRow> Units = [Given.Unit, Given.SocialCentre, Given.OnCall];
    private static readonly Context Night = Given.Context() with { Now = Instant.FromUtc(2026, 3, 10, 22, 0) };

    private static Decision Decide(GiveNotice notice, Context? context = null) =>
        GiveNotice.Decide(Matter.Empty, notice, Given.Services, Units, OfficeHours.Default, context ?? Given.Context());

    private static ContactReceived Received(GiveNotice notice, Context? context = null) => Given.Accepted(Decide(notice, context))[0].ShouldBeOfType<ContactReceived>();

    [Theory]
    [InlineData(0, null, "child_welfare")]
    [InlineData(17, null, "child_welfare")]
    [InlineData(18, null, "adult_social")]
    [InlineData(64, null, "adult_social")]
    [InlineData(null, true, "child_welfare")]
    [InlineData(null, false, "adult_social")]
    [InlineData(null, null, "child_welfare")]
    public void The_age_decides_the_line_and_nobody_knows_means_a_child(int? age, bool? under18, string line)
    {
        var received = Received(Given.Notice(age, under18));

        (received.ServiceLine, received.Register, received.Channel, received.By, received.OwnContact, received.Age)
            .ShouldBe((line, "social", "worry_notice", null, false, age));
    }

    [Fact]
    public void Nobody_outside_is_told_of_what_an_authority_brings_before_it_is_released()
    {
        var received = Received(Given.Notice());
        (received.Progress().ResidentFollows, received.Progress().PersonKnows).ShouldBe((true, true));
        var brought = received with { Opening = Openings.Authority };
        (brought.Progress().ResidentFollows, brought.Progress().PersonKnows).ShouldBe((false, false));
        var reason = Kernel.Sealing.Seal.With(Given.Matter, "Perustelu.");
        new ReleasedTo(Given.Matter, ReleaseTo.Guardians, null, reason, "social").Progress().PersonKnows.ShouldBeNull();
        new ReleasedTo(Given.Matter, ReleaseTo.Person, null, reason, "social").Progress().PersonKnows.ShouldBe(true);
    }

    [Fact]
    public void An_older_person_goes_to_the_services_for_older_people_where_a_unit_has_them()
    {
        Received(Given.Notice(65)).ServiceLine.ShouldBe("adult_social");
        var unit = Given.Unit with { ServiceLines = ["older_people"] };
        Given.Accepted(GiveNotice.Decide(Matter.Empty, Given.Notice(65), Given.Services, [.. Units, unit], OfficeHours.Default, Given.Context()))[0]
            .ShouldBeOfType<ContactReceived>().ServiceLine.ShouldBe("older_people");
    }

    [Fact]
    public void A_childs_notice_is_read_at_once_also_when_the_unit_that_would_read_it_is_closed_for_the_day()
    {
        var closed = Given.SocialCentre with { Hours = OpeningHours.Office, Days = [new(Given.Today, [])] };
        Guid Unit(int age, params UnitRow[] units) => Given.Accepted(GiveNotice.Decide(Matter.Empty, Given.Notice(age), Given.Services, units, OfficeHours.Default, Given.Context()))[0]
            .ShouldBeOfType<ContactReceived>().Unit;
        Unit(8, closed, Given.OnCall).ShouldBe(Given.OnCall.Unit);
        Unit(8, closed).ShouldBe(closed.Unit, "better there than nowhere");
        Unit(8, closed with { Days = [] }, Given.OnCall).ShouldBe(closed.Unit);
        Unit(40, closed, Given.OnCall).ShouldBe(closed.Unit);
        ChooseUnit.At(Given.Context().Now, Given.ChildWelfareLine, [closed, Given.OnCall], OfficeHours.Default, danger: false, null)!.Unit.ShouldBe(Given.OnCall.Unit, "as of a contact");
    }

    [Fact]
    public void A_childs_notice_is_read_at_once_at_every_hour()
    {
        Received(Given.Notice()).Unit.ShouldBe(Given.SocialCentre.Unit);
        Received(Given.Notice(), Night).Unit.ShouldBe(Given.OnCall.Unit);
        Received(Given.Notice(40), Night).Unit.ShouldBe(Given.Unit.Unit);
        Received(Given.Notice(), Night).ClockFacts().Select(f => f.Fact).ShouldBe(["contact", "matter_pending", "notice_received"]);
    }

    [Fact]
    public void The_notifier_has_a_key_of_their_own_and_is_nowhere_in_the_open()
    {
        var accepted = (Decision.Accepted)Decide(Given.Notice() with { Whereabouts = "Kerrostalon piha" });

        accepted.Keys.Select(k => (k.Id, k.Retention)).ShouldBe([(Given.Matter, "matter"), (Given.Notice().NotifierKey, "notifier")]);
        accepted.Keys[1].Owners.ShouldNotContain(Given.Other);
        var open = string.Concat(accepted.Appends.Select(a => a.Event.ToString()));
        foreach (var secret in new[] { "Naapuri", "040 000", "naapuri", "öisin", "piha", Given.Other.ToString() })
            open.ShouldNotContain(secret);
        ((NoticeGiven)accepted.Appends[1].Event).Notifier.Key.ShouldBe(Given.Notice().NotifierKey);
    }

    [Fact]
    public void Danger_raises_an_alarm_where_the_line_is_handled_at_every_hour()
    {
        Given.Accepted(Decide(Given.Notice() with { Danger = true }))[2].ShouldBe(new DangerAlarmRaised(Given.Matter, Given.Person, Given.OnCall.Unit, "social"));
        Given.Accepted(Decide(Given.Notice())).Count.ShouldBe(2);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Given.Refused(Decide(Given.Notice() with { Text = " " })).ShouldBeOfType<TextMissing>();
        Given.Refused(Decide(Given.Notice() with { HelpWanted = "x" })).ShouldBeOfType<UnknownHelpWanted>();
        Given.Refused(Decide(Given.Notice() with { Kind = "x" })).ShouldBeOfType<UnknownNotifierKind>();
        Given.Refused(Decide(Given.Notice() with { Kind = null })).ShouldBeOfType<UnknownNotifierKind>();
        Given.Refused(Decide(Given.Notice() with { Came = "x" })).ShouldBeOfType<UnknownWay>();
        Given.Refused(Decide(Given.Notice() with { Whereabouts = new string('a', 4_001) })).ShouldBeOfType<WhereaboutsTooLong>();
        Given.Refused(GiveNotice.Decide(Matter.Empty, Given.Notice(), Given.Services, [Given.Unit], OfficeHours.Default, Given.Context())).ShouldBeOfType<UnitDoesNotHandle>();
        Given.Accepted(GiveNotice.Decide(Given.Open(), Given.Notice(), Given.Services, Units, OfficeHours.Default, Given.Context())).ShouldBeEmpty();
    }

    [Fact]
    public void Only_a_social_worker_judges_a_childs_urgency_and_only_once()
    {
        var told = Given.State(Given.Told());
        JudgeUrgency command = new(Given.Matter, true, "Yksin öisin, ei ruokaa.");

        var judged = Given.Accepted(JudgeUrgency.Decide(told, command, Given.SocialWorker, Given.Today))[0].ShouldBeOfType<UrgencyJudged>();
        judged.ClockFacts().ShouldBe([new("need_assessed", Given.Today, "social_worker", "licensed"), new("contact_handled", Given.Today, "social_worker", "licensed")]);
        judged.ClockCorrection().Reasons.ShouldBe(["urgent"]);
        Given.Refused(JudgeUrgency.Decide(told, command, Given.Professional, Given.Today)).ShouldBeOfType<OnlySocialWorkerJudges>();
        Given.Refused(JudgeUrgency.Decide(told, command, null, Given.Today)).ShouldBeOfType<OnlySocialWorkerJudges>();
        Given.Refused(JudgeUrgency.Decide(told, command with { Urgent = null }, Given.SocialWorker, Given.Today)).ShouldBeOfType<UrgencyMissing>();
        Given.Refused(JudgeUrgency.Decide(told, command with { Ground = "" }, Given.SocialWorker, Given.Today)).ShouldBeOfType<GroundMissing>();
        Given.Refused(JudgeUrgency.Decide(Given.Open(), command, Given.SocialWorker, Given.Today)).ShouldBeOfType<NotChildWelfare>();
        Given.Refused(JudgeUrgency.Decide(Matter.Empty, command, Given.SocialWorker, Given.Today)).ShouldBeOfType<MatterNotFound>();
        var begun = Given.State([.. Given.Told(), new AssessmentBegun(Given.Matter)]);
        begun.NotToBeClosed.ShouldBeNull("an assessment that began at once answers the notice");
        JudgeUrgency.Decide(begun, command, Given.SocialWorker, Given.Today).ShouldBeOfType<Decision.Accepted>("and can still turn out to be urgent");
        Given.Refused(JudgeUrgency.Decide(Given.State([.. Given.Told(), judged]), command, Given.SocialWorker, Given.Today)).ShouldBeOfType<UrgencyAlreadyJudged>();
    }

    [Fact]
    public void A_childs_notice_is_not_closed_before_its_urgency_is_judged()
    {
        var judged = Given.Accepted(JudgeUrgency.Decide(Given.State(Given.Told()), new(Given.Matter, false, "Ei kiireellinen."), Given.SocialWorker, Given.Today))[0];

        Given.Refused(CloseMatter.Decide(Given.State(Given.Told()), new(Given.Matter, "not_needed"), Given.Today)).ShouldBeOfType<UrgencyNotJudged>();
        Given.Accepted(CloseMatter.Decide(Given.State([.. Given.Told(), judged]), new(Given.Matter, "not_needed", Reason: "Perhe on jo asiakkaana."), Given.Today)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_childs_matter_that_nobody_has_begun_to_assess_ends_with_grounds()
    {
        var judged = Given.Accepted(JudgeUrgency.Decide(Given.State(Given.Told()), new(Given.Matter, false, "Ei kiireellinen."), Given.SocialWorker, Given.Today))[0];
        var state = Given.State([.. Given.Told(), judged]);

        foreach (var outcome in new[] { "advised", "helped", "not_needed" })
            foreach (var reason in new[] { null, "", "   lyhyt   " })
                Given.Refused(CloseMatter.Decide(state, new(Given.Matter, outcome, Reason: reason), Given.Today)).ShouldBeOfType<ReasonMissing>();
        Given.Refused(CloseMatter.Decide(state, new(Given.Matter, "gone", Reason: ""), Given.Today)).ShouldBeOfType<UnknownOutcome>();
        Given.Accepted(CloseMatter.Decide(state, new(Given.Matter, "advised", Reason: "Perhe on jo asiakkaana."), Given.Today))[0].ShouldBeOfType<MatterClosed>().Ground.ShouldNotBeNull();
        Given.Accepted(CloseMatter.Decide(state, new(Given.Matter, "moved", Reason: "Perhe on muuttanut."), Given.Today))[0].ShouldBeOfType<MatterEndedWithoutCare>().Ground.ShouldNotBeNull();

        var begun = Given.State([.. Given.Told(), judged, new AssessmentBegun(Given.Matter)]);
        Given.Accepted(CloseMatter.Decide(begun, new(Given.Matter, "advised"), Given.Today))[0].ShouldBeOfType<MatterClosed>().Ground.ShouldBeNull();
        Given.Accepted(CloseMatter.Decide(Given.State(Given.Told(Given.Notice(40))), new(Given.Matter, "advised"), Given.Today)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_childs_own_contact_is_answered_and_closed_only_when_judged_and_being_assessed()
    {
        IEvent[] contact = [Given.Received() with { ServiceLine = ChildWelfare.Line, Register = "social", Age = 15 }];
        Refusal Refused(params IEvent[] after) => Given.Refused(HelpAtOnce.Decide(Given.State([.. contact, .. after]), new(Given.Matter, "Soitan sinulle."), Given.SocialWorker, Given.Today));
        var judged = Given.Accepted(JudgeUrgency.Decide(Given.State(contact), new(Given.Matter, false, "Ei kiireellinen."), Given.SocialWorker, Given.Today))[0];

        Given.Refused(CloseMatter.Decide(Given.State(contact), new(Given.Matter, "advised", Reason: "Asia hoitui puhelussa."), Given.Today)).ShouldBeOfType<UrgencyNotJudged>();
        Refused().ShouldBeOfType<UrgencyNotJudged>();
        Refused(judged).ShouldBeOfType<ChildNotAssessed>();
        Given.Accepted(HelpAtOnce.Decide(Given.State([.. contact, judged, new AssessmentBegun(Given.Matter)]), new(Given.Matter, "Soitan sinulle."), Given.SocialWorker, Given.Today))[0]
            .ShouldBeOfType<HelpedAtFirstContact>().ShouldSatisfyAllConditions(
                helped => helped.ClockFacts().Select(f => f.Fact).ShouldBe(["contact_handled"]),
                helped => helped.AssessmentUnneeded.ShouldBe(false, "it goes on"));
    }

    [Fact]
    public void Nobody_writes_into_a_notice_that_nobody_sees()
    {
        var told = Given.State(Given.Told(Given.Notice(40)));
        var released = new ReleasedTo(Given.Matter, ReleaseTo.Person, null, null!, "social");

        Given.Refused(WriteToResident.Decide(told, new(Given.Matter, "Hei", true), Given.Professional, Given.Today)).ShouldBeOfType<NotReleasedYet>();
        Given.Refused(HelpAtOnce.Decide(told, new(Given.Matter, "Hei"), Given.SocialWorker, Given.Today)).ShouldBeOfType<NotReleasedYet>();
        Given.Accepted(WriteToResident.Decide(Given.State([.. Given.Told(Given.Notice(40)), released]), new(Given.Matter, "Hei", true), Given.Professional, Given.Today)).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_notifier_is_opened_with_a_reason_and_only_in_a_notice()
    {
        var told = Given.State(Given.Told());

        Given.Accepted(OpenNotifier.Decide(told, new(Given.Matter, Given.Nurse, "Kysyn tarkempaa tietoa.")))[0].ShouldBeOfType<NotifierOpened>();
        Given.Refused(OpenNotifier.Decide(told, new(Given.Matter, Given.Nurse, "lyhyt"))).ShouldBeOfType<ReasonMissing>();
        Given.Refused(OpenNotifier.Decide(told, new(Given.Matter, Given.Nurse, new string('a', 501)))).ShouldBeOfType<ReasonTooLong>();
        Given.Refused(OpenNotifier.Decide(Given.Open(), new(Given.Matter, Given.Nurse, "Kysyn tarkempaa tietoa."))).ShouldBeOfType<NoNotifier>();
        Given.Refused(OpenNotifier.Decide(Matter.Empty, new(Given.Matter, Given.Nurse, "Kysyn tarkempaa tietoa."))).ShouldBeOfType<MatterNotFound>();
    }

    private sealed record AssessmentBegun(Guid Matter) : IEvent, IClockFact
    {
        public string Register => "social";

        public IEnumerable<ClockFact> ClockFacts() => [new("assessment_started", Given.Today, "social_worker", "licensed")];
    }
}
