using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>The identity code of a person who went by a temporary id has become known, or a wrong one is put right.</summary>
public sealed record ConfirmIdentityCode(Guid Person, string IdentityCode)
{
    /// <param name="holder">Who has the code already.</param>
    public static Decision Decide(PersonState state, ConfirmIdentityCode command, Guid? holder, bool acceptReal, LocalDate today)
    {
        if (!state.Registered) return new PersonNotFound();
        var check = Hetu.Accept(command.IdentityCode, acceptReal, today);
        if (!check.Valid) return new IdentityCodeWrong(check.Fault);
        if (holder == command.Person) return Decision.Nothing;
        return holder is not null
            ? new IdentityCodeTaken()
            : Decision.Append(command.Person, new IdentityCodeConfirmed(
                command.Person, Personal.Seal(command.Person, check.Code!), Personal.Seal(command.Person, new Birth(check.BirthDate!.Value, check.Sex))));
    }
}
