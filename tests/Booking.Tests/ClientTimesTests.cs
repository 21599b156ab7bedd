using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Booking.Tests;

/// <summary>Nobody is at two places at once: what a client has in another matter or unit stands in the way of a time that meets it.</summary>
public sealed class ClientTimesTests
{
    private static readonly Guid Other = Guid.NewGuid();

    [Theory]
    [InlineData("09:00", 30, Statuses.Booked, true)]
    [InlineData("08:45", 30, Statuses.Booked, true)]
    [InlineData("09:15", 15, Statuses.Arrived, true)]
    [InlineData("08:00", 120, Statuses.Offered, true)]
    [InlineData("08:30", 30, Statuses.Booked, false)]
    [InlineData("09:30", 30, Statuses.Booked, false)]
    [InlineData("09:00", 30, Statuses.Cancelled, false)]
    [InlineData("09:00", 30, Statuses.Declined, false)]
    [InlineData("09:00", 30, Statuses.Lapsed, false)]
    public void A_time_is_offered_unless_another_one_that_stands_meets_it(string start, int minutes, string status, bool refused) =>
        Said(Offer(Time(start, minutes, status))).ShouldBe(refused ? new ClientHasTimeThen(Given.Thursday, Given.Nine, "Slot") : null);

    [Fact]
    public void An_offer_whose_time_to_answer_is_over_is_in_nobodys_way() =>
        Said(Offer(Time("09:00", 30, Statuses.Offered) with { AnswerBy = Given.Today.PlusDays(-1) })).ShouldBeNull();

    [Fact]
    public void A_time_is_not_moved_onto_another_one_and_its_own_is_not_in_its_way()
    {
        Said(Move(Given.Staff, Time("09:30"))).ShouldBe(new ClientHasTimeThen(Given.Thursday, Given.HalfPastNine, "Slot"));
        Said(Move(Given.Self, Time("09:30"))).ShouldBe(new OwnTimeThen(Given.Thursday, Given.HalfPastNine, "Slot"));
        Said(Move(Given.Staff, Time("09:15", 30) with { Appointment = Given.Appointment })).ShouldBeNull();
    }

    [Fact]
    public void An_offer_is_not_accepted_beside_a_booked_time_and_is_beside_another_offer()
    {
        Said(Accept(Given.Self, Statuses.Booked)).ShouldBe(new OwnTimeThen(Given.Thursday, Given.Nine));
        Said(Accept(Given.Staff, Statuses.Booked)).ShouldBe(new ClientHasTimeThen(Given.Thursday, Given.Nine));
        Said(Accept(Given.Self, Statuses.Offered)).ShouldBeNull();
    }

    private static Refusal? Said(Decision decision) => (decision as Decision.Refused)?.Refusal;

    private static AppointmentRow Time(string start, int minutes = 30, string status = Statuses.Booked) => new(
        Other, Guid.NewGuid(), Given.Resident, Guid.NewGuid(), Guid.NewGuid(), "adult_social", Guid.NewGuid(), "social_worker", Given.Thursday, start, minutes, status,
        null, null, null, "social");

    private static Decision Offer(AppointmentRow time) => OfferAppointment.Decide(
        Given.Day(), Given.OpenMatter, Given.Appointments(), new(Given.Appointment, Given.MatterId, Given.Opened().Day, Given.Nine), Given.Physician, Given.Settings,
        Given.By(Given.Staff), new([time]));

    private static Decision Move(Actor actor, AppointmentRow time)
    {
        var held = Given.Day(null, new SlotGiven(Given.Opened().Day, Given.Nine, Given.Appointment, "health"));
        return MoveAppointment.Decide(
            held, held, Given.Appointments(Given.Offer(), Given.Accepted), new(Given.Appointment, Given.MatterId, Given.Opened().Day, Given.HalfPastNine), Given.Physician, Given.Unit,
            null, "primary_care", Given.Settings, Given.By(actor), new([time]));
    }

    private static Decision Accept(Actor actor, string beside)
    {
        var own = Time("09:00", 30, Statuses.Offered) with { Appointment = Given.Appointment };
        return AcceptAppointment.Decide(
            Given.Appointments(Given.Offer()), new(Given.Appointment, Given.MatterId), null, Given.By(actor), new([own, Time("08:45", 30, beside)]));
    }
}
