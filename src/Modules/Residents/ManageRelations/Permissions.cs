using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>The person permits, or permits no more, that professionals of the other register see this one.</summary>
/// <param name="Word">Whose word it is of a minor, see <see cref="ClientWords"/>.</param>
public sealed record SetRegisterPermission(Guid Person, string Seen, bool Given, string? Word = null)
{
    public static Decision Decide(PersonState state, SetRegisterPermission command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (command.Seen is not (Registers.Health or Registers.Social)) return new UnknownRegister();
        if (state.Permissions.Contains(command.Seen) == command.Given) return Decision.Nothing;
        var word = command.Word is null ? null : Personal.Seal(command.Person, command.Word);
        return Decision.Append(command.Person, command.Given
            ? new RegisterPermissionGiven(command.Person, command.Seen, word)
            : new RegisterPermissionWithdrawn(command.Person, command.Seen, word));
    }
}

public sealed record UnknownRegister() : Refusal("UnknownRegister", "Register");
