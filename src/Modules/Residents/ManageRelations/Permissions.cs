using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Residents;

/// <summary>The person permits, or permits no more, that professionals of the other register see this one.</summary>
public sealed record SetRegisterPermission(Guid Person, string Seen, bool Given)
{
    public static Decision Decide(PersonState state, SetRegisterPermission command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (command.Seen is not (Registers.Health or Registers.Social)) return new UnknownRegister();
        if (state.Permissions.Contains(command.Seen) == command.Given) return Decision.Nothing;
        return Decision.Append(command.Person, command.Given
            ? new RegisterPermissionGiven(command.Person, command.Seen)
            : new RegisterPermissionWithdrawn(command.Person, command.Seen));
    }
}

public sealed record UnknownRegister() : Refusal("UnknownRegister", "Register");
