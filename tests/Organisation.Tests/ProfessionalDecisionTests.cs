using NodaTime;
using Yhteys.Organisation.Views;
namespace Yhteys.Organisation.Tests;

public sealed class ProfessionalDecisionTests
{
    private static readonly AppointProfessional Appoint = new(Given.Nurse, "Aino", "Koivu", "nurse", Given.Day);
    private static readonly GrantRole Grant = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
    private static readonly RoleGranted Granted = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
    private static readonly EndRole End = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(30));
    private static readonly RoleEnded Ended = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(30));

    private static readonly UnitRow Guard = new(Given.Unit, Given.Opened.Name, "health_centre", "217", ["primary_care"], true, Given.Day, null, OpeningHours.Office);

    [Fact]
    public void The_licence_follows_from_the_profession() =>
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint, Given.Codes).Event().ShouldBe(Given.Appointed);

    [Fact]
    public void An_appointment_is_refused_with_the_reason()
    {
        AppointProfessional.Decide(Given.State<ProfessionalState>(Given.Appointed), Appoint, Given.Codes).ShouldRefuse<AlreadyAppointed>();
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { Surname = "" }, Given.Codes).ShouldRefuse<ProfessionalNameMissing>();
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { Surname = "007" }, Given.Codes).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBe(new ProfessionalNameWrong("Surname"));
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { GivenName = "<Aino>" }, Given.Codes).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBe(new ProfessionalNameWrong("GivenName"));
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { Profession = "wizard" }, Given.Codes).ShouldRefuse<UnknownProfession>();
    }

    [Fact]
    public void A_role_is_granted_once_and_ends_once()
    {
        var appointed = Given.State<ProfessionalState>(Given.Appointed);
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        var gone = Given.State<ProfessionalState>(Given.Appointed, Granted, Ended);

        GrantRole.Decide(appointed, Grant, Given.Day).Event().ShouldBe(Granted);
        GrantRole.Decide(working, Grant, Given.Day).ShouldRefuse<RoleAlreadyGranted>();
        EndRole.Decide(working, End, [], [], Given.Day).Event().ShouldBe(Ended);
        EndRole.Decide(gone, End, [], [], Given.Day.PlusDays(31)).ShouldRefuse<RoleNotHeld>();
        var again = Grant with { FirstDay = Ended.LastDay.PlusDays(1) };
        GrantRole.Decide(gone, again, again.FirstDay).Event().ShouldBe(Granted with { FirstDay = again.FirstDay });
    }

    [Fact]
    public void A_role_needs_a_professional_and_is_one_of_the_staff()
    {
        GrantRole.Decide(ProfessionalState.Empty, Grant, Given.Day).ShouldRefuse<ProfessionalNotFound>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant, Given.Day, by: Given.Nurse).ShouldRefuse<RoleToOneself>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant, Given.Day, by: Given.Unit).Event().ShouldBe(Granted);
        EndRole.Decide(ProfessionalState.Empty, End, [], [], Given.Day).ShouldRefuse<ProfessionalNotFound>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant with { Role = Roles.Resident }, Given.Day).ShouldRefuse<UnknownRole>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant with { Role = "king" }, Given.Day).ShouldRefuse<UnknownRole>();
    }

    [Fact]
    public void A_role_ends_on_its_first_day_at_the_earliest_and_begins_with_the_service()
    {
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        EndRole.Decide(working, End with { LastDay = Given.Day }, [], [], Given.Day).Event().ShouldBeOfType<RoleEnded>();
        EndRole.Decide(working, End with { LastDay = Given.Day.PlusDays(-1) }, [], [], Given.Day).ShouldRefuse<RoleEndsBeforeItBegins>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant with { FirstDay = Given.Day.PlusDays(-1) }, Given.Day).ShouldRefuse<RoleBeforeAppointment>();
    }

    [Fact]
    public void An_end_that_is_ahead_can_be_changed()
    {
        var ending = Given.State<ProfessionalState>(Given.Appointed, Granted, Ended);
        var sooner = End with { LastDay = Given.Day.PlusDays(3) };
        EndRole.Decide(ending, sooner, [], [], Given.Day).Event().ShouldBe(Ended with { LastDay = sooner.LastDay });
        EndRole.Decide(ending, sooner, [], [], Ended.LastDay).Event().ShouldBe(Ended with { LastDay = sooner.LastDay });
        EndRole.Decide(ending, sooner, [], [], Ended.LastDay.PlusDays(1)).ShouldRefuse<RoleNotHeld>();
        EndRole.Decide(ending, End, [], [], Given.Day).ShouldBe(Kernel.Decision.Nothing);
        Given.State<ProfessionalState>(Given.Appointed, Granted, Ended, Ended with { LastDay = sooner.LastDay }).Roles.ShouldHaveSingleItem().LastDay.ShouldBe(sooner.LastDay);

        var admin = Given.State<ProfessionalState>(
            Given.Appointed, Granted with { Role = Roles.Admin, Unit = Roles.WholeCounty }, Ended with { Role = Roles.Admin, Unit = Roles.WholeCounty, LastDay = new(2099, 2, 1) });
        var other = new Views.ProfessionalRow(Guid.NewGuid(), "Oona", "Ojala", "nurse", "licensed", Given.Day, [new(Roles.WholeCounty, Roles.Admin, new(2099, 1, 1))]);
        EndRole.Decide(admin, sooner with { Role = Roles.Admin, Unit = Roles.WholeCounty }, [other], [], Given.Day).ShouldRefuse<LastAdmin>();
    }

    [Fact]
    public void A_role_that_has_not_begun_is_taken_back()
    {
        var ahead = Granted with { FirstDay = Given.Day.PlusDays(10) };
        var state = Given.State<ProfessionalState>(Given.Appointed, ahead);
        var back = EndRole.Decide(state, End with { LastDay = Given.Day }, [], [], Given.Day).Event().ShouldBeOfType<RoleEnded>();
        Given.State<ProfessionalState>(Given.Appointed, ahead, back).Roles.ShouldBeEmpty();
        EndRole.Decide(state, End with { LastDay = Given.Day }, [], [], ahead.FirstDay).ShouldRefuse<RoleEndsBeforeItBegins>();
        EndRole.Decide(Given.State<ProfessionalState>(Given.Appointed, Granted, Ended, ahead, back), End with { LastDay = Given.Day.PlusDays(2) }, [], [], Given.Day)
            .Event().ShouldBeOfType<RoleEnded>("what was granted before stays");
    }

    [Fact]
    public void A_role_with_an_end_or_a_beginning_ahead_is_not_granted_beside_itself()
    {
        var ending = Given.State<ProfessionalState>(Given.Appointed, Granted, Ended);
        GrantRole.Decide(ending, Grant with { FirstDay = Given.Day.PlusDays(5) }, Given.Day).ShouldRefuse<RoleAlreadyGranted>();
        GrantRole.Decide(ending, Grant with { FirstDay = Ended.LastDay.PlusDays(9) }, Given.Day).ShouldRefuse<RoleAlreadyGranted>();
        GrantRole.Decide(ending, Grant with { FirstDay = Ended.LastDay }, Ended.LastDay.PlusDays(1)).ShouldRefuse<RoleAlreadyGranted>();

        var ahead = Given.State<ProfessionalState>(Given.Appointed, Granted with { FirstDay = Given.Day.PlusDays(10) });
        GrantRole.Decide(ahead, Grant, Given.Day).ShouldRefuse<RoleAlreadyGranted>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed, Granted with { FirstDay = Given.Day.PlusDays(10) }, Ended with { LastDay = Given.Day }), Grant, Given.Day)
            .Event().ShouldBe(Granted, "what was taken back may be granted again");
    }

    [Fact]
    public void A_role_is_of_a_unit_or_of_the_whole_county()
    {
        var appointed = Given.State<ProfessionalState>(Given.Appointed);
        GrantRole.Decide(appointed, Grant with { Unit = Roles.WholeCounty }, Given.Day).ShouldRefuse<RoleElsewhere>();
        GrantRole.Decide(appointed, Grant with { Role = Roles.Admin }, Given.Day).ShouldRefuse<RoleElsewhere>();
        GrantRole.Decide(appointed, Grant with { Role = Roles.Admin, Unit = Roles.WholeCounty }, Given.Day).Event().ShouldBeOfType<RoleGranted>();
    }

    [Fact]
    public void A_role_belongs_to_its_professions()
    {
        ProfessionalState Of(string profession) => Given.State<ProfessionalState>(Given.Appointed with { Profession = profession });
        GrantRole.Decide(Of("social_counsellor"), Grant with { Role = Roles.Doctor }, Given.Day).ShouldRefuse<RoleNotOfProfession>();
        GrantRole.Decide(Of("nurse"), Grant with { Role = Roles.SocialWorker }, Given.Day).ShouldRefuse<RoleNotOfProfession>();
        GrantRole.Decide(Of("physician"), Grant with { Role = Roles.Dentist }, Given.Day).ShouldRefuse<RoleNotOfProfession>();
        GrantRole.Decide(Of("physician"), Grant with { Role = Roles.Doctor }, Given.Day).Event().ShouldBeOfType<RoleGranted>();
        GrantRole.Decide(Of("social_counsellor"), Grant with { Role = Roles.SocialWorker }, Given.Day).Event().ShouldBeOfType<RoleGranted>();
        GrantRole.Decide(Of("service_adviser"), Grant with { Role = Roles.UnitManager }, Given.Day).Event().ShouldBeOfType<RoleGranted>();
    }

    [Fact]
    public void Somebody_is_left_who_can_grant_roles()
    {
        var admin = Given.State<ProfessionalState>(Given.Appointed, Granted with { Role = Roles.Admin, Unit = Roles.WholeCounty });
        var end = End with { Role = Roles.Admin, Unit = Roles.WholeCounty };
        var other = new Views.ProfessionalRow(Guid.NewGuid(), "Oona", "Ojala", "nurse", "licensed", Given.Day, [new(Roles.WholeCounty, Roles.Admin, Given.Day)]);
        EndRole.Decide(admin, end, [], [], Given.Day).ShouldRefuse<LastAdmin>();
        EndRole.Decide(admin, end, [other with { Professional = Given.Nurse }], [], Given.Day).ShouldRefuse<LastAdmin>();
        EndRole.Decide(admin, end, [other with { Roles = [other.Roles[0] with { LastDay = Given.Day }] }], [], Given.Day).ShouldRefuse<LastAdmin>();
        EndRole.Decide(admin, end, [other], [], Given.Day).Event().ShouldBeOfType<RoleEnded>();
    }

    [Fact]
    public void Who_becomes_an_administrator_later_is_not_one_who_is_left()
    {
        var admin = Given.State<ProfessionalState>(Given.Appointed, Granted with { Role = Roles.Admin, Unit = Roles.WholeCounty });
        var end = End with { Role = Roles.Admin, Unit = Roles.WholeCounty };
        Views.ProfessionalRow From(NodaTime.LocalDate day) => new(Guid.NewGuid(), "Oona", "Ojala", "nurse", "licensed", Given.Day, [new(Roles.WholeCounty, Roles.Admin, day)]);
        EndRole.Decide(admin, end, [From(new(2099, 1, 1))], [], Given.Day).ShouldRefuse<LastAdmin>();
        EndRole.Decide(admin, end, [From(end.LastDay.PlusDays(1))], [], Given.Day).ShouldRefuse<LastAdmin>();
        EndRole.Decide(admin, end, [From(end.LastDay)], [], Given.Day).Event().ShouldBeOfType<RoleEnded>();
    }

    [Fact]
    public void What_has_changed_since_the_page_was_opened_is_not_changed_again()
    {
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        foreach (var decision in new[] { GrantRole.Decide(working, Grant with { Seen = 1 }, Given.Day), EndRole.Decide(working, End with { Seen = 1 }, [], [], Given.Day) })
            decision.ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
        EndRole.Decide(working, End with { Seen = 2 }, [], [], Given.Day).Event().ShouldBeOfType<RoleEnded>();
    }

    [Fact]
    public void A_role_ends_with_its_unit_at_the_latest()
    {
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        UnitRow[] units = [Guard with { AlwaysStaffed = false, LastDay = End.LastDay }];
        EndRole.Decide(working, End, [], units, Given.Day).Event().ShouldBeOfType<RoleEnded>();
        EndRole.Decide(working, End with { LastDay = End.LastDay.PlusDays(1) }, [], units, Given.Day).ShouldRefuse<RoleOutlivesUnit>();
    }

    [Fact]
    public void Somebody_is_left_in_the_only_unit_with_staff_that_is_always_staffed()
    {
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        var second = Guard with { Unit = Guid.NewGuid() };
        ProfessionalRow Works(Guid professional, Guid unit, LocalDate? last = null) => new(professional, "Aino", "Koivu", "nurse", "licensed", Given.Day, [new(unit, Roles.GuidanceNurse, Given.Day, last)]);
        Kernel.Decision Ends(UnitRow[] units, params ProfessionalRow[] others) => EndRole.Decide(working, End, [Works(Given.Nurse, Given.Unit), .. others], units, Given.Day);

        Ends([Guard]).ShouldRefuse<LastOfAlwaysStaffed>();
        Ends([Guard, second]).ShouldRefuse<LastOfAlwaysStaffed>();
        Ends([Guard], Works(Guid.NewGuid(), Given.Unit, End.LastDay)).ShouldRefuse<LastOfAlwaysStaffed>();
        Ends([Guard], Works(Guid.NewGuid(), Given.Unit, End.LastDay.PlusDays(1))).ShouldRefuse<LastOfAlwaysStaffed>(); // from the day after next nobody is there
        Ends([Guard, second with { LastDay = End.LastDay.PlusDays(9) }], Works(Guid.NewGuid(), second.Unit)).ShouldRefuse<LastOfAlwaysStaffed>();
        Ends([Guard], Works(Guid.NewGuid(), Given.Unit)).Event().ShouldBeOfType<RoleEnded>();
        Ends([Guard, second], Works(Guid.NewGuid(), second.Unit)).Event().ShouldBeOfType<RoleEnded>();
        Ends([Guard with { AlwaysStaffed = false }]).Event().ShouldBeOfType<RoleEnded>();
    }
}
