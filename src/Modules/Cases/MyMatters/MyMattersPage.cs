using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>The matters that a resident follows: their own, and those raised for somebody whom they may act for.</summary>
internal static class MyMattersPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(CasesPages.MyMatters, Show).Needs(Rights.ResidentSelf);

    private static async Task<IResult> Show(HttpContext context, Journal journal, ContentStore store, People people, ReadLogBook log, IClock clock)
    {
        var user = context.SignedIn();
        if (user.Person is not { } me) return TypedResults.NotFound();
        var rows = journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where person = @me or madeby = @me", new { me });
        var about = people.Find([.. rows.Select(r => r.Person)]).ToDictionary(p => p.Person);
        var seen = rows
            .Where(r => MatterSights.Of(r, me, about.GetValueOrDefault(r.Person), clock.Today()) != MatterSight.None)
            .OrderByDescending(r => r.Open).ThenByDescending(r => r.LastAt).ToList();
        await log.Record(ReadEntry.Of(user, "my_matters", Registers.None, ReadGround.Own, null, seen.Select(r => r.Person)));
        var names = people.NamesOf([.. seen.Where(r => r.Person != me).Select(r => r.Person)]);
        return new RazorComponentResult<MyMattersView>(new
        {
            Content = ContentInUse.Of(store),
            Matters = seen.Select(r => new MyMatter(
                r, r.Person == me ? null : names.GetValueOrDefault(r.Person)?.Full,
                MatterSights.Of(r, me, about.GetValueOrDefault(r.Person), clock.Today()) == MatterSight.All)).ToList(),
        });
    }
}

/// <summary>A matter of the list.</summary>
/// <param name="ForWhom">Name of the person when it is not the reader.</param>
/// <param name="Follows">The story can be opened; else only the receipt.</param>
public sealed record MyMatter(MatterRow Matter, string? ForWhom, bool Follows);
