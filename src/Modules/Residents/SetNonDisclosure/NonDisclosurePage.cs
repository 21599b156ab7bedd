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

/// <summary>Asks to be sure before a person's whereabouts are hidden, or shown again.</summary>
internal static class NonDisclosurePage
{
    private const string Path = "/people/{person:guid}/non-disclosure";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, entry => Show(entry, new(), tools))).Needs(Rights.ContactRecord);
        pages.MapPost(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, async entry => await Set(entry, await FormState.Sent(context), tools))).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Set(PersonEntry entry, FormState form, PersonTools tools)
    {
        // What the page asked: the person may have come under it, or out of it, since.
        var told = bool.TryParse(form.Text("On"), out var on);
        if (told && !on && !LiftGrounds.All.Contains(form.Text("Ground") ?? "")) form.Refuse(new LiftGroundMissing(), tools.Refusals);
        if (!told || !form.Has("Sure", "true")) form.Errors.Add("Sure", tools.Texts["Hide.NotSure"]);
        if (!form.Valid) return await Show(entry, form, tools);
        var command = new SetNonDisclosure(entry.Person, on, form.Text("Ground"), form.Seen);
        return await tools.Send(entry, form, "non_disclosure", (_, state) => SetNonDisclosure.Decide(state, command)) is null
            ? TypedResults.LocalRedirect($"{ResidentPages.Details(entry.Person)}?done=1")
            : await Show(entry, form, tools);
    }

    private static async Task<IResult> Show(PersonEntry entry, FormState form, PersonTools tools)
    {
        var stream = tools.Journal.Stream(entry.Person);
        if (tools.People.Find(entry.Person) is not { } row) return TypedResults.NotFound();
        var telling = tools.People.TellingAddressOf(row, tools.Clock.Today());
        await tools.Read(entry, "non_disclosure", telling.Select(p => p.Person));
        return new PageResult<NonDisclosureView>(new
        {
            Card = IdentityCardModel.Of(row, tools.People, tools.Clock.Today()),
            Seen = PersonState.VersionOf(stream),
            Form = form,
            Telling = telling.Select(p => new AddressTeller(
                tools.People.NameOf(p)?.Full ?? "", PersonDoor.GroundOf(entry.User, p, tools.People, tools.Clock.GetCurrentInstant()) == ReadGround.None ? null : ResidentPages.NonDisclosure(p.Person))).ToList(),
        })
        { StatusCode = form.Status };
    }
}

/// <summary>Somebody at the same address who is not under non-disclosure.</summary>
/// <param name="Href">Where it is set for them; null when the reader has no relation to them.</param>
public sealed record AddressTeller(string Name, string? Href);
