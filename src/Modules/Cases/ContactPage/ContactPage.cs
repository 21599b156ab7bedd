using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
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
    private const int MostTopics = 5;
    internal const int MostWords = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.Contact, Begin).Needs(Rights.ResidentSelf);
        // Asked anew while one types, and sends nothing.
        pages.MapPost(CasesPages.Topics, Search).Needs(Rights.ResidentSelf).DisableRateLimiting();
        pages.MapPost(CasesPages.Contact, Send).Needs(Rights.ResidentSelf);
    }

    private static IResult Begin(string? topic, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock) =>
        Show(new FormState { ["For"] = "me", ["ServiceLine"] = ContactForm.DontKnow, ["Topic"] = topic }, context, store, people, log, clock);

    /// <summary>The topics for what was typed so far: the whole page again, or to a script the topics only. Words about health are in no address.</summary>
    private static async Task<IResult> Search(HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock, PageFrame frame, IStringLocalizer<Texts> texts)
    {
        var (form, content) = (await FormState.Sent(context), ContentInUse.Of(store));
        form.Limit("About", MostWords, texts["Contact.AboutTooLong"]);
        var found = Topics(form, form.Text("About") ?? form.Text("Text"), content, frame.Language);
        if (found is null && form.Valid) form.Errors.Add("About", texts["Contact.AboutMissing"]);
        return context.Request.IsOfOpenPage()
            ? new PageResult<TopicChoice>(new { Form = form, Content = content, Found = found, RedFlag = RedFlag(form, content) })
            : Show(form, context, store, people, log, clock, found);
    }

    private static async Task<IResult> Send(
        HttpContext context, Journal journal, ContentStore store, People people, OrganisationQueries organisation, ReadLogBook log, IClock clock,
        PageFrame frame, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var (form, user, content) = (await FormState.Sent(context), context.SignedIn(), ContentInUse.Of(store));
        if (user.Person is not { } me || people.Find(me) is not { } maker) return TypedResults.NotFound();
        if (form[PageFrame.AgainField] is not null) return Show(form, context, store, people, log, clock);
        var person = form.Text("For") == "me" ? me : Represented(form.Text("For"), me, people, clock);
        if (person is null) form.Errors.Add("For", texts["Contact.ForMissing"]);
        var command = ContactForm.Read(form, content, person ?? me, person == me ? null : me, frame.Language, "web", people.Find(person ?? me)?.AgeOn(clock.Today()), texts);
        if (form.Text("Danger") != "yes") form.Limit("About", MostWords, texts["Contact.AboutTooLong"]);
        if (form.Text("Text") is null) form.Errors.Add("Text", texts["Contact.StoryMissing"]);
        else if (Words.Refused(command.Text) is { } refusal) form.Refuse(refusal, refusals);
        var call = CallBack.Of(maker, people);
        call.Check(form, texts);
        command = command with { Text = call.Story(form, command.Text) };
        form.Errors.InOrder("About", "Danger", "For", "MinorWill", "Text", "HelpWanted", "ReplyBy", "Phone", "ServiceLine");
        var number = form.Valid ? await SendContact.Send(form, command, call, user, content, journal, people, organisation, clock, refusals) : null;
        return number is not null
            ? TypedResults.LocalRedirect(CasesPages.Receipt(number))
            : Show(form, context, store, people, log, clock);
    }

    private static Guid? Represented(string? typed, Guid me, People people, IClock clock) =>
        Guid.TryParse(typed, out var id) && people.RepresentedBy(me, clock.Today()).Any(p => p.Person == id) ? id : null;

    private static IReadOnlyList<Topic>? Topics(FormState form, string? said, ContentInUse content, string language) =>
        said is { } words && form.Errors["About"] is null ? [.. content.Topics.Find(words, language, MostTopics).Select(hit => hit.Topic)]
        : content.Topic(form.Text("Topic")) is { } chosen ? [chosen]
        : null;

    private static bool RedFlag(FormState form, ContentInUse content) =>
        RedFlagMatcher.Find(content.Content.RedFlags, $"{form.Text("About")}\n{form.Text("Text")}").Count > 0;

    private static IResult Show(
        FormState form, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock, IReadOnlyList<Topic>? found = null)
    {
        var (user, content) = (context.SignedIn(), ContentInUse.Of(store));
        if (user.Person is not { } me || people.Find(me) is not { } maker) return TypedResults.NotFound();
        var today = clock.Today();
        var (others, age, call) = (people.RepresentedBy(me, today), maker.AgeOn(today), CallBack.Of(maker, people));
        var logged = log.Record(ReadEntry.Of(
            user, "contact", Registers.None, others.Count == 0 ? ReadGround.Own : ReadGround.None, "contact", [.. others.Select(p => p.Person), .. call.Shown is null ? Array.Empty<Guid>() : [me]]));
        return new PageResult<ContactView>(new
        {
            Form = form,
            Found = found ?? Topics(form, form.Text("About"), content, context.RequestServices.GetRequiredService<PageFrame>().Language),
            Content = content,
            Open = content.Office.IsOpen(clock.GetCurrentInstant()),
            Call = call,
            Minor = MatterSights.MayBeHidden(age),
            Age = form.Text("For") == "me" ? age : Represented(form.Text("For"), me, people, clock) is { } other ? people.Find(other)?.AgeOn(today) : null,
            Others = others.Select(p => new Option(p.Person.ToString(), people.NameOf(p)?.Full ?? "")).ToList(),
            RedFlag = RedFlag(form, content),
        })
        { StatusCode = form.Status, SentAfter = logged };
    }
}
