using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>What the endpoints work with.</summary>
internal sealed record Tools(Journal Journal, People People, IClock Clock, IStringLocalizer<Texts> Texts, RefusalText Refusals)
{
    /// <summary>The right in the matter's register, and a relation to its person (act 703/2023).</summary>
    public bool MayHandle(CurrentUser user, MatterRow matter, string right) =>
        user.May(right, matter.Register)
        && People.Find(matter.Person) is { } person
        && CareAccess.MayRead(user.Actor, matter.Register, person, People.RelationsOf(matter.Person), Clock.GetCurrentInstant()) != ReadGround.None;
}
