using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases.Tests;

public sealed class AlarmTests
{
    private static readonly Instant Raised = Instant.FromUtc(2026, 3, 10, 7, 0);
    private static readonly Duration Ten = Duration.FromMinutes(10);
    private static readonly AlarmRow Alarm = new(Given.Matter, Given.OnCall.Unit, "social", Raised, true, null, null, null);
    private static readonly AcknowledgeAlarm Acknowledge = new(Given.Matter, Given.Nurse, Given.OnCall.Unit);
    private static readonly Kernel.IEvent[] InDanger = Given.Told(Given.Notice() with { Danger = true });

    [Fact]
    public void It_is_acknowledged_once_and_the_second_is_told_who_was_first()
    {
        var state = Given.State(InDanger);
        var acknowledged = Given.Accepted(AcknowledgeAlarm.Decide(state, Acknowledge, null))[0];

        acknowledged.ShouldBe(new DangerAlarmAcknowledged(Given.Matter, Given.Person, Given.Nurse, Given.OnCall.Unit, "social"));
        var after = Given.State([.. InDanger, acknowledged]);
        Given.Accepted(AcknowledgeAlarm.Decide(after, Acknowledge, Given.Professional)).ShouldBeEmpty();
        Given.Refused(AcknowledgeAlarm.Decide(after, Acknowledge with { Professional = Given.Other }, Given.Professional)).Arguments.ShouldBe(["Noora Neuvova"]);
        Given.Refused(AcknowledgeAlarm.Decide(Given.Open(), Acknowledge, null)).ShouldBeOfType<NoAlarm>();
        Given.Refused(AcknowledgeAlarm.Decide(Matter.Empty, Acknowledge, null)).ShouldBeOfType<MatterNotFound>();
    }

    [Fact]
    public void A_matter_with_an_unacknowledged_alarm_is_not_closed()
    {
        var state = Given.State(Given.Received(), new DangerAlarmRaised(Given.Matter, Given.Person, Given.OnCall.Unit, "health"));

        Given.Refused(CloseMatter.Decide(state, new(Given.Matter, "helped"), Given.Today)).ShouldBeOfType<AlarmWaits>();
        Given.Refused(HelpAtOnce.Decide(state, new(Given.Matter, "Hei"), Given.Professional, Given.Today)).ShouldBeOfType<AlarmWaits>();
    }

    public static TheoryData<string, string, bool, int, bool> Who => new()
    {
        // role, unit, at the alarmed unit's own hours → minutes waited → sees
        { Roles.SocialWorker, "on_call", true, 0, true },
        { Roles.GuidanceNurse, "on_call", true, 0, true },
        { Roles.UnitManager, "on_call", true, 0, true },
        { Roles.GuidanceNurse, "guidance", true, 0, false },
        { Roles.GuidanceNurse, "guidance", true, 9, false },
        { Roles.GuidanceNurse, "guidance", true, 10, true },
        { Roles.SocialWorker, "social_centre", false, 60, false },
        { Roles.CountyDirector, "", false, 9, false },
        { Roles.CountyDirector, "", false, 10, true },
        { Roles.Auditor, "", false, 60, false },
        { Roles.Resident, "", false, 60, false },
    };

    [Theory]
    [MemberData(nameof(Who))]
    public void The_alarmed_unit_sees_it_at_once_and_after_the_countys_minutes_all_that_are_always_staffed(
        string role, string unit, bool alwaysStaffed, int minutes, bool sees)
    {
        var row = unit switch { "on_call" => Given.OnCall, "guidance" => Given.Unit, "social_centre" => Given.SocialCentre, _ => null };
        row?.AlwaysStaffed.ShouldBe(alwaysStaffed);

        AlarmAudience.Sees(Alarm, Reader(role, row), row, Raised + Duration.FromMinutes(minutes), Ten).ShouldBe(sees);
    }

    [Fact]
    public void It_goes_where_somebody_works()
    {
        UnitRow[] units = [Given.OnCall, Given.Unit];
        ProfessionalRow[] staff = [Given.Professional with { Roles = [new(Given.Unit.Unit, Roles.GuidanceNurse, new(2024, 1, 1))] }];

        AlarmedUnit.For(Given.ChildWelfareLine, units).ShouldBe(Given.OnCall.Unit);
        AlarmedUnit.For(Given.ChildWelfareLine, units.Receiving(staff, Given.Today)).ShouldBe(Given.Unit.Unit);
        AlarmedUnit.For(Given.ChildWelfareLine, new[] { Given.OnCall }.Receiving(staff, Given.Today)).ShouldBe(Roles.WholeCounty, "everybody who may sees it, not nobody");
    }

    [Fact]
    public void Without_a_unit_that_is_always_staffed_everybody_who_may_sees_it()
    {
        var alarm = Alarm with { Unit = Roles.WholeCounty };

        AlarmAudience.Sees(alarm, Reader(Roles.SocialWorker, Given.SocialCentre), Given.SocialCentre, Raised, Ten).ShouldBeTrue();
        AlarmAudience.Sees(alarm, Reader(Roles.CountyDirector, null), null, Raised, Ten).ShouldBeTrue();
        AlarmAudience.Sees(alarm, Reader(Roles.Resident, null), null, Raised, Ten).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Roles.SocialWorker, true, "child_welfare", true)]
    [InlineData(Roles.SocialWorker, true, "adult_social", true)]
    [InlineData(Roles.SocialWorker, false, "child_welfare", false)]
    [InlineData(Roles.SocialWorker, false, "adult_social", true)]
    [InlineData(Roles.GuidanceNurse, true, "adult_social", false)]
    [InlineData(Roles.UnitManager, true, "adult_social", false)]
    [InlineData(Roles.CountyDirector, true, "adult_social", false)]
    public void Only_one_who_may_help_acknowledges(string role, bool childWelfareUnit, string line, bool may)
    {
        var unit = childWelfareUnit ? Given.OnCall : Given.Unit;

        AlarmAudience.MayAcknowledge(Alarm, line, Reader(role, unit), unit).ShouldBe(may);
    }

    private static CurrentUser Reader(string role, UnitRow? unit) => new(Given.Nurse, role, unit?.Unit, null, "Testi");
}
