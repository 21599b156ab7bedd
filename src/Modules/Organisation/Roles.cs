using System.Collections.Frozen;

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

    /// <summary>Whether somebody of the profession may be granted the role.</summary>
    /// <param name="profession">Code of content/services.</param>
    public static bool Fits(string role, string profession) => !OfProfessions.TryGetValue(role, out var fitting) || fitting.Contains(profession);

    /// <summary>
    /// The professions of a role that treats or helps clients (acts 559/1994 and 817/2015); the other roles are open to every profession. What
    /// counts in law is decided by the profession and its licence, never by the role.
    /// </summary>
    private static FrozenDictionary<string, string[]> OfProfessions { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [GuidanceNurse] = ["nurse", "public_health_nurse", "midwife", "practical_nurse", "physiotherapist", "psychologist", "service_adviser"],
        [SocialWorker] = ["social_worker", "social_counsellor"],
        [Doctor] = ["physician"],
        [Dentist] = ["dentist", "specialist_dentist", "dental_hygienist", "dental_nurse"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
