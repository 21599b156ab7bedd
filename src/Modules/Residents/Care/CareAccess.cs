using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents.Care;

/// <summary>Why somebody may read a person's data in a register, or that they may not.</summary>
public enum ReadGround
{
    None,

    /// <summary>One's own data.</summary>
    Own,

    /// <summary>The unit has a care or client relation in the register.</summary>
    CareRelation,

    /// <summary>The relation is in the other register and the client has permitted this one to be seen.</summary>
    ClientPermission,

    /// <summary>Opened without a relation, with a stated reason; flagged in the read log.</summary>
    BrokenGlass,
}

/// <summary>Role × register × care relation (act 703/2023).</summary>
public static class CareAccess
{
    /// <summary>The first ground that holds, in this order: own data, relation, the client's permission, broken glass.</summary>
    public static ReadGround MayRead(Actor actor, string register, PersonRow person, IReadOnlyCollection<CareRelationRow> relations, Instant now)
    {
        if (actor.Kind == "person") return actor.Id == person.Person ? ReadGround.Own : ReadGround.None;
        if (actor.Kind != "staff") return ReadGround.None;

        var mine = Own(actor, relations);
        if (mine.Exists(r => r.Register == register)) return ReadGround.CareRelation;
        if (mine.Count > 0 && person.Permissions.Contains(register)) return ReadGround.ClientPermission;
        return person.Glasses.Any(b => b.Professional == actor.Id && b.Register == register && now < b.Until) && Rights.May(actor.Role, Rights.BreakGlass, register)
            ? ReadGround.BrokenGlass
            : ReadGround.None;
    }

    /// <summary>The relations that give the professional a ground: of the unit, lasting, in a register that the role may read.</summary>
    public static List<CareRelationRow> Own(Actor actor, IReadOnlyCollection<CareRelationRow> relations) =>
        [.. relations.Where(r => r.EndedAt is null && r.Unit == actor.Unit && Rights.May(actor.Role, Rights.MatterRead, r.Register))];
}
