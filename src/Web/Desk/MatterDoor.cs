using Yhteys.Access;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Desk;

/// <summary>Who may enter a matter: the right in the matter's register and a relation to its person (act 703/2023).</summary>
internal sealed class MatterDoor(Journal journal, People people, MatterReach reach)
{
    /// <summary>Null when there is no such matter.</summary>
    public MatterEntry? Ask(Guid matter, CurrentUser user)
    {
        if (journal.Find<MatterRow>(matter) is not { } row || people.Find(row.Person) is not { } person)
            return null;
        var unit = reach.UnitOf(user);
        var near = MatterAccess.MayComeNear(user.Role, row.ServiceLine, unit);
        return new(
            row, person, reach.GroundOf(user, row, person, unit), user.May(Rights.MatterHandle, row.Register),
            user.May(Rights.BreakGlass, row.Register) && near, user.May(Rights.FactSupervise, row.Register) && near && row.Unit == user.Unit);
    }

    /// <summary>Where one comes after a step: to the page wished for, unless the step has given the matter away and the unit has no relation to its person any more.</summary>
    public string Next(Guid matter, CurrentUser user, string wished) => Ask(matter, user) is { MayRead: true } ? wished : MatterAddress.Left;
}

/// <summary>A matter and what the one who asks may do with it.</summary>
/// <param name="Ground">On what ground it may be read; None when it stays closed.</param>
/// <param name="RoleHandles">The role handles matters of this register; what the client permits of the other register is only read.</param>
/// <param name="MayBreakGlass">It may be opened with a stated reason.</param>
/// <param name="Supervises">The one who asks leads the work of the unit whose matter it is.</param>
internal sealed record MatterEntry(MatterRow Row, PersonRow Person, ReadGround Ground, bool RoleHandles, bool MayBreakGlass, bool Supervises)
{
    public bool MayRead => Ground != ReadGround.None;

    public bool MayHandle => MayRead && RoleHandles;

    /// <summary>Tells the read log of a screen that shows the matter.</summary>
    public Task Log(ReadLogBook log, CurrentUser user, string screen, string reason, params IEnumerable<Guid> alsoShown) =>
        log.Record(ReadEntry.Of(user, screen, Row.Register, Ground, reason, [Row.Person, .. alsoShown]), Row);
}
