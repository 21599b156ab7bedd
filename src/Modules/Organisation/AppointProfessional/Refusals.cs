using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record AlreadyAppointed() : Refusal("AlreadyAppointed");

public sealed record ProfessionalNotFound() : Refusal("ProfessionalNotFound");

public sealed record ProfessionalNameMissing() : Refusal("ProfessionalNameMissing", "Surname");

/// <summary>It can be no name.</summary>
/// <param name="Where">The field.</param>
public sealed record ProfessionalNameWrong(string Where) : Refusal("ProfessionalNameWrong", Where);

public sealed record UnknownProfession(string Profession) : Refusal("UnknownProfession", "Profession")
{
    public override object?[] Arguments => [Profession];
}

public sealed record UnknownRole(string Role) : Refusal("UnknownRole", "Role")
{
    public override object?[] Arguments => [Role];
}

public sealed record RoleAlreadyGranted() : Refusal("RoleAlreadyGranted", "Role");

/// <summary>Whoever grants roles gets theirs from another.</summary>
public sealed record RoleToOneself() : Refusal("RoleToOneself");

public sealed record RoleNotHeld() : Refusal("RoleNotHeld", "Role");

/// <summary>Some roles are of the whole county and the others of a unit.</summary>
public sealed record RoleElsewhere() : Refusal("RoleElsewhere", "Unit");

/// <summary>The role belongs to other professions.</summary>
public sealed record RoleNotOfProfession() : Refusal("RoleNotOfProfession", "Role");

public sealed record RoleBeforeAppointment(LocalDate AppointedOn) : Refusal("RoleBeforeAppointment", "FirstDay")
{
    public override object?[] Arguments => [AppointedOn];
}

public sealed record RoleEndsBeforeItBegins(LocalDate FirstDay) : Refusal("RoleEndsBeforeItBegins", "LastDay")
{
    public override object?[] Arguments => [FirstDay];
}

/// <summary>A role ends with its unit at the latest.</summary>
public sealed record RoleOutlivesUnit(LocalDate UnitsLastDay) : Refusal("RoleOutlivesUnit", "LastDay")
{
    public override object?[] Arguments => [UnitsLastDay];
}

/// <summary>Nobody would be left in the only unit with staff that is at work at every hour.</summary>
public sealed record LastOfAlwaysStaffed() : Refusal("LastOfAlwaysStaffed", "LastDay");

/// <summary>Nobody would be left who can grant roles.</summary>
public sealed record LastAdmin() : Refusal("LastAdmin", "Role");
