namespace Yhteys.Organisation;

/// <summary>Codes of the roles in which somebody signs in.</summary>
public static class Roles
{
    public const string Resident = "resident";
    public const string GuidanceNurse = "guidance_nurse";
    public const string SocialWorker = "social_worker";
    public const string Doctor = "doctor";
    public const string Dentist = "dentist";
    public const string UnitManager = "unit_manager";
    public const string CountyDirector = "county_director";
    public const string Auditor = "auditor";
    public const string Admin = "admin";

    /// <summary>Stands for the unit in a role that concerns the whole county.</summary>
    public static readonly Guid WholeCounty = Guid.Empty;

    public static IReadOnlyList<string> All { get; } =
        [Resident, GuidanceNurse, SocialWorker, Doctor, Dentist, UnitManager, CountyDirector, Auditor, Admin];

    /// <summary>Held at <see cref="WholeCounty"/>; the other roles of staff at a unit.</summary>
    public static IReadOnlyList<string> OfWholeCounty { get; } = [CountyDirector, Auditor, Admin];
}
