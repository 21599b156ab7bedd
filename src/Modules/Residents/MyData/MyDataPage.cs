using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>"Who has looked at my data": by unit, role, time and reason, never by the professional's name. Beside it what may be looked at.</summary>
internal static class MyDataPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(ResidentPages.MyReadLog, (long? before, HttpContext context, [AsParameters] PersonTools tools, ReadLogQueries queries) =>
        MyDetailsPage.Mine(context, tools, entry => Show(
            entry, new(PermissionsPosts.Prefix), before, tools, queries, context.Request.Query.ContainsKey("done"), context.Request.Query["own"] == "1"))).Needs(Rights.ResidentSelf);

    /// <summary>The page, also when its form was refused.</summary>
    /// <param name="own">The reader's own looks are shown too: they are many, and others' would drown among them.</param>
    internal static async Task<IResult> Show(PersonEntry entry, FormState form, long? before, PersonTools tools, ReadLogQueries queries, bool done = false, bool own = false)
    {
        var stream = tools.Journal.Stream(entry.Person);
        if (tools.People.Find(entry.Person) is not { } row) return TypedResults.NotFound();
        IReadOnlyList<ReadRow> Looks(long? than) => queries.About(entry.Person, than, own ? null : entry.User.Id);
        var entries = Looks(before);
        await tools.Log.Record(ReadEntry.Of(entry.User, "my_data", Registers.None, ReadGround.Own, null, entry.Person));
        var units = tools.Organisation.Units().ToDictionary(u => u.Unit, u => u.Name);
        return new PageResult<MyDataView>(new
        {
            Card = IdentityCardModel.Of(row, tools.People, tools.Clock.Today()) with { Hidden = false },
            // Under non-disclosure the unit is hidden on the person's own page too: somebody may look over the shoulder, and nobody needs it to know where to come.
            Looks = entries.Select(e => new Look(e.At, row.NonDisclosure || e.Unit is not { } unit ? null : units.GetValueOrDefault(unit), e.Role, e.Register, e.Screen, e.Ground, e.Who == entry.User.Id)).ToList(),
            Older = entries.Count == ReadLogQueries.PageSize && Looks(entries[^1].Seq).Count > 0 ? $"{ResidentPages.MyReadLog}?before={entries[^1].Seq}{(own ? "&own=1" : "")}" : null,
            Further = before is not null,
            Own = own,
            Permitted = row.Permissions,
            Seen = PersonState.VersionOf(stream),
            Form = form,
            Done = done,
        })
        { StatusCode = form.Status };
    }
}

/// <summary>One look at the person's data.</summary>
/// <param name="Own">The person's own look.</param>
public sealed record Look(Instant At, Content.LocalText? Unit, string Role, string Register, string Screen, ReadGround Ground, bool Own);
