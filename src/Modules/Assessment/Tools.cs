using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>What the endpoints work with.</summary>
internal sealed record Tools(Journal Journal, People People, OrganisationQueries Organisation, IClock Clock, IStringLocalizer<Texts> Texts, RefusalText Refusals)
{
    /// <summary>The right in the matter's register, and a relation to its person (act 703/2023).</summary>
    public bool MayHandle(CurrentUser user, MatterRow matter, string right) =>
        user.May(right, matter.Register)
        && People.Find(matter.Person) is { } person
        && MatterAccess.MayRead(
            user.Actor, matter, person, People.RelationsOf(matter.Person), user.Unit is { } unit ? Organisation.Unit(unit) : null, Clock.GetCurrentInstant()) != ReadGround.None;
}
