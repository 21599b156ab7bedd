using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
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
            tools.Enter(person, context, async entry => await Change(entry, await context.Form(), tools))).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Change(PersonEntry entry, FormState form, PersonTools tools)
    {
        var known = KnownDetails.Of(entry.Row, tools.People);
        var command = DetailsForm.Read(entry.Person, form, known, entry.Row.NonDisclosure, tools.Texts);
        if (!form.Valid) return await Again(entry, form, known, tools);
        var outcome = await tools.Journal.Handle(
            form.Envelope(entry.User, "details", entry.Person), work => ChangePersonalData.Decide(work.State<PersonState>(entry.Person), command));
        if (outcome is not Outcome.Refused refused) return TypedResults.LocalRedirect($"{ResidentPages.Details(entry.Person)}?done=1");
        form.Errors.Add(refused.Refusal, tools.Refusals);
        return await Again(entry, form, known, tools, refused.Refusal);
    }

    private static Task<IResult> Again(PersonEntry entry, FormState form, KnownDetails known, PersonTools tools, Refusal? refusal = null)
    {
        StaleFields.Renew(form, known, tools.People.Find(entry.Person)?.NonDisclosure ?? false, refusal);
        return Show(entry, form, tools);
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
            Seen = stream.Aggregate(PersonState.Empty, PersonState.Evolve).Version,
            Permitted = row.Permissions,
            Changes = PersonHistory.Of(stream, PersonHistory.RegistersOf(entry)),
            Form = form,
            Done = done,
        })
        { StatusCode = form.Status };
    }
}
