using NodaTime;
using Yhteys.Access;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;

namespace Yhteys.Booking.Tests;

public sealed class OfferTests
{
    [Fact]
    public void An_offer_carries_its_day_and_the_last_day_to_answer()
    {
        var events = Offer(Given.Day(Given.Opened(new(2026, 4, 9)))).Events();

        events[0].ShouldBeOfType<SlotGiven>();
        var offered = events[1].ShouldBeOfType<AppointmentOffered>();
        (offered.OfferedOn, offered.AnswerBy, offered.Date).ShouldBe((Given.Today, new LocalDate(2026, 3, 17), new LocalDate(2026, 4, 9)));
        offered.Unit.ShouldBe(Given.UnitId);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(13, 12)]
    [InlineData(18, 17)]
    [InlineData(30, 17)]
    public void It_is_to_be_answered_in_a_week_but_before_the_day_of_the_appointment(int appointment, int answerBy) =>
        Given.Settings.AnswerBy(Given.Today, new(2026, 3, appointment)).ShouldBe(new LocalDate(2026, 3, answerBy));

    [Fact]
    public void A_time_agreed_on_the_phone_is_booked_at_once_and_waits_for_no_answer()
    {
        var events = Offer(Given.Day(), agreed: true).Events();

        events[1].ShouldBeOfType<AppointmentOffered>().AnswerBy.ShouldBeNull();
        events[2].ShouldBeOfType<AppointmentAccepted>();
    }

    [Fact]
    public void An_offer_that_waits_for_an_answer_needs_its_notice_and_an_agreed_time_does_not()
    {
        var settings = Given.Settings with { OfferHoursBefore = 49 };
        Decide(Given.Day(), Given.OpenMatter, Given.Appointments(), false, Given.Physician, settings).Refusal().ShouldBe(new OfferTooSoon(49));
        Decide(Given.Day(), Given.OpenMatter, Given.Appointments(), false, Given.Physician, settings with { OfferHoursBefore = 48 }).Events().Count.ShouldBe(2);
        Decide(Given.Day(), Given.OpenMatter, Given.Appointments(), true, Given.Physician, settings).Events().Count.ShouldBe(3);
    }

    [Fact]
    public void A_time_is_given_to_the_person_whom_the_page_showed()
    {
        var moved = Given.OpenMatter with { PersonSince = 4 };
        Seeing(3).Refusal().ShouldBeOfType<MatterOfAnother>();
        Seeing(4).Events().Count.ShouldBe(2);
        Seeing(null).Events().Count.ShouldBe(2);

        Decision Seeing(long? seen) => OfferAppointment.Decide(
            Given.Day(), moved, Given.Appointments(), new(Given.Appointment, Given.MatterId, Given.Opened().Day, Given.Nine, Seen: seen), Given.Physician, Given.Settings, Given.By(Given.Staff), unit: Given.Unit);
    }

    [Fact]
    public void What_can_not_be_given_is_refused()
    {
        Offer(ScheduleDay.Empty).Refusal().ShouldBeOfType<SlotNotFound>();
        Offer(Given.Day(null, new SlotClosed(Given.Opened().Day, Given.Nine, "health"))).Refusal().ShouldBeOfType<SlotNotFound>();
        Offer(Given.Day(null, new SlotGiven(Given.Opened().Day, Given.Nine, Guid.NewGuid(), "health"))).Refusal().ShouldBeOfType<SlotTaken>();
        Offer(Given.Day(Given.Opened(Given.Today))).Refusal().ShouldBeOfType<SlotInPast>();
        Offer(Given.Day(Given.Opened() with { Register = "social" })).Refusal().ShouldBeOfType<SlotOfOtherRegister>();
        Offer(Given.Day(Given.Opened() with { ServiceLine = "oral_health" })).Refusal().ShouldBeOfType<SlotOfOtherLine>();
        Offer(Given.Day(), Given.OpenMatter with { Open = false }).Refusal().ShouldBeOfType<MatterIsClosed>();
        Offer(Given.Day(), Matter.Empty).Refusal().ShouldBeOfType<MatterNotFound>();
    }

    [Fact]
    public void A_professional_who_has_left_is_not_offered()
    {
        var day = Given.Day();
        Decide(day, Given.OpenMatter, Given.Appointments(), false, Given.Working(Given.Thursday.PlusDays(-1))).Refusal().ShouldBeOfType<ProfessionalLeft>();
        Decide(day, Given.OpenMatter, Given.Appointments(), false, Given.Working(Given.Thursday)).Events().Count.ShouldBe(2);
        Decide(day, Given.OpenMatter, Given.Appointments(), false, null).Refusal().ShouldBeOfType<ProfessionalLeft>();
    }

    [Fact]
    public void A_time_in_a_unit_that_has_ended_its_work_is_not_given()
    {
        Decision Give(LocalDate last) => OfferAppointment.Decide(
            Given.Day(), Given.OpenMatter, Given.Appointments(), new(Guid.NewGuid(), Given.MatterId, Given.Opened().Day, Given.Nine), Given.Physician, Given.Settings, Given.By(Given.Staff),
            unit: Given.Unit with { LastDay = last });
        Give(Given.Thursday.PlusDays(-1)).Refusal().ShouldBeOfType<UnitHasEnded>();
        Give(Given.Thursday).Events().Count.ShouldBe(2);
    }

    [Fact]
    public void One_offer_waits_at_a_time_but_one_that_is_over_does_not_stand_in_the_way()
    {
        var waiting = Given.Appointments(Given.Offer(Given.Thursday, Given.HalfPastNine));
        Decide(Given.Day(), Given.OpenMatter, waiting, false, Given.Physician).Refusal().ShouldBeOfType<OfferWaits>();

        var over = Given.Appointments(Given.Offer(new(2026, 3, 30), Given.Nine, Given.Today.PlusDays(-1)));
        Decide(Given.Day(), Given.OpenMatter, over, false, Given.Physician).Events().Count.ShouldBe(2);
    }

    [Fact]
    public void An_offer_is_accepted_in_its_time_only()
    {
        var offered = Given.Appointments(Given.Offer());
        Accept(offered, Given.Now).Events().ShouldHaveSingleItem().ShouldBeOfType<AppointmentAccepted>();
        Accept(offered, Given.Now + Duration.FromDays(2) - Duration.FromHours(1)).Refusal().ShouldBeOfType<OfferIsOver>();
        Accept(offered, Given.Now + Duration.FromDays(2)).Refusal().ShouldBeOfType<AppointmentPassed>();
        Accept(Given.Appointments(Given.Offer(), Given.Accepted), Given.Now).Refusal().ShouldBeOfType<NotInThisState>();
        AcceptAppointment.Decide(offered, new(Given.Appointment, Given.MatterId), null, Given.By(Given.Self with { Id = Guid.NewGuid() })).Refusal()
            .ShouldBeOfType<AppointmentNotFound>();
    }

    [Fact]
    public void A_guardian_answers_for_a_child_and_a_stranger_does_not()
    {
        var guardian = Given.Self with { Id = Guid.NewGuid() };
        var child = Given.Person(new Residents.Vault.Representative(guardian.Id, "guardian", new(2015, 1, 1)));
        var (offered, command) = (Given.Appointments(Given.Offer()), new AcceptAppointment(Given.Appointment, Given.MatterId));

        AcceptAppointment.Decide(offered, command, child, Given.By(guardian)).Events().Count.ShouldBe(1);
        AcceptAppointment.Decide(offered, command, child, Given.By(Given.Self with { Id = Guid.NewGuid() })).Refusal().ShouldBeOfType<AppointmentNotFound>();
        AcceptAppointment.Decide(offered, command, child with { BirthDate = new(2000, 1, 1) }, Given.By(guardian)).Refusal().ShouldBeOfType<AppointmentNotFound>();
        AcceptAppointment.Decide(offered, command, child with { Person = Guid.NewGuid() }, Given.By(guardian)).Refusal().ShouldBeOfType<AppointmentNotFound>();
    }

    [Fact]
    public void Declining_frees_the_slot_and_keeps_the_reason_as_a_code_with_its_words_sealed()
    {
        var events = Decline("time_does_not_suit", "Olen töissä.").Events();

        events[0].ShouldBe(new SlotFreed(Given.Opened().Day, Given.Nine, Given.Appointment, "health"));
        var declined = events[1].ShouldBeOfType<AppointmentDeclined>();
        (declined.Reason, declined.DeclinedOn, declined.Date).ShouldBe(("time_does_not_suit", Given.Today, Given.Thursday));
        declined.Words!.Key.ShouldBe(Given.MatterId);
        declined.ToString().ShouldNotContain("töissä");
        Decline("because", null).Refusal().ShouldBeOfType<UnknownDeclineReason>();
        Decline("other", new string('x', 201)).Refusal().ShouldBeOfType<ReasonTooLong>();
        Decline("other", null).Events()[1].ShouldBeOfType<AppointmentDeclined>().Words.ShouldBeNull();
    }

    [Fact]
    public void No_show_and_cancelling_carry_their_days()
    {
        var booked = Given.Appointments(Given.Offer(), Given.Accepted);
        var after = Given.By(Given.Staff, Given.Now + Duration.FromDays(3));
        MarkNoShow.Decide(booked, new(Given.Appointment, Given.MatterId), after).Events().ShouldHaveSingleItem().ShouldBeOfType<NoShow>().Date.ShouldBe(Given.Thursday);
        var cancelled = CancelAppointment.Decide(booked, new(Given.Appointment, Given.MatterId), null, Given.By(Given.Self)).Events()[1].ShouldBeOfType<AppointmentCancelled>();
        (cancelled.By, cancelled.CancelledOn, cancelled.Date).ShouldBe(("resident", Given.Today, Given.Thursday));
        MarkNoShow.Decide(booked, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff)).Refusal().ShouldBeOfType<AppointmentAhead>();
    }

    [Fact]
    public void A_mark_that_the_client_has_arrived_is_taken_back_and_the_time_is_booked_as_before()
    {
        IEvent[] arrived = [Given.Offer(), Given.Accepted, new Arrived(Given.Appointment, Given.MatterId, "health")];
        var back = TakeBack(arrived).Events().ShouldHaveSingleItem().ShouldBeOfType<ArrivalTakenBack>();
        Given.Appointments([.. arrived, back]).Find(Given.Appointment)!.Status.ShouldBe(Statuses.Booked);
        TakeBack([.. arrived, back]).Refusal().ShouldBeOfType<NotInThisState>();
        TakeBack([]).Refusal().ShouldBeOfType<AppointmentNotFound>();

        static Decision TakeBack(IEvent[] events) => TakeBackArrival.Decide(Given.Appointments(events), new(Given.Appointment, Given.MatterId));
    }

    [Fact]
    public void A_visit_that_never_happened_leaves_its_time_booked_and_it_can_be_marked_anew()
    {
        var other = Guid.NewGuid();
        var attended = new Attended(Given.Appointment, Given.MatterId, Given.PhysicianId, "physician", "licensed", Given.Thursday, "health");
        IEvent[] marked = [Given.Offer(), Given.Accepted, attended, Given.Offer() with { Appointment = other }, attended with { Appointment = other }];
        var back = Given.Appointments(marked).WithoutVisit(Given.MatterId, 3).ShouldNotBeNull();
        (back.Appointment, back.Date, back.BookedTime()).ShouldBe((Given.Appointment, Given.Thursday, new(BookedTimeChange.Accepted, Given.Thursday)));

        var after = Given.Appointments([.. marked, back]);
        (after.Find(Given.Appointment)!.Status, after.Find(other)!.Status).ShouldBe((Statuses.Booked, Statuses.Attended));
        MarkNoShow.Decide(after, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Given.Now + Duration.FromDays(3))).Events().ShouldHaveSingleItem().ShouldBeOfType<NoShow>();
        after.WithoutVisit(Given.MatterId, 3).ShouldBeNull();
        after.WithoutVisit(Given.MatterId, 2).ShouldBeNull();
        // The second visit of the same time.
        Given.Appointments([.. marked, back, attended]).WithoutVisit(Given.MatterId, 7).ShouldBe(back);
    }

    [Fact]
    public void A_mark_that_the_client_did_not_come_is_taken_back()
    {
        IEvent[] marked = [Given.Offer(), Given.Accepted, new NoShow(Given.Appointment, Given.MatterId, "health", Given.Thursday)];
        var back = TakeBack(marked).Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>();
        (back.Date, back.Recording, back.Stage).ShouldBe((Given.Thursday, 3, "booked"));
        Given.Appointments([.. marked, back]).Find(Given.Appointment)!.Status.ShouldBe(Statuses.Booked);

        TakeBack([.. marked, back]).Refusal().ShouldBeOfType<NotInThisState>();
        TakeBack([]).Refusal().ShouldBeOfType<AppointmentNotFound>();
        // The second mark of the same time.
        TakeBack([.. marked, back, marked[2]]).Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>().Recording.ShouldBe(5);

        static Decision TakeBack(IEvent[] events, string stage = "no_show") =>
            TakeBackNoShow.Decide(Given.Appointments(events), Given.Fold<MatterFacts>(events), new(Given.Appointment, Given.MatterId), stage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_marks_of_one_matter_are_taken_back_in_any_order(bool firstFirst)
    {
        var other = Guid.NewGuid();
        List<IEvent> events =
        [
            Given.Offer(), Given.Accepted, Given.Offer() with { Appointment = other }, Given.Accepted with { Appointment = other },
            new NoShow(Given.Appointment, Given.MatterId, "health", Given.Thursday), new NoShow(other, Given.MatterId, "health", Given.Thursday),
        ];
        var stages = new List<string>();
        foreach (var appointment in firstFirst ? [Given.Appointment, other] : (Guid[])[other, Given.Appointment])
        {
            var stage = events.OfType<Cases.Views.IMatterStage>().Last().Stage;
            var back = TakeBackNoShow.Decide(Given.Appointments([.. events]), Given.Fold<MatterFacts>(events), new(appointment, Given.MatterId), stage)
                .Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>();
            events.Add(back);
            stages.Add(back.Stage);
        }

        stages.ShouldBe(["no_show", "booked"]);
    }

    [Theory]
    [InlineData("no_show", "booked")]
    [InlineData("offered", "offered")]
    [InlineData("attended", "attended")]
    [InlineData("closed", "closed")]
    public void What_came_after_a_mark_stays_when_it_is_taken_back(string stage, string after)
    {
        IEvent[] marked = [Given.Offer(), Given.Accepted, new NoShow(Given.Appointment, Given.MatterId, "health", Given.Thursday)];
        TakeBackNoShow.Decide(Given.Appointments(marked), Given.Fold<MatterFacts>(marked), new(Given.Appointment, Given.MatterId), stage)
            .Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>().Stage.ShouldBe(after);
    }

    [Theory]
    [InlineData(-1, false, "ahead")]
    [InlineData(-1, true, "ahead")]
    [InlineData(0, false, "early")]
    [InlineData(0, true, "attended")]
    public void A_visit_is_marked_before_its_hour_only_when_the_client_has_arrived(int days, bool arrived, string expected)
    {
        var booked = arrived
            ? Given.Appointments(Given.Offer(), Given.Accepted, new Arrived(Given.Appointment, Given.MatterId, "health"))
            : Given.Appointments(Given.Offer(), Given.Accepted);
        // Thursday at nine in Finland is seven; an hour before it is six.
        var early = Instant.FromUtc(2026, 3, 12, 5, 59) + Duration.FromDays(days);
        var decision = MarkAttended.Decide(booked, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, early));
        if (expected == "attended")
            decision.Events().ShouldHaveSingleItem().ShouldBeOfType<Attended>().Date.ShouldBe(Given.Thursday);
        else if (expected == "early")
            decision.Refusal().ShouldBe(new NotArrivedYet(Given.Nine, new(8, 0)));
        else
            decision.Refusal().ShouldBeOfType<AppointmentAhead>();
        MarkAttended.Decide(booked, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Instant.FromUtc(2026, 3, 12, 6, 0))).Events().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(2, 59, false)]
    [InlineData(3, 0, true)]
    public void An_arrival_is_marked_when_the_client_can_have_come_for_the_time(int hour, int minute, bool arrived)
    {
        // Thursday at nine in Finland is seven.
        var decision = MarkArrived.Decide(
            Given.Appointments(Given.Offer(), Given.Accepted), new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Instant.FromUtc(2026, 3, 12, hour, minute)));
        if (arrived)
            decision.Events().ShouldHaveSingleItem().ShouldBeOfType<Arrived>();
        else
            decision.Refusal().ShouldBe(new ArrivedTooEarly(Given.Nine, new(5, 0)));
    }

    private static Decision Accept(MatterAppointments appointments, Instant now) =>
        AcceptAppointment.Decide(appointments, new(Given.Appointment, Given.MatterId), null, Given.By(Given.Self, now));

    [Fact]
    public void The_clocks_are_told_the_day_and_whose_time_was_declined() =>
        Decline("time_does_not_suit", null).Events().OfType<AppointmentDeclined>().Single().ClockFacts().ShouldBe([new("offer_declined", Given.Thursday, "physician", "licensed")]);

    private static Decision Decline(string reason, string? words) =>
        DeclineAppointment.Decide(Given.Appointments(Given.Offer()), new(Given.Appointment, Given.MatterId, reason, words), null, Given.By(Given.Self));

    private static Decision Offer(ScheduleDay day, Matter? matter = null, bool agreed = false) =>
        Decide(day, matter ?? Given.OpenMatter, Given.Appointments(), agreed, Given.Physician);

    private static Decision Decide(ScheduleDay day, Matter matter, MatterAppointments appointments, bool agreed, Organisation.Views.ProfessionalRow? professional, Content.BookingSettings? settings = null) =>
        OfferAppointment.Decide(day, matter, appointments, new(Guid.NewGuid(), Given.MatterId, Given.Opened().Day, Given.Nine, agreed), professional, settings ?? Given.Settings, Given.By(Given.Staff));
}
