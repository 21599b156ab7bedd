using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>"Who has looked at my data": by unit, role, time and reason, never by the professional's name.</summary>
internal static class MyDataPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(ResidentPages.MyReadLog, Show).Needs(Rights.ResidentSelf);

    private static async Task<IResult> Show(
        long? before, HttpContext context, ReadLogQueries queries, ReadLogBook log, OrganisationQueries organisation, People people, IClock clock)
    {
        var user = context.SignedIn();
        if (user.Person is not { } person || people.Find(person) is not { } row) return TypedResults.NotFound();
        var entries = queries.About(person, before);
        await log.Record(ReadEntry.Of(user, "my_data", Registers.None, ReadGround.Own, null, person));
        var units = organisation.Units().ToDictionary(u => u.Unit, u => u.Name);
        return new PageResult<MyDataView>(new
        {
            Card = IdentityCardModel.Of(row, people, clock.Today()) with { Hidden = false },
            // Under non-disclosure place and unit are hidden also from the person's own page: somebody may look over the shoulder.
            Looks = entries.Select(e => new Look(e.At, row.NonDisclosure || e.Unit is not { } unit ? null : units.GetValueOrDefault(unit), e.Role, e.Register, e.Screen, e.Ground, e.Who == user.Id)).ToList(),
            Older = entries.Count == ReadLogQueries.PageSize ? $"{ResidentPages.MyReadLog}?before={entries[^1].Seq}" : null,
        });
    }
}

/// <summary>One look at the person's data.</summary>
/// <param name="Own">The person's own look.</param>
public sealed record Look(Instant At, Content.LocalText? Unit, string Role, string Register, string Screen, ReadGround Ground, bool Own);
