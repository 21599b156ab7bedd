namespace Yhteys.Organisation.Tests;

public sealed class RightsTests
{
    [Theory]
    [InlineData(Roles.GuidanceNurse, Rights.MatterRead, "health", true)]
    [InlineData(Roles.GuidanceNurse, Rights.MatterRead, "social", false)]
    [InlineData(Roles.GuidanceNurse, Rights.ContactRecord, "social", true)]
    [InlineData(Roles.SocialWorker, Rights.MatterRead, "health", false)]
    [InlineData(Roles.SocialWorker, Rights.NeedAssessSocial, "social", true)]
    [InlineData(Roles.Doctor, Rights.NeedAssessSocial, "social", false)]
    [InlineData(Roles.Doctor, Rights.NeedAssessHealth, "health", true)]
    [InlineData(Roles.UnitManager, Rights.MatterRead, "health", false)]
    [InlineData(Roles.UnitManager, Rights.BoardRead, "health", true)]
    [InlineData(Roles.CountyDirector, Rights.MatterList, "health", false)]
    [InlineData(Roles.Auditor, Rights.ReadLogAudit, "social", true)]
    [InlineData(Roles.Auditor, Rights.MatterRead, "health", false)]
    [InlineData(Roles.GuidanceNurse, Rights.FactRecord, "health", true)]
    [InlineData(Roles.GuidanceNurse, Rights.FactRecord, "social", false)]
    [InlineData(Roles.GuidanceNurse, Rights.LimitExtend, "health", false)]
    [InlineData(Roles.Doctor, Rights.LimitExtend, "health", true)]
    [InlineData(Roles.SocialWorker, Rights.PlacementDecide, "social", true)]
    [InlineData(Roles.Doctor, Rights.FactSupervise, "health", false)]
    [InlineData(Roles.UnitManager, Rights.FactSupervise, "health", true)]
    [InlineData(Roles.UnitManager, Rights.FactRecord, "health", false)]
    [InlineData("king", Rights.MatterRead, "health", false)]
    [InlineData(Roles.Doctor, Rights.MatterRead, "none", true)]
    public void A_role_may_what_its_duties_need(string role, string right, string register, bool may) =>
        Rights.May(role, right, register).ShouldBe(may);

    [Fact]
    public void Nobody_handles_matters_of_both_registers() =>
        Roles.All.ShouldAllBe(r => Rights.RegistersOf(r, Rights.MatterHandle).Count() < 2);

    [Fact]
    public void Who_audits_never_handles() =>
        Roles.All.Where(r => Rights.May(r, Rights.ReadLogAudit)).ShouldAllBe(r => !Rights.May(r, Rights.MatterHandle));
}
