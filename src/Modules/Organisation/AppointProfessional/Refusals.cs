using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record AlreadyAppointed() : Refusal("AlreadyAppointed");

public sealed record ProfessionalNotFound() : Refusal("ProfessionalNotFound");

public sealed record ProfessionalNameMissing() : Refusal("ProfessionalNameMissing", "Surname");

public sealed record UnknownProfession(string Profession) : Refusal("UnknownProfession", "Profession")
{
    public override object?[] Arguments => [Profession];
}

public sealed record UnknownRole(string Role) : Refusal("UnknownRole", "Role")
{
    public override object?[] Arguments => [Role];
}

public sealed record RoleAlreadyGranted() : Refusal("RoleAlreadyGranted", "Role");

public sealed record RoleNotHeld() : Refusal("RoleNotHeld", "Role");
