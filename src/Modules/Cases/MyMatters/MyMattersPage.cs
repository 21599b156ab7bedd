using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>The matters that a resident follows: their own, and those raised for somebody whom they may act for.</summary>
internal static class MyMattersPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(CasesPages.MyMatters, Show).Needs(Rights.ResidentSelf);

    private static IResult Show(HttpContext context, ContentStore store, ResidentMatters matters, People people, ReadLogBook log)
    {
        var user = context.SignedIn();
        if (user.Person is not { } me) return TypedResults.NotFound();
        var seen = matters.Of(me).OrderByDescending(m => m.Row.Open || !m.Follows).ThenByDescending(m => m.Follows ? m.Row.LastAt : m.Row.ReceivedAt).ToList();
        var logged = log.Record(
            seen.SelectMany(m => ReceiptPage.ReadOf(m, me).Select(person => (person, !m.Notifier && m.Row.Unreleased()))),
            shown => ReadEntry.Of(user, "my_matters", Registers.None, ReadGround.Own, null, shown));
        var names = people.NamesOf([.. seen.Where(m => m.Row.Person != me && !m.Notifier).Select(m => m.Row.Person)]);
        return new PageResult<MyMattersView>(new
        {
            Content = ContentInUse.Of(store),
            Matters = seen.Select(m => new MyMatter(m.Row, names.GetValueOrDefault(m.Row.Person)?.Full, m.Follows, m.Notifier)).ToList(),
        })
        { SentAfter = logged };
    }
}

/// <summary>A matter of the list.</summary>
/// <param name="ForWhom">Name of the person when it is not the reader; never in a notice.</param>
/// <param name="Follows">The story can be opened; else only the receipt.</param>
/// <param name="Notice">The reader told of a worry about somebody else.</param>
public sealed record MyMatter(MatterRow Matter, string? ForWhom, bool Follows, bool Notice);
