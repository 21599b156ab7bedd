using Yhteys.Kernel;
using Yhteys.Residents.Care;

namespace Yhteys.Cases.Tests;

/// <summary>Who has a ground to see a matter's person after each thing that can happen to the matter.</summary>
public sealed class MatterGroundsTests
{
    private static readonly Guid Own = Given.Unit.Unit, Next = Given.SocialCentre.Unit, OnCall = Given.OnCall.Unit;
    private static readonly DangerAlarmRaised Raised = new(Given.Matter, Given.Person, OnCall, "health");
    private static readonly MatterTaken Taken = new(Given.Matter, Given.Nurse, "health");
    private static readonly MatterReleased Released = new(Given.Matter, Given.Nurse, "health");
    private static readonly MatterClosed Closed = new(Given.Matter, "helped", "health");
    private static readonly MatterReferred Referred = new(Given.Matter, Given.Person, "primary_care", Next, null!, "health");

    [Fact]
    public void A_referral_takes_the_matter_from_the_unit_that_had_it()
    {
        After((null, Given.Received())).ShouldBe([Own]);
        After((null, Given.Received()), (Own, Taken), (Own, Referred)).ShouldBe([Next]);
        After((null, Given.Received()), (Own, Taken), (Own, Referred with { Unit = Own })).ShouldBe([Own], "the unit goes on with another line");
        After((null, Given.Received()), (Own, Referred), (Next, Referred with { Unit = Own })).ShouldBe([Own]);
    }

    [Fact]
    public void An_alarm_is_the_unit_s_that_takes_it_on()
    {
        After((null, Given.Received()), (null, Raised)).ShouldBe([Own, OnCall]);
        After((null, Given.Received()), (null, Raised), (OnCall, Acknowledged(OnCall))).ShouldBe([Own, OnCall]);
        After((null, Given.Received()), (null, Raised), (Next, Acknowledged(Next))).ShouldBe([Own, Next]);
    }

    [Fact]
    public void The_alarm_ends_when_its_unit_sends_the_matter_on_or_another_closes_it()
    {
        (Guid?, IEvent)[] helped = [(null, Given.Received()), (null, Raised), (OnCall, Acknowledged(OnCall))];
        After([.. helped, (OnCall, Referred)]).ShouldBe([Next]);
        After([.. helped, (Own, Referred)]).ShouldBe([OnCall, Next], "they are still helping");
        After([.. helped, (Own, Closed)]).ShouldBe([Own]);
        After([.. helped, (OnCall, Closed)]).ShouldBe([Own, OnCall], "who closed it sees what was done");
        After([.. helped, (OnCall, new MatterEndedWithoutCare(Given.Matter, Access.ClockEndingReason.Withdrawn, Given.Today, "health"))]).ShouldBe([Own, OnCall]);
    }

    [Fact]
    public void Closing_ends_no_relation_of_the_unit_that_has_the_matter() =>
        After((null, Given.Received()), (Own, Taken), (Own, Closed), (null, new MatterReopened(Given.Matter, Given.Today, "health"))).ShouldBe([Own]);

    [Fact]
    public void Taking_a_matter_keeps_a_relation_until_it_is_let_go_and_begins_none()
    {
        (Guid?, IEvent)[] taken = [(null, Given.Received()), (null, Raised), (OnCall, Taken), (Next, Acknowledged(Next))];
        After(taken).ShouldBe([Own, OnCall, Next]);
        After([.. taken, (OnCall, Released)]).ShouldBe([Own, Next]);
        After([.. taken, (Own, Closed)]).ShouldBe([Own]);
        After((null, Given.Received()), (Next, Taken)).ShouldBe([Own], "they read it behind broken glass, or in another matter of the person");
    }

    private static DangerAlarmAcknowledged Acknowledged(Guid unit) => new(Given.Matter, Given.Person, Given.Nurse, unit, "health");

    private static IEnumerable<Guid> After(params (Guid? By, IEvent Event)[] events) => events
        .Aggregate((IReadOnlyList<CareGround>)[], (grounds, e) => e.Event is ICareChange change ? [.. change.After(grounds, e.By)] : grounds)
        .Select(g => g.Unit).Distinct().OrderBy(unit => Array.IndexOf([Own, OnCall, Next], unit));
}
