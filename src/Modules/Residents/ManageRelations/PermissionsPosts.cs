using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>What the client permits is said on the client's own page, or written down on the page of the person's details.</summary>
internal static class PermissionsPosts
{
    internal const string Prefix = "permissions";

    private static readonly string[] Answers = ["Health", "Social"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/people/{person:guid}/permissions", (Guid person, HttpContext context, [AsParameters] PersonTools tools) => tools.Enter(person, context, async entry =>
            await Set(entry, await FormState.Sent(context, Prefix), tools, $"{ResidentPages.Details(person)}?done=1", form => DetailsPage.Show(entry, form, tools)))).Needs(Rights.ContactRecord);
        pages.MapPost(ResidentPages.MyPermissions, (HttpContext context, [AsParameters] PersonTools tools, ReadLog.ReadLogQueries queries) => MyDetailsPage.Mine(context, tools, async entry =>
            await Set(entry, await FormState.Sent(context, Prefix), tools, $"{ResidentPages.MyReadLog}?done=1", form => MyDataPage.Show(entry, form, null, tools, queries)))).Needs(Rights.ResidentSelf);
    }

    /// <summary>The answers and what each is beforehand.</summary>
    /// <param name="permitted">The registers that may be seen.</param>
    internal static IReadOnlyList<ShownField> Fields(IReadOnlyList<string> permitted) =>
        [new("Health", permitted.Contains(Registers.Health) ? "yes" : "no"), new("Social", permitted.Contains(Registers.Social) ? "yes" : "no")];

    private static async Task<IResult> Set(PersonEntry entry, FormState form, PersonTools tools, string next, Func<FormState, Task<IResult>> again)
    {
        foreach (var register in Answers)
            if (form.Text(register) is not ("yes" or "no")) form.Errors.Add(register, tools.Texts["Permit.Choose"]);
        if (!form.Valid) return await again(form);
        // Of a grown-up there is one word only, which the page asks to tick.
        var word = entry.Row.AgeOn(tools.Clock.Today()) is not < RepresentativeKinds.OfAge && form.Has("Word", "true") ? ClientWords.Client : form.Text("Word");
        var command = new ClientPermissions(entry.Person, form.Has("Health", "yes"), form.Has("Social", "yes"), word, form.Seen);
        var refusal = await tools.Send(entry, form, "permissions", (work, state) => ClientPermissions.Decide(state, command, work.Row<PersonRow>(entry.Person), work.Context(entry.Person)));
        if (refusal is null) return TypedResults.LocalRedirect(next);
        if (refusal is ChangedSinceOpened)
        {
            // The stream first: what is read after it is never older than the version that the page tells.
            var version = PersonState.VersionOf(tools.Journal.Stream(entry.Person));
            if (tools.People.Find(entry.Person) is { } now) form.Renew(version, Fields(now.Permissions));
        }

        return await again(form);
    }
}
