using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Cases.FindTopic;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A resident contacts the county, for themselves or for somebody whose matters they take care of.</summary>
internal static class ContactPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.Contact, Begin).Needs(Rights.ResidentSelf);
        pages.MapGet(CasesPages.Topics, Search).Needs(Rights.ResidentSelf);
        pages.MapPost(CasesPages.Contact, Send).Needs(Rights.ResidentSelf);
    }

    private static Task<IResult> Begin(string? topic, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock)
    {
        var form = new FormState { ["For"] = "me" };
        if (ContentInUse.Of(store).Topic(topic) is { } chosen)
            (form["Topic"], form["ServiceLine"]) = (chosen.Id, chosen.Line);
        return Show(form, null, context, store, people, log, clock);
    }

    private static Task<IResult> Search(string? q, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock, PageFrame frame)
    {
        var found = string.IsNullOrWhiteSpace(q) ? null : ContentInUse.Of(store).Topics.Find(q, frame.Language);
        return Show(new FormState { ["For"] = "me", ["q"] = q }, found, context, store, people, log, clock);
    }

    private static async Task<IResult> Send(
        HttpContext context, Journal journal, ContentStore store, People people, OrganisationQueries organisation, ReadLogBook log, IClock clock,
        PageFrame frame, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var (form, user, content) = (await context.Form(), context.SignedIn(), ContentInUse.Of(store));
        if (user.Person is not { } me) return TypedResults.NotFound();
        var person = form.Text("For") == "me" ? me : Represented(form.Text("For"), me, people, clock);
        if (person is null) form.Errors.Add("For", texts["Contact.ForMissing"]);
        var command = ContactForm.Read(form, content, person ?? me, person == me ? null : me, frame.Language, "web", texts);
        if (Words.Refused(command.Text) is { } refusal) form.Errors.Add(refusal, refusals);
        var number = form.Valid ? await SendContact.Send(form, command, user, content, journal, people, organisation, clock, refusals) : null;
        return number is not null
            ? TypedResults.LocalRedirect(CasesPages.Receipt(number))
            : await Show(form, null, context, store, people, log, clock);
    }

    private static Guid? Represented(string? typed, Guid me, People people, IClock clock) =>
        Guid.TryParse(typed, out var id) && people.RepresentedBy(me, clock.Today()).Any(p => p.Person == id) ? id : null;

    private static async Task<IResult> Show(
        FormState form, IReadOnlyList<TopicHit>? found, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock)
    {
        var (user, content) = (context.SignedIn(), ContentInUse.Of(store));
        if (user.Person is not { } me) return TypedResults.NotFound();
        var others = people.RepresentedBy(me, clock.Today());
        await log.Record(ReadEntry.Of(user, "contact", Registers.None, ReadGround.None, "contact", others.Select(p => p.Person)));
        return new RazorComponentResult<ContactView>(new
        {
            Form = form,
            Found = found,
            Content = content,
            Open = content.Office.IsOpen(clock.GetCurrentInstant()),
            Others = others.Select(p => new Option(p.Person.ToString(), people.NameOf(p)?.Full ?? "")).ToList(),
            RedFlag = !form.Valid && RedFlagMatcher.Find(content.Content.RedFlags, form.Text("Text") ?? "").Count > 0,
        })
        { StatusCode = form.Status };
    }
}
