using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A professional makes a notice of their own, or records one that somebody tells by phone, on the spot or in the chat.</summary>
internal static class RecordNoticePage
{
    public static IReadOnlyList<string> Ways { get; } = [.. GiveNotice.Ways.Where(w => w != "web")];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.NewNotice, (Guid? person, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock) =>
            Show(new() { ["Came"] = "own", ["Kind"] = "duty" }, person, context, store, people, log, clock)).Needs(Rights.ContactRecord);
        pages.MapPost(CasesPages.NewNotice, Send).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> Send(
        Guid? person, HttpContext context, SendNotice sending, ContentStore store, People people, ReadLogBook log, LookedUp lookedUp, IClock clock, PageFrame frame,
        IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var (form, user, content) = (await FormState.Sent(context), context.SignedIn(), ContentInUse.Of(store));
        var row = person is { } id ? people.Find(id) : null;
        if (person is not null && row is null) return TypedResults.NotFound();
        NoticeOfDanger.Fill(form, texts);
        var about = row is not null ? Of(row, clock.Today()) : Unknown(form, frame.Language, texts);
        var came = form.Require("Came", texts["UnknownWay"]) ?? "";
        var command = NoticeForm.Read(form, about, came, new(null, came == "own" ? user.Name : null, null, null), texts);
        NoticeForm.Check(form, command, refusals);
        var number = form.Valid ? await sending.Send(form, command, row is null ? SendNotice.NameIn(form) : null, user, content) : null;
        // The person may not know of the notice yet, nor that they were looked up for it.
        if (number is not null && row is not null) await lookedUp.Withhold(user, row.Person);
        return number is not null
            ? TypedResults.LocalRedirect(CasesPages.Recorded(number))
            : await Show(form, person, context, store, people, log, clock);
    }

    private static NoticeAbout Of(PersonRow person, LocalDate day) =>
        new(person.Person, person.AgeOn(day), null, person.Sex.ToString(), person.Language, person.DisclosedMunicipality);

    private static NoticeAbout Unknown(FormState form, string language, IStringLocalizer<Texts> texts)
    {
        var (age, under18) = NoticeForm.Age(form, texts);
        return new(Guid.NewGuid(), age, under18, nameof(Sex.Unknown), language, null);
    }

    private static async Task<IResult> Show(
        FormState form, Guid? person, HttpContext context, ContentStore store, People people, ReadLogBook log, IClock clock)
    {
        var row = person is { } id ? people.Find(id) : null;
        if (person is not null && row is null) return TypedResults.NotFound();
        // Whoever the notice is about must not learn from the log that one is being recorded.
        if (row is not null) await log.Record(ReadEntry.Of(context.SignedIn(), "record_contact", Registers.None, ReadGround.None, "contact", row.Person), unreleased: true);
        return new PageResult<RecordNoticeView>(new
        {
            Form = form,
            Content = ContentInUse.Of(store),
            Person = person,
            Name = row is null ? null : people.NameOf(row)?.Full,
            Hidden = row?.NonDisclosure == true,
            // Known for sure to be a child: said before typing. Of an adult nothing is said, and of an unknown age neither.
            Child = row?.AgeOn(clock.Today()) < 18,
        })
        { StatusCode = form.Status };
    }
}
