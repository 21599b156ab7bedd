using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Desk;

/// <summary>Who may enter a matter: the right in the matter's register and a relation to its person (act 703/2023).</summary>
internal sealed class MatterDoor(Journal journal, People people, IClock clock)
{
    /// <summary>Null when there is no such matter.</summary>
    public MatterEntry? Ask(Guid matter, CurrentUser user)
    {
        if (journal.Find<MatterRow>(matter) is not { } row || people.Find(row.Person) is not { } person)
            return null;
        var ground = CareAccess.MayRead(user.Actor, row.Register, person, people.RelationsOf(row.Person), clock.GetCurrentInstant());
        return new(row, person, ground, user.May(Rights.MatterHandle, row.Register), user.May(Rights.BreakGlass, row.Register));
    }
}

/// <summary>A matter and what the one who asks may do with it.</summary>
/// <param name="Ground">On what ground it may be read; None when it stays closed.</param>
/// <param name="RoleHandles">The role handles matters of this register; what the client permits of the other register is only read.</param>
/// <param name="MayBreakGlass">It may be opened with a stated reason.</param>
internal sealed record MatterEntry(MatterRow Row, PersonRow Person, ReadGround Ground, bool RoleHandles, bool MayBreakGlass)
{
    public bool MayRead => Ground != ReadGround.None;

    public bool MayHandle => MayRead && RoleHandles;
}
