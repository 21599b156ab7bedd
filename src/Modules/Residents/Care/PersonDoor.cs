using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents.Care;

/// <summary>
/// Who may keep up a person's data: one who registers people and whose unit has a relation to the person in a register of the role, or who has opened
/// the data with a stated reason (act 703/2023).
/// </summary>
internal static class PersonDoor
{
    public static ReadGround GroundOf(CurrentUser user, PersonRow person, People people, Instant now)
    {
        var relations = user.Unit is { } unit ? people.RelationsOf([person.Person], unit) : [];
        return Rights.RegistersOf(user.Role, Rights.MatterRead)
            .Select(register => CareAccess.MayRead(user.Actor, register, person, relations, now))
            .FirstOrDefault(ground => ground != ReadGround.None);
    }

    /// <summary>
    /// Whether the person may not know yet why the unit has to do with them: all that gives it its relation is kept from them. What was opened with a stated reason
    /// needs no relation.
    /// </summary>
    public static bool Unreleased(CurrentUser user, Guid person, ReadGround ground, People people, IKeptMatters kept) =>
        ground is ReadGround.CareRelation or ReadGround.ClientPermission && user.Unit is { } unit
            && kept.All([.. CareAccess.Own(user.Actor, people.RelationsOf([person], unit)).Select(r => r.Matter).Distinct()]);

    /// <summary>Where one without a relation states the reason; null for a role that may not.</summary>
    public static string? GlassHref(CurrentUser user, Guid person) =>
        Rights.RegistersOf(user.Role, Rights.BreakGlass).FirstOrDefault() is { } register ? ResidentPages.BreakGlass(person, register, ResidentPages.Details(person)) : null;
}

/// <summary>A person whose data somebody may keep up, and on what ground.</summary>
internal sealed record PersonEntry(PersonRow Row, ReadGround Ground, CurrentUser User)
{
    public Guid Person => Row.Person;
}

/// <summary>What the pages on which a person's data are kept up work with.</summary>
internal sealed record PersonTools(
    Journal Journal, People People, IKeptMatters Kept, ReadLogBook Log, OrganisationQueries Organisation, IClock Clock, IStringLocalizer<Texts> Texts, RefusalText Refusals)
{
    /// <summary>Goes on for one who may keep up the person's data; to others the page is closed and tells nothing of the person.</summary>
    public async Task<IResult> Enter(Guid person, HttpContext context, Func<PersonEntry, Task<IResult>> then)
    {
        var user = context.SignedIn();
        if (People.Find(person) is not { } row) return TypedResults.NotFound();
        var ground = PersonDoor.GroundOf(user, row, People, Clock.GetCurrentInstant());
        return ground == ReadGround.None
            ? new PageResult<ClosedPersonView>(new { Person = person, GlassHref = PersonDoor.GlassHref(user, person) }) { StatusCode = StatusCodes.Status403Forbidden }
            : await then(new(row, ground, user));
    }

    /// <summary>Sends a command about the person. One that is refused is told in the form, and its refusal is the answer.</summary>
    /// <param name="fieldOf">The field of the form that a refusal concerns, where the form calls it by another name.</param>
    public async Task<Refusal?> Send(PersonEntry entry, FormState form, string purpose, Func<Work, PersonState, Decision> decide, Func<Refusal, string?>? fieldOf = null)
    {
        var outcome = await Journal.Handle(form.Envelope(entry.User, purpose, entry.Person), work => decide(work, work.State<PersonState>(entry.Person)));
        if (outcome is not Outcome.Refused { Refusal: var refusal }) return null;
        form.Refuse(refusal, Refusals, fieldOf?.Invoke(refusal));
        return refusal;
    }

    /// <summary>Tells the read log of a screen that shows the person, and others beside; withheld while the person may not know why the unit has to do with them.</summary>
    public Task Read(PersonEntry entry, string screen, params IEnumerable<Guid> others) => Log.Record(
        ReadEntry.Of(entry.User, screen, Registers.None, entry.Ground, "details", [entry.Person, .. others]), PersonDoor.Unreleased(entry.User, entry.Person, entry.Ground, People, Kept));
}
