using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The role at the unit ends; the day is the last one in it.</summary>
public sealed record EndRole(Guid Professional, Guid Unit, string Role, LocalDate LastDay)
{
    public static Decision Decide(ProfessionalState state, EndRole command)
    {
        if (!state.Appointed) return new ProfessionalNotFound();
        return state.Roles.Contains((command.Unit, command.Role))
            ? Decision.Append(command.Professional, new RoleEnded(command.Professional, command.Unit, command.Role, command.LastDay))
            : new RoleNotHeld();
    }
}
