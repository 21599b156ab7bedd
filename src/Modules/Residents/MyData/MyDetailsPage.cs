using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>The resident tells how they are reached. Name, address and municipality come from the population register, so they are not asked here.</summary>
internal static class MyDetailsPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResidentPages.MyDetails, (HttpContext context, [AsParameters] PersonTools tools) =>
            Mine(context, tools, entry => Show(entry, new(), tools, context.Request.Query.ContainsKey("done")))).Needs(Rights.ResidentSelf);
        pages.MapPost(ResidentPages.MyDetails, (HttpContext context, [AsParameters] PersonTools tools) =>
            Mine(context, tools, async entry => await Change(entry, await FormState.Sent(context), tools))).Needs(Rights.ResidentSelf);
    }

    internal static async Task<IResult> Mine(HttpContext context, PersonTools tools, Func<PersonEntry, Task<IResult>> then) =>
        context.SignedIn() is { Person: { } me } user && tools.People.Find(me) is { } row ? await then(new(row, ReadGround.Own, user)) : TypedResults.NotFound();

    private static async Task<IResult> Change(PersonEntry entry, FormState form, PersonTools tools)
    {
        ContactFields.Check(form, tools.Texts);
        if (entry.Row.NonDisclosure) HiddenFields.Check(form, tools.Texts);
        form.Errors.InOrder([.. HiddenFields.WithBoxes(KnownDetails.Names)]);
        var known = KnownDetails.Of(entry.Row, tools.People);
        var contact = ContactFields.Now(form, known.Contact, entry.Row.NonDisclosure);
        var command = new ChangePersonalData(entry.Person, ContactData: contact == known.Contact ? null : contact, Language: form.Text("Language"), Seen: form.Seen);
        return await StaleFields.Send(entry, form, command, tools) ? TypedResults.LocalRedirect($"{ResidentPages.MyDetails}?done=1") : await Show(entry, form, tools);
    }

    private static async Task<IResult> Show(PersonEntry entry, FormState form, PersonTools tools, bool done = false)
    {
        var stream = tools.Journal.Stream(entry.Person);
        if (tools.People.Find(entry.Person) is not { } row) return TypedResults.NotFound();
        await tools.Read(entry, "my_details");
        return new PageResult<MyDetailsView>(new
        {
            Known = KnownDetails.Shown(row, tools.People),
            Hidden = row.NonDisclosure,
            Seen = PersonState.VersionOf(stream),
            Form = form,
            Done = done,
        })
        { StatusCode = form.Status };
    }
}
