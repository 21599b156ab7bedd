using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>A professional keeps up a known person's name, address, contact data, municipality and language.</summary>
internal static class DetailsPage
{
    private const string Path = "/people/{person:guid}/details";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, entry => Show(entry, new(), tools, context.Request.Query.ContainsKey("done")))).Needs(Rights.ContactRecord);
        pages.MapPost(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, async entry => await Change(entry, await FormState.Sent(context), tools))).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Change(PersonEntry entry, FormState form, PersonTools tools)
    {
        var command = DetailsForm.Read(entry.Person, form, KnownDetails.Of(entry.Row, tools.People), entry.Row.NonDisclosure, tools.Texts);
        return await StaleFields.Send(entry, form, command, tools) ? TypedResults.LocalRedirect($"{ResidentPages.Details(entry.Person)}?done=1") : await Show(entry, form, tools);
    }

    /// <summary>The page, also when one of its forms was refused.</summary>
    internal static async Task<IResult> Show(PersonEntry entry, FormState form, PersonTools tools, bool done = false)
    {
        // The stream first: what is read after it is never older than the version that the page tells.
        var stream = tools.Journal.Stream(entry.Person);
        if (tools.People.Find(entry.Person) is not { } row) return TypedResults.NotFound();
        await tools.Read(entry, "person_details");
        return new PageResult<DetailsView>(new
        {
            Card = IdentityCardModel.Of(row, tools.People, tools.Clock.Today()),
            Known = KnownDetails.Shown(row, tools.People),
            Seen = PersonState.VersionOf(stream),
            Permitted = row.Permissions,
            Changes = PersonHistory.Of(stream, PersonHistory.RegistersOf(entry)),
            Form = form,
            Done = done,
        })
        { StatusCode = form.Status };
    }
}
