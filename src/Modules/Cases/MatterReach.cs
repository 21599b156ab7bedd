using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>On what ground a user may read a matter now: looks up what <see cref="MatterAccess"/> decides on.</summary>
public sealed class MatterReach(People people, OrganisationQueries organisation, IClock clock)
{
    /// <summary>The unit in whose name the user works; null for one who works for the whole county.</summary>
    public UnitRow? UnitOf(CurrentUser user) => user.Unit is { } unit ? organisation.Unit(unit) : null;

    public ReadGround GroundOf(CurrentUser user, MatterRow matter) =>
        people.Find(matter.Person) is { } person ? GroundOf(user, matter, person, UnitOf(user)) : ReadGround.None;

    /// <param name="person">Whom the matter concerns.</param>
    /// <param name="unit">See <see cref="UnitOf"/>.</param>
    public ReadGround GroundOf(CurrentUser user, MatterRow matter, PersonRow person, UnitRow? unit) =>
        MatterAccess.MayRead(user.Actor, matter, person, people.RelationsOf(matter.Person), unit, clock.GetCurrentInstant());

    /// <summary>The matters of a list that the user may read now, in two queries however many there are.</summary>
    public IReadOnlySet<Guid> Readable(CurrentUser user, IReadOnlyCollection<ListedMatter> matters)
    {
        var concerned = matters.Select(m => m.Person).Distinct().ToList();
        var persons = people.Find(concerned).ToDictionary(p => p.Person);
        var relations = (user.Unit is { } own ? people.RelationsOf(concerned, own) : []).ToLookup(r => r.Person);
        var (unit, now) = (UnitOf(user), clock.GetCurrentInstant());
        return matters.Where(m => user.May(Rights.MatterRead, m.Register))
            .Where(m => persons.TryGetValue(m.Person, out var person)
                && MatterAccess.MayRead(user.Actor, m.Register, m.ServiceLine, person, [.. relations[m.Person]], unit, now) != ReadGround.None)
            .Select(m => m.Matter).ToHashSet();
    }
}

/// <summary>What a line of a list knows of a matter.</summary>
public sealed record ListedMatter(Guid Matter, Guid Person, string Register, string ServiceLine);
