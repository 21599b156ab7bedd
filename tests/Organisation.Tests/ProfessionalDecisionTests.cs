namespace Yhteys.Organisation.Tests;

public sealed class ProfessionalDecisionTests
{
    private static readonly AppointProfessional Appoint = new(Given.Nurse, "Aino", "Koivu", "nurse", Given.Day);
    private static readonly GrantRole Grant = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
    private static readonly RoleGranted Granted = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day);
    private static readonly EndRole End = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(30));
    private static readonly RoleEnded Ended = new(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(30));

    [Fact]
    public void The_licence_follows_from_the_profession() =>
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint, Given.Codes).Event().ShouldBe(Given.Appointed);

    [Fact]
    public void An_appointment_is_refused_with_the_reason()
    {
        AppointProfessional.Decide(Given.State<ProfessionalState>(Given.Appointed), Appoint, Given.Codes).ShouldRefuse<AlreadyAppointed>();
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { Surname = "" }, Given.Codes).ShouldRefuse<ProfessionalNameMissing>();
        AppointProfessional.Decide(ProfessionalState.Empty, Appoint with { Profession = "wizard" }, Given.Codes).ShouldRefuse<UnknownProfession>();
    }

    [Fact]
    public void A_role_is_granted_once_and_ends_once()
    {
        var appointed = Given.State<ProfessionalState>(Given.Appointed);
        var working = Given.State<ProfessionalState>(Given.Appointed, Granted);
        var gone = Given.State<ProfessionalState>(Given.Appointed, Granted, Ended);

        GrantRole.Decide(appointed, Grant).Event().ShouldBe(Granted);
        GrantRole.Decide(working, Grant).ShouldRefuse<RoleAlreadyGranted>();
        EndRole.Decide(working, End).Event().ShouldBe(Ended);
        EndRole.Decide(gone, End).ShouldRefuse<RoleNotHeld>();
        GrantRole.Decide(gone, Grant).Event().ShouldBe(Granted);
    }

    [Fact]
    public void A_role_needs_a_professional_and_is_one_of_the_staff()
    {
        GrantRole.Decide(ProfessionalState.Empty, Grant).ShouldRefuse<ProfessionalNotFound>();
        EndRole.Decide(ProfessionalState.Empty, End).ShouldRefuse<ProfessionalNotFound>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant with { Role = Roles.Resident }).ShouldRefuse<UnknownRole>();
        GrantRole.Decide(Given.State<ProfessionalState>(Given.Appointed), Grant with { Role = "king" }).ShouldRefuse<UnknownRole>();
    }
}
