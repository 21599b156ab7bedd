using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>Who may act for a person: guardians of a minor, those with a mandate, legal guardians. The other person's code is typed, never in an address.</summary>
internal static class RepresentativesPage
{
    private const string Path = "/people/{person:guid}/representatives", EndPrefix = "end";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, entry => Show(entry, new(), tools, done: context.Request.Query.ContainsKey("done")))).Needs(Rights.ContactRecord);
        pages.MapPost(Path, (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, async entry => await Add(entry, await FormState.Sent(context), tools))).Needs(Rights.ContactRecord);
        pages.MapPost(Path + "/end", (Guid person, HttpContext context, [AsParameters] PersonTools tools) =>
            tools.Enter(person, context, async entry => await End(entry, await FormState.Sent(context, EndPrefix), tools))).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Add(PersonEntry entry, FormState form, PersonTools tools)
    {
        var code = form.Require("Code", tools.Texts["Hetu.Empty"]);
        var other = code is null ? null : tools.People.FindByCode(code);
        if (code is not null && other is null) form.Errors.Add("Code", tools.Texts["PersonNotFound"]);
        if (!RepresentativeKinds.All.Contains(form.Text("Kind") ?? "")) form.Refuse(new UnknownRepresentativeKind(), tools.Refusals);
        form.Require("FirstDay", tools.Texts["FirstDayMissing"]);
        var firstDay = form.Date("FirstDay", tools.Texts["DayWrong"]);
        // Also what is refused tells that somebody has the code.
        if (!form.Valid) return await Show(entry, form, tools, other);
        // The word that it is the right one is about the holder of that code only.
        var lookedAt = form.Has("Same", "true") && form.Text("SameCode") == code ? other!.Person : (Guid?)null;
        form["Same"] = null;
        var command = new AddRepresentative(entry.Person, other!.Person, form.Text("Kind")!, firstDay!.Value, lookedAt, form.Seen);
        var today = tools.Clock.Today();
        return await Handle(entry, form, tools, other, (work, state) => AddRepresentative.Decide(
            state, command, work.Row<PersonRow>(entry.Person), today, work.Row<PersonRow>(command.Representative)));
    }

    private static async Task<IResult> End(PersonEntry entry, FormState form, PersonTools tools)
    {
        var chosen = Representation.Read(form.Text("Who"));
        if (chosen is null) form.Errors.Add("Who", tools.Texts["Represent.Choose"]);
        var mistake = form.Has("Mistake", "true");
        if (!mistake) form.Require("LastDay", tools.Texts["LastDayMissing"]);
        var lastDay = mistake ? null : form.Date("LastDay", tools.Texts["DayWrong"]);
        if (!form.Valid) return await Show(entry, form, tools);
        var (command, today) = (new EndRepresentative(entry.Person, chosen!.Who, chosen.Kind, chosen.FirstDay, lastDay, form.Seen), tools.Clock.Today());
        return await Handle(entry, form, tools, null, (_, state) => EndRepresentative.Decide(state, command, today));
    }

    private static async Task<IResult> Handle(PersonEntry entry, FormState form, PersonTools tools, PersonRow? other, Func<Work, PersonState, Decision> decide)
    {
        var refusal = await tools.Send(entry, form, "representative", decide, refusal => FieldOf(refusal, form));
        if (refusal is null) return TypedResults.LocalRedirect(ResidentPages.Representatives(entry.Person) + "?done=1");
        // That it was a mistake was said of what the old page showed.
        if (refusal is ChangedSinceOpened) form["Mistake"] = form["Seen"] = null;
        return await Show(entry, form, tools, other);
    }

    // The form calls the other person by the code, or chooses among those who are.
    private static string? FieldOf(Refusal refusal, FormState form) => refusal.Field is not "Representative" ? refusal.Field : form.Prefix == EndPrefix ? "Who" : "Code";

    private static async Task<IResult> Show(PersonEntry entry, FormState form, PersonTools tools, PersonRow? other = null, bool done = false)
    {
        // The stream first: what is read after it is never older than the version that the page tells.
        var seen = PersonState.VersionOf(tools.Journal.Stream(entry.Person));
        if (tools.People.Find(entry.Person) is not { } row) return TypedResults.NotFound();
        var all = row.Representatives.OrderByDescending(r => r.LastDay ?? LocalDate.MaxIsoValue).ThenByDescending(r => r.FirstDay).ToList();
        // A list names nobody who is under non-disclosure.
        var names = tools.People.Listed([.. all.Select(r => r.Who)]);
        await tools.Read(entry, "representatives", [.. names.Keys, .. other is null ? Array.Empty<Guid>() : [other.Person]]);
        return new PageResult<RepresentativesView>(new
        {
            Person = entry.Person,
            Name = tools.People.NameOf(row)?.Full ?? "",
            Minor = row.AgeOn(tools.Clock.Today()) is null or < RepresentativeKinds.OfAge,
            All = all.Select(r => new Representation(r.Who, Name(names.GetValueOrDefault(r.Who)), r.Kind, r.FirstDay, r.LastDay, r.GoesOn(tools.Clock.Today()))).ToList(),
            Today = tools.Clock.Today(),
            Seen = seen,
            Form = form,
            Done = done,
            Found = other is not null && form.Errors["Same"] is not null ? IdentityCardModel.Of(other, tools.People, tools.Clock.Today()) : null,
        })
        { StatusCode = form.Status };

        string? Name(ListedPerson? listed) => listed is { NonDisclosure: true } ? tools.Texts["NonDisclosure"] : listed?.Name?.Full;
    }
}

/// <summary>Somebody who acts, or has acted, for a person, as the page tells it.</summary>
/// <param name="Name">Null for one who has been forgotten.</param>
/// <param name="LastDay">Null while no end is known.</param>
/// <param name="GoesOn">The end can still be told, or changed.</param>
public sealed record Representation(Guid Who, string? Name, string Kind, LocalDate FirstDay = default, LocalDate? LastDay = null, bool GoesOn = false)
{
    /// <summary>How a form chooses it.</summary>
    public string Choice => $"{Who:N}-{Kind}-{Typed.Text(FirstDay)}";

    /// <summary>What a form has chosen; null when it is nothing that could have been offered.</summary>
    public static Representation? Read(string? choice) =>
        choice?.Split('-', 3) is [var who, var kind, var day] && Guid.TryParseExact(who, "N", out var id) && RepresentativeKinds.All.Contains(kind) && Typed.Date(day) is { } firstDay
            ? new(id, null, kind, firstDay)
            : null;
}
