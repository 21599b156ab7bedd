using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking.Tests;

public sealed class MoveTests
{
    private static readonly LocalDate Friday = new(2026, 3, 13);
    private static readonly ScheduleDay From = Given.Day(null, new SlotGiven(Given.Opened().Day, Given.Nine, Given.Appointment, "health"));
    private static readonly MatterAppointments Booked = Given.Appointments(Given.Offer(), Given.Accepted);

    [Fact]
    public void Staff_move_a_booked_time_and_the_old_one_is_free_again()
    {
        var events = Move(Given.Staff).Events();

        events[0].ShouldBe(new SlotFreed(From.Id(), Given.Nine, Given.Appointment, "health"));
        events[1].ShouldBe(new SlotGiven(ScheduleDay.IdOf(Given.PhysicianId, Friday), Given.Nine, Given.Appointment, "health"));
        var moved = events[2].ShouldBeOfType<AppointmentMoved>();
        (moved.By, moved.MovedOn, moved.Date, moved.Person, moved.AnswerBy).ShouldBe(("unit", Given.Today, Friday, Given.Resident, null));
    }

    [Fact]
    public void A_moved_offer_waits_for_its_answer_anew() =>
        Move(Given.Staff, Given.Appointments(Given.Offer())).Events()[2].ShouldBeOfType<AppointmentMoved>().AnswerBy.ShouldBe(new LocalDate(2026, 3, 12));

    [Fact]
    public void An_offer_is_moved_only_to_a_time_that_leaves_the_client_time_to_answer_and_a_booked_time_to_any()
    {
        var settings = Given.Settings with { OfferHoursBefore = 72 };
        var waits = Given.Appointments(Given.Offer());
        Move(Given.Staff, waits, settings: settings, now: Given.Now + Duration.FromSeconds(1)).Refusal().ShouldBe(new MoveTooSoon(72));
        Move(Given.Staff, waits, settings: settings).Events().Count.ShouldBe(3, "three days before to the second");
        Move(Given.Staff, settings: settings, now: Given.Now + Duration.FromDays(1)).Events().Count.ShouldBe(3);
    }

    [Fact]
    public void A_resident_moves_their_own_booked_time() =>
        Move(Given.Self).Events()[2].ShouldBeOfType<AppointmentMoved>().By.ShouldBe("resident");

    [Fact]
    public void The_clocks_are_told_the_day_that_a_resident_left_but_not_one_that_the_unit_took_away()
    {
        Move(Given.Self).Events()[2].ShouldBeOfType<AppointmentMoved>().ClockFacts().ShouldBe([new("offer_declined", Given.Thursday, "physician", "licensed")]);
        Move(Given.Staff).Events()[2].ShouldBeOfType<AppointmentMoved>().ClockFacts().ShouldBeEmpty();
    }

    [Fact]
    public void But_only_when_the_unit_allows_it_and_in_time_and_in_the_same_group()
    {
        Move(Given.Self, unit: Given.Unit with { Kind = "social_centre" }).Refusal().ShouldBeOfType<MoveNotAllowed>();
        Move(Given.Self, unit: null, noUnit: true).Refusal().ShouldBeOfType<MoveNotAllowed>();
        Move(Given.Self, now: Given.Now + Duration.FromDays(1)).Refusal().ShouldBe(new TooLateToMove(24));
        Move(Given.Self, now: Given.Now + Duration.FromDays(1) - Duration.FromSeconds(1)).Events().Count.ShouldBe(3);
        Move(Given.Self, to: Given.Opened(Friday) with { Profession = "nurse" }).Refusal().ShouldBeOfType<OtherGroup>();
        Move(Given.Self, to: Given.Opened(Friday) with { ServiceLine = "mental_health_addiction" }).Refusal().ShouldBeOfType<OtherGroup>();
        Move(Given.Self, Given.Appointments(Given.Offer())).Refusal().ShouldBeOfType<NotInThisState>();
        Move(Given.Self with { Id = Guid.NewGuid() }).Refusal().ShouldBeOfType<AppointmentNotFound>();
    }

    [Fact]
    public void Staff_move_it_to_a_time_of_the_line_that_the_matter_has_now_a_resident_within_the_group_that_it_has()
    {
        const string other = "mental_health_addiction";
        Move(Given.Staff, line: other).Refusal().ShouldBeOfType<SlotOfOtherLine>();
        Move(Given.Staff, to: Given.Opened(Friday) with { ServiceLine = other }).Refusal().ShouldBeOfType<SlotOfOtherLine>();
        Move(Given.Staff, to: Given.Opened(Friday) with { ServiceLine = other }, line: other).Events().Count.ShouldBe(3);
        Move(Given.Self, line: other).Events().Count.ShouldBe(3, "the matter was referred, the time is what it was");
    }

    [Fact]
    public void A_time_that_is_taken_or_the_same_is_refused()
    {
        MoveAppointment.Decide(From, From, Booked, new(Given.Appointment, Given.MatterId, From.Id(), Given.Nine), Given.Physician, Given.Unit, null, "primary_care", Given.Settings, Given.By(Given.Staff))
            .Refusal().ShouldBeOfType<SameTime>();
        var taken = Given.Day(Given.Opened(Friday), new SlotGiven(ScheduleDay.IdOf(Given.PhysicianId, Friday), Given.Nine, Guid.NewGuid(), "health"));
        MoveAppointment.Decide(From, taken, Booked, Command, Given.Physician, Given.Unit, null, "primary_care", Given.Settings, Given.By(Given.Staff)).Refusal().ShouldBeOfType<SlotTaken>();
        Move(Given.Staff, Given.Appointments(Given.Offer(), Given.Accepted, new AppointmentCancelled(Given.Appointment, Given.MatterId, "unit", "health"))).Refusal()
            .ShouldBeOfType<NotInThisState>();
    }

    private static MoveAppointment Command => new(Given.Appointment, Given.MatterId, ScheduleDay.IdOf(Given.PhysicianId, Friday), Given.Nine);

    private static Decision Move(
        Actor actor, MatterAppointments? appointments = null, ScheduleDayOpened? to = null, UnitRow? unit = null, Instant? now = null, bool noUnit = false,
        string line = "primary_care", Content.BookingSettings? settings = null) =>
        MoveAppointment.Decide(
            From, Given.Day(to ?? Given.Opened(Friday)), appointments ?? Booked, Command, Given.Physician, noUnit ? null : unit ?? Given.Unit, null, line, settings ?? Given.Settings,
            Given.By(actor, now));
}

internal static class ScheduleDays
{
    public static Guid Id(this ScheduleDay day) => ScheduleDay.IdOf(Given.PhysicianId, day.Date);
}
