using NodaTime;
using Yhteys.Assessment;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Booking.Tests;

/// <summary>A matter with two times: when one of them comes to nothing, the matter lies where the other one leaves it.</summary>
public sealed class TimesBesideTests
{
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly LocalDate Later = new(2026, 3, 19);

    private static readonly IEvent[]
        None = [],
        OtherOffered = [Given.Offer(Later, null, new(2026, 3, 17)) with { Appointment = Other }],
        OtherBooked = [.. OtherOffered, Given.Accepted with { Appointment = Other }];

    [Fact]
    public void A_booked_time_beside_leaves_the_matter_booked() => Leaves(OtherBooked, "booked", "booked", "booked", "booked");

    [Fact]
    public void An_offered_time_beside_leaves_it_offered() => Leaves(OtherOffered, "offered", "offered", "offered", "offered");

    [Fact]
    public void A_client_who_has_come_for_the_other_time_has_it_still() =>
        Leaves([.. OtherBooked, new Arrived(Other, Given.MatterId, "health")], "booked", "booked", "booked", "booked");

    [Fact]
    public void Without_another_time_it_lies_where_the_one_came_to() => Leaves(None, "cancelled", "declined", "lapsed", "no_show");

    [Fact]
    public void A_time_that_came_to_nothing_earlier_does_not_stand() =>
        Leaves([.. OtherBooked, new AppointmentCancelled(Other, Given.MatterId, "unit", "health")], "cancelled", "declined", "lapsed", "no_show");

    [Fact]
    public void A_time_of_an_earlier_day_that_nobody_has_marked_and_an_offer_that_is_over_do_not_stand()
    {
        Leaves(
            [Given.Offer(Given.Today.PlusDays(-1)) with { Appointment = Other }, Given.Accepted with { Appointment = Other }], "cancelled", "declined", "lapsed", "no_show");
        Leaves([Given.Offer(Later, null, Given.Today.PlusDays(-1)) with { Appointment = Other }], "cancelled", "declined", "lapsed", "no_show");
    }

    [Fact]
    public void What_happened_is_told_as_it_was()
    {
        IMatterStage cancelled = Cancel(OtherBooked);
        (cancelled.Stage, cancelled.CareGiven).ShouldBe(("cancelled", false));
        new AppointmentCancelled(Given.Appointment, Given.MatterId, "unit", "health").Left.ShouldBeNull("what was kept before goes on to mean that nothing stands");
    }

    [Theory]
    [InlineData(true, "booked")]
    [InlineData(false, "offered")]
    public void A_mark_beside_another_time_is_taken_back_to_what_was_before_it(bool booked, string before)
    {
        IEvent[] events = [Given.Offer(), Given.Accepted, .. booked ? OtherBooked : OtherOffered];
        IEvent[] marked = [.. events, Missed(events)];

        TakeBackNoShow.Decide(Given.Appointments(marked), Given.Fold<MatterFacts>(marked), new(Given.Appointment, Given.MatterId), Of(marked[^1]))
            .Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>().Stage.ShouldBe(before);
    }

    [Fact]
    public void A_mark_that_left_an_offer_is_taken_back_to_the_time_that_is_booked_again()
    {
        IEvent[] events = [.. OtherOffered, Given.Offer(), Given.Accepted];
        IEvent[] marked = [.. events, Missed(events)];
        Of(marked[^1]).ShouldBe("offered");

        TakeBackNoShow.Decide(Given.Appointments(marked), Given.Fold<MatterFacts>(marked), new(Given.Appointment, Given.MatterId), "offered")
            .Events().ShouldHaveSingleItem().ShouldBeOfType<NoShowTakenBack>().Stage.ShouldBe("booked");
    }

    private static void Leaves(IEvent[] beside, string cancelled, string declined, string lapsed, string missed)
    {
        Of(Cancel(beside)).ShouldBe(cancelled);
        Of(Decided<AppointmentDeclined>(DeclineAppointment.Decide(Given.Appointments([.. beside, Given.Offer()]), new(Given.Appointment, Given.MatterId), null, Given.By(Given.Self))))
            .ShouldBe(declined);
        Of(Decided<OfferLapsed>(LapseOffer.Decide(
            Given.Appointments([.. beside, Given.Offer()]), new(Given.Appointment, Given.MatterId), Given.By(Actor.System, Given.Now + Duration.FromDays(2))))).ShouldBe(lapsed);
        Of(Missed([.. beside, Given.Offer(), Given.Accepted])).ShouldBe(missed);
    }

    private static AppointmentCancelled Cancel(IEvent[] beside) => Decided<AppointmentCancelled>(
        CancelAppointment.Decide(Given.Appointments([.. beside, Given.Offer(), Given.Accepted]), new(Given.Appointment, Given.MatterId), null, Given.By(Given.Self)));

    private static NoShow Missed(IEvent[] events) => Decided<NoShow>(
        MarkNoShow.Decide(Given.Appointments(events), new(Given.Appointment, Given.MatterId), Given.By(Given.Staff, Given.Now + Duration.FromDays(3))));

    private static T Decided<T>(Decision decision) where T : IEvent => decision.Events().OfType<T>().ShouldHaveSingleItem();

    private static string Of(IEvent e) => ((Access.IMatterProgress)e).Progress().State.ShouldNotBeNull();
}
