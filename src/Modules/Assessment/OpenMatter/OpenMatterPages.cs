using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>A professional records what arrived of a person and opens a matter by it: first what it is, then its own form.</summary>
internal static class OpenMatterPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.NewArrival, Choose).Needs(Rights.ContactRecord);
        pages.MapGet($"{CasesPages.NewArrival}/{{kind}}/{{line}}", Begin).Needs(Rights.ContactRecord);
        pages.MapPost($"{CasesPages.NewArrival}/{{kind}}/{{line}}", Send).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Choose(Guid person, HttpContext context, [AsParameters] Tools tools)
    {
        if (tools.People.Find(person) is not { } row) return TypedResults.NotFound();
        await tools.Log.Record(Entry(context.SignedIn(), person));
        return new PageResult<ArrivalsView>(new { Person = person, Name = tools.People.NameOf(row)?.Full ?? "" });
    }

    private static async Task<IResult> Begin(Guid person, string kind, string line, HttpContext context, [AsParameters] Tools tools) =>
        Found(kind, line, tools) is { } recording && tools.People.Find(person) is { } row
            ? await Show(new FormState { ["Municipality"] = row.DisclosedMunicipality }, row, recording, line, context.SignedIn(), tools)
            : TypedResults.NotFound();

    private static async Task<IResult> Send(Guid person, string kind, string line, HttpContext context, [AsParameters] Tools tools)
    {
        var user = context.SignedIn();
        if (Found(kind, line, tools) is not { } recording || tools.People.Find(person) is not { } row) return TypedResults.NotFound();
        var form = await FormState.Sent(context);
        var (happened, content, born) = (tools.HappenedAt(form), tools.Content, form.Date("BornOn", tools.Texts["DayWrong"]));
        var school = kind == "request" && form.Text("Municipality") is { } key ? School.Of(key) : null;
        if (school is not null && (!tools.Store.Current.County.Municipalities.Contains(school.Municipality) || (school.Provider is not null && !tools.Organisation.OtherSchools().Contains(school)))) form.Errors.Add("Municipality", tools.Texts["Arrivals.SchoolWrong"]);
        if (!form.Valid) return await Show(form, row, recording, line, user, tools);

        var countsOn = content.Office.CountsFor(happened ?? tools.Clock.GetCurrentInstant());
        var unit = Unit(line, row, user, tools);
        var command = new OpenMatter(
            Guid.NewGuid(), ReceiptNumber.New(), kind, person, line, unit?.Unit ?? Guid.Empty, form.Text("Text") ?? "", form.All("Flags"), born);
        var calendars = school is null ? [] : tools.Organisation.SchoolCalendars(school.Municipality, school.Provider);
        var outcome = await tools.Journal.Handle(
            new Envelope(form.CommandId ?? Guid.NewGuid(), user.Actor, "contact", [command.Matter], happened, happened is null ? null : form.Text("LateReason")),
            work => OpenMatter.Decide(
                work.State<Matter>(command.Matter), command, content, work.Row<PersonRow>(person), unit, countsOn, calendars, work.Context(command.Matter)));
        if (outcome is Outcome.Done done)
            return TypedResults.LocalRedirect(CasesPages.Recorded(done.Events.Select(e => e.Event).OfType<ContactReceived>().First().Number));
        var refusal = ((Outcome.Refused)outcome).Refusal;
        form.Refuse(refusal, tools.Refusals, refusal.Field == "OtherDay" ? "BornOn" : null);
        return await Show(form, row, recording, line, user, tools);
    }

    private static Recording? Found(string kind, string line, Tools tools) =>
        OpenMatter.Kinds.Any(k => k.Code == kind) ? RecordingBook.Of(tools.Store.Current).Find(kind, line) : null;

    /// <summary>The recorder's own unit when it handles the line, else where a contact would go.</summary>
    private static UnitRow? Unit(string line, PersonRow person, CurrentUser user, Tools tools)
    {
        var units = tools.Organisation.Receiving(tools.Today);
        return units.FirstOrDefault(u => u.Unit == user.Unit && u.ServiceLines.Contains(line))
            ?? (tools.Store.Current.Services.Line(line) is { } service
                ? ChooseUnit.At(tools.Clock.GetCurrentInstant(), service, units, tools.Content.Office, danger: false, person.DisclosedMunicipality)
                : null);
    }

    private static ReadEntry Entry(CurrentUser user, Guid person) => ReadEntry.Of(user, "record_contact", Registers.None, ReadGround.None, "contact", person);

    private static async Task<IResult> Show(FormState form, PersonRow person, Recording recording, string line, CurrentUser user, Tools tools)
    {
        // What another authority tells is released to nobody yet, so the log must not tell of it either.
        await tools.Log.Record(Entry(user, person.Person), unreleased: OpenMatter.Opening(recording.Kind) == Openings.Authority);
        return new PageResult<ArrivalView>(new
        {
            Form = form,
            Recording = recording,
            Line = line,
            Person = person.Person,
            Name = tools.People.NameOf(person)?.Full ?? "",
        })
        { StatusCode = form.Status };
    }
}
