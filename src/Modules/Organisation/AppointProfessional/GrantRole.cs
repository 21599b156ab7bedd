using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The professional works in a role at a unit.</summary>
public sealed record GrantRole(Guid Professional, Guid Unit, string Role, LocalDate FirstDay)
{
    public static Decision Decide(ProfessionalState state, GrantRole command)
    {
        if (!state.Appointed) return new ProfessionalNotFound();
        if (command.Role == Roles.Resident || !Roles.All.Contains(command.Role)) return new UnknownRole(command.Role);
        return state.Roles.Contains((command.Unit, command.Role))
            ? new RoleAlreadyGranted()
            : Decision.Append(command.Professional, new RoleGranted(command.Professional, command.Unit, command.Role, command.FirstDay));
    }
}
