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

/// <summary>A professional records a contact that came by phone, on the spot or in the chat.</summary>
internal static class RecordContactPage
{
    public static IReadOnlyList<string> Channels { get; } = ["phone", "walk_in", "chat"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.New, Begin).Needs(Rights.ContactRecord);
        pages.MapPost(CasesPages.New, Send).Needs(Rights.ContactRecord);
        pages.MapPost(CasesPages.Guess, async (Guid? person, HttpContext context, ContentStore store, People people, IClock clock) => new PageResult<ServiceChoice>(new
        {
            Form = await FormState.Sent(context),
            Content = ContentInUse.Of(store),
            Age = person is { } who ? people.Find(who)?.AgeOn(clock.Today()) : null,
        })).Needs(Rights.ContactRecord);
    }

    private const string PersonItself = "person";

    private static Task<IResult> Begin(Guid person, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock) =>
        Show(new FormState { ["Channel"] = "phone", ["ReplyBy"] = "phone", ["HelpWanted"] = "days", ["ServiceLine"] = ContactForm.DontKnow, ["Who"] = PersonItself }, person, context, store, people, log, clock);

    private static async Task<IResult> Send(
        Guid person, HttpContext context, Journal journal, ContentStore store, People people, OrganisationQueries organisation, ReadLogBook log,
        IClock clock, PageFrame frame, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var (form, user, content) = (await FormState.Sent(context), context.SignedIn(), ContentInUse.Of(store));
        var channel = form.Text("Channel") ?? "";
        if (!Channels.Contains(channel)) form.Errors.Add("Channel", texts["Contact.ChannelMissing"]);
        if (people.Find(person) is not { } row) return TypedResults.NotFound();
        var acting = Acting(row, clock.Today());
        var by = Guid.TryParse(form.Text("Who"), out var who) && acting.Contains(who) ? who : (Guid?)null;
        // Asked only where somebody acts for the person: then it is answered.
        if (by is null && (acting.Count > 0 || form["Who"] is not null) && form.Text("Who") is not PersonItself) form.Errors.Add("Who", texts["Record.WhoMissing"]);
        var command = ContactForm.Read(form, content, person, by, frame.Language, channel, row.AgeOn(clock.Today()), texts);
        if (form.Text("Text") is null) form.Errors.Add("Text", texts["Record.StoryMissing"]);
        else if (Words.Refused(command.Text) is { } refusal) form.Refuse(refusal, refusals);
        var call = CallBack.Of(by is { } maker && people.Find(maker) is { } calling ? calling : row, people);
        call.Check(form, texts, recorded: true);
        command = command with { Text = call.Story(form, command.Text) };
        form.Errors.InOrder("Danger", "Text", "ServiceLine", "HelpWanted", "ReplyBy", "Phone", "Who", "Channel");
        var number = form.Valid ? await SendContact.Send(form, command, call, user, content, journal, people, organisation, clock, refusals) : null;
        return number is not null
            ? TypedResults.LocalRedirect(CasesPages.Recorded(number))
            : await Show(form, person, context, store, people, log, clock);
    }

    private static List<Guid> Acting(PersonRow person, LocalDate day) => [.. person.Representatives.Select(r => r.Who).Where(who => person.IsRepresentedBy(who, day)).Distinct()];

    private static async Task<IResult> Show(FormState form, Guid person, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock)
    {
        if (people.Find(person) is not { } row) return TypedResults.NotFound();
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        var today = clock.Today();
        var acting = Acting(row, today);
        var names = people.NamesOf(acting);
        var calls = people.Find(acting).OrderBy(p => acting.IndexOf(p.Person)).Select(p => CallBack.Of(p, people)).ToList();
        await log.Record(ReadEntry.Of(context.SignedIn(), "record_contact", Registers.None, ReadGround.None, "contact", [person, .. acting]));
        return new PageResult<RecordContactView>(new
        {
            Form = form,
            Content = ContentInUse.Of(store),
            Person = person,
            Name = people.NameOf(row)?.Full ?? "",
            row.NonDisclosure,
            Age = row.AgeOn(today),
            Call = CallBack.Of(row, people),
            Asked = form.Text("Phone") is not null || calls.Exists(call => call.Missing),
            Acting = calls.Select(call => new Option(
                call.Whom.Person.ToString(), names.GetValueOrDefault(call.Whom.Person)?.Full ?? "–",
                texts[call.Missing ? "Record.PhoneNone" : "Record.PhoneOnFile"])).ToList(),
        })
        { StatusCode = form.Status };
    }
}
