using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>The identity card of a person who was looked up to record a contact. It opens nothing else.</summary>
internal static class IdentityCardPage
{
    private const int ShortestReason = 10;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/people/{person:guid}", Show).Needs(Rights.ContactRecord);
        pages.MapPost("/people/{person:guid}/open-field", OpenField).Needs(Rights.NonDisclosureOpen);
    }

    private static async Task<IResult> Show(Guid person, HttpContext context, People people, IKeptMatters kept, ReadLogBook log, IClock clock, ResidentsOptions options)
    {
        if (people.Find(person) is not { } row) return TypedResults.NotFound();
        var (user, ground) = (context.SignedIn(), PersonDoor.GroundOf(context.SignedIn(), row, people, clock.GetCurrentInstant()));
        await Read(user, person, ground, people, kept, log);
        return Page(IdentityCardModel.Of(row, people, clock.Today()), new(), ground, context, options);
    }

    private static async Task<IResult> OpenField(
        Guid person, HttpContext context, People people, IKeptMatters kept, ReadLogBook log, IClock clock, ResidentsOptions options, IStringLocalizer<Texts> texts)
    {
        if (people.Find(person) is not { NonDisclosure: true } row) return TypedResults.NotFound();
        var (form, ground) = (await FormState.Sent(context), PersonDoor.GroundOf(context.SignedIn(), row, people, clock.GetCurrentInstant()));
        if (form.Text("Field") is not { } field || !IdentityCardModel.HiddenFields.Contains(field)) form.Errors.Add("Field", texts["OpenField.Choose"]);
        if (form.Text("Reason") is not { Length: >= ShortestReason } reason) form.Errors.Add("Reason", texts["OpenField.ReasonMissing"]);
        else
        {
            form.Limit("Reason", 500, texts["ReasonTooLong"]);
            if (form.Valid)
            {
                var opened = form.Text("Field")!;
                await log.Record(ReadEntry.Of(context.SignedIn(), ReadLogBook.OpenedFieldScreen, Registers.None, ReadGround.None, $"{opened}: {reason}", person));
                return Page(IdentityCardModel.Of(row, people, clock.Today(), opened), form, ground, context, options);
            }
        }

        await Read(context.SignedIn(), person, ground, people, kept, log);
        return Page(IdentityCardModel.Of(row, people, clock.Today()), form, ground, context, options);
    }

    private static Task Read(CurrentUser user, Guid person, ReadGround ground, People people, IKeptMatters kept, ReadLogBook log) => log.Record(
        ReadEntry.Of(user, "identity_card", Registers.None, ground, "contact", person), PersonDoor.Unreleased(user, person, ground, people, kept));

    private static PageResult<IdentityCardView> Page(IdentityCardModel card, FormState form, ReadGround ground, HttpContext context, ResidentsOptions options) =>
        new(new
        {
            Person = card,
            Form = form,
            RecordHref = options.RecordContact(card.Person),
            NoticeHref = options.RecordNotice(card.Person),
            MayOpen = context.SignedIn().May(Rights.NonDisclosureOpen),
            MayChange = ground != ReadGround.None,
            GlassHref = PersonDoor.GlassHref(context.SignedIn(), card.Person),
        })
        { StatusCode = form.Status };
}
