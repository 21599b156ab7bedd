using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>On what ground staff may read a matter: as <see cref="CareAccess"/> says, and for child welfare more strictly.</summary>
public static class MatterAccess
{
    /// <param name="unit">The unit in whose name the actor works; null for one who works for the whole county.</param>
    public static ReadGround MayRead(
        Actor actor, MatterRow matter, PersonRow person, IReadOnlyCollection<CareRelationRow> relations, UnitRow? unit, Instant now) =>
        MayRead(actor, matter.Register, matter.ServiceLine, person, relations, unit, now);

    /// <summary>The same by what a line of a list knows of the matter.</summary>
    public static ReadGround MayRead(
        Actor actor, string register, string serviceLine, PersonRow person, IReadOnlyCollection<CareRelationRow> relations, UnitRow? unit, Instant now) =>
        actor.Kind == "staff" && !MayComeNear(actor.Role, serviceLine, unit)
            ? ReadGround.None
            : CareAccess.MayRead(actor, register, person, relations, now);

    /// <summary>Whether a role in a unit may know at all that the matter exists: in lists too.</summary>
    public static bool MayComeNear(string role, string serviceLine, UnitRow? unit) =>
        serviceLine != ChildWelfare.Line || ChildWelfare.MayHandle(role, unit);
}
