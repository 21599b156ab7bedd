using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Booking.Tests;

public sealed class ScheduleTests
{
    [Fact]
    public void A_day_is_opened_with_its_times()
    {
        var opened = Open(ScheduleDay.Empty, Given.Thursday, [Given.HalfPastNine, Given.Nine]).Events().ShouldHaveSingleItem().ShouldBeOfType<ScheduleDayOpened>();

        opened.Starts.ShouldBe([Given.Nine, Given.HalfPastNine]);
        (opened.Profession, opened.Licence, opened.Register, opened.Minutes).ShouldBe(("physician", "licensed", "health", 30));
    }

    [Fact]
    public void More_times_are_opened_beside_the_first_ones_but_not_over_them()
    {
        Open(Given.Day(), Given.Thursday, [new(10, 0)]).Events().Count.ShouldBe(1);
        Open(Given.Day(), Given.Thursday, [new(9, 15)]).Refusal().ShouldBe(new TimesOpenAlready(Given.Nine));
        Open(Given.Day(), Given.Thursday, [new(8, 45)]).Refusal().ShouldBe(new TimesOpenAlready(Given.Nine));
        Open(Given.Day(), Given.Thursday, [new(8, 30)]).Events().Count.ShouldBe(1);
        Open(Given.Day(Given.Opened() with { Register = "social" }), Given.Thursday, [new(12, 0)]).Refusal().ShouldBeOfType<DayOfOtherRegister>();
    }

    [Fact]
    public void A_time_that_was_closed_is_opened_again()
    {
        var closed = Given.Day(null, new SlotClosed(Given.Opened().Day, Given.Nine, "health"));
        var again = Open(closed, Given.Thursday, [Given.Nine]).Events();
        Given.Fold<ScheduleDay>([Given.Opened(), new SlotClosed(Given.Opened().Day, Given.Nine, "health"), .. again]).Slots.Count.ShouldBe(2);
    }

    [Fact]
    public void What_makes_no_day_is_refused()
    {
        Open(ScheduleDay.Empty, Given.Today.PlusDays(-1), [Given.Nine]).Refusal().ShouldBeOfType<DayInPast>();
        Open(ScheduleDay.Empty, Given.Thursday, []).Refusal().ShouldBeOfType<StartsMissing>();
        Open(ScheduleDay.Empty, Given.Thursday, [Given.Nine, new(9, 29)]).Refusal().ShouldBeOfType<StartsOverlap>();
        Decide(ScheduleDay.Empty, Given.Thursday, [Given.Nine], Given.Working(Given.Today), Given.Line).Refusal().ShouldBeOfType<NotAtWork>();
        OpenScheduleDay.Decide(ScheduleDay.Empty, new(Given.UnitId, Given.PhysicianId, "primary_care", Given.Thursday, [Given.Nine], 30), Given.Physician, Given.Unit with { LastDay = Given.Today }, Given.Line, Given.By(Given.Staff))
            .Refusal().ShouldBeOfType<UnitHasEnded>();
        Decide(ScheduleDay.Empty, Given.Thursday, [Given.Nine], null, Given.Line).Refusal().ShouldBeOfType<ProfessionalNotFound>();
        Decide(ScheduleDay.Empty, Given.Thursday, [Given.Nine], Given.Physician, Given.Line with { Professions = ["nurse"] }).Refusal().ShouldBeOfType<ProfessionNotOfLine>();
        Decide(ScheduleDay.Empty, Given.Thursday, [Given.Nine], Given.Physician, Given.Line with { Id = "oral_health" }).Refusal().ShouldBeOfType<Cases.UnitDoesNotHandle>();
        Decide(ScheduleDay.Empty, Given.Thursday, [Given.Nine], Given.Physician, null).Refusal().ShouldBeOfType<Cases.UnknownServiceLine>();
    }

    [Fact]
    public void The_hour_that_summer_time_leaves_out_has_no_appointments_and_the_one_that_comes_twice_has()
    {
        Open(ScheduleDay.Empty, new(2026, 3, 29), [new(2, 30), new(3, 30)]).Refusal().ShouldBe(new NoSuchTime(new(3, 30)));
        Open(ScheduleDay.Empty, new(2026, 3, 29), [new(2, 30), new(4, 0)]).Events().Count.ShouldBe(1);
        Open(ScheduleDay.Empty, new(2026, 10, 25), [new(3, 30)]).Events().Count.ShouldBe(1);
    }

    [Fact]
    public void Times_come_when_the_clock_on_the_wall_says_so_on_both_sides_of_the_change()
    {
        Moments.At(new(2026, 3, 28), new(9, 0)).ShouldBe(Instant.FromUtc(2026, 3, 28, 7, 0));
        Moments.At(new(2026, 3, 29), new(9, 0)).ShouldBe(Instant.FromUtc(2026, 3, 29, 6, 0));
        Moments.At(new(2026, 10, 24), new(9, 0)).ShouldBe(Instant.FromUtc(2026, 10, 24, 6, 0));
        Moments.At(new(2026, 10, 25), new(9, 0)).ShouldBe(Instant.FromUtc(2026, 10, 25, 7, 0));
        Moments.At(new(2026, 10, 25), new(3, 30)).ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));

        var sunday = new LocalDate(2026, 3, 29);
        var booked = Given.Appointments(Given.Offer(sunday), Given.Accepted);
        MarkNoShow.Decide(booked, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Instant.FromUtc(2026, 3, 29, 5, 59))).Refusal().ShouldBeOfType<AppointmentAhead>();
        MarkNoShow.Decide(booked, new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Instant.FromUtc(2026, 3, 29, 6, 0))).Events().Count.ShouldBe(1);
    }

    [Fact]
    public void A_free_slot_and_a_free_day_are_closed_and_what_somebody_has_is_not()
    {
        var (day, taken) = (Given.Opened().Day, new SlotGiven(Given.Opened().Day, Given.Nine, Given.Appointment, "health"));
        CloseSlot.Decide(Given.Day(), new(day, Given.UnitId, Given.Nine)).Events().ShouldHaveSingleItem().ShouldBe(new SlotClosed(day, Given.Nine, "health"));
        CloseSlot.Decide(Given.Day(null, taken), new(day, Given.UnitId, Given.Nine)).Refusal().ShouldBe(new TimesHaveTakers(1));
        CloseSlot.Decide(Given.Day(null, taken), new(day, Given.UnitId, Given.HalfPastNine)).Events().Count.ShouldBe(1);
        CloseSlot.Decide(Given.Day(), new(day, Given.UnitId, new(12, 0))).Refusal().ShouldBeOfType<SlotNotFound>();
        CloseScheduleDay.Decide(Given.Day(), new(day, Given.UnitId)).Events().ShouldHaveSingleItem().ShouldBeOfType<ScheduleDayClosed>().Starts.ShouldBe([Given.Nine, Given.HalfPastNine]);
        CloseScheduleDay.Decide(Given.Day(null, taken), new(day, Given.UnitId)).Refusal().ShouldBe(new TimesHaveTakers(1));
        CloseScheduleDay.Decide(ScheduleDay.Empty, new(day, Given.UnitId)).Refusal().ShouldBeOfType<NothingToClose>();
    }

    [Fact]
    public void What_another_unit_has_open_on_the_day_is_neither_found_nor_closed()
    {
        var (day, other) = (Given.Opened().Day, Guid.NewGuid());
        var shared = Given.Day(null, Given.Opened(null, new LocalTime(13, 0)) with { Unit = other }, new SlotGiven(Given.Opened().Day, new(13, 0), Given.Appointment, "health"));

        CloseSlot.Decide(shared, new(day, other, Given.Nine)).Refusal().ShouldBeOfType<SlotNotFound>();
        CloseScheduleDay.Decide(shared, new(day, other)).Refusal().ShouldBe(new TimesHaveTakers(1));
        var closed = CloseScheduleDay.Decide(shared, new(day, Given.UnitId)).Events().ShouldHaveSingleItem().ShouldBeOfType<ScheduleDayClosed>();
        closed.Starts.ShouldBe([Given.Nine, Given.HalfPastNine], "what the other unit's client has is not in the way");
        CloseScheduleDay.Decide(shared, new(day, Guid.NewGuid())).Refusal().ShouldBeOfType<NothingToClose>();
    }

    private static Decision Open(ScheduleDay state, LocalDate date, LocalTime[] starts) => Decide(state, date, starts, Given.Physician, Given.Line);

    private static Decision Decide(ScheduleDay state, LocalDate date, LocalTime[] starts, Organisation.Views.ProfessionalRow? professional, Content.ServiceLine? line) =>
        OpenScheduleDay.Decide(state, new(Given.UnitId, Given.PhysicianId, "primary_care", date, starts, 30), professional, Given.Unit, line, Given.By(Given.Staff));
}
