using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>
/// A resident tells of a worry about somebody else. Nobody is looked up: whom the county knows is told to nobody, so the person gets a
/// temporary id, and a professional finds out who it is.
/// </summary>
internal static class WorryPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(CasesPages.Worry, (ContentStore store, IClock clock) => Show(new(), store, clock)).Needs(Rights.ResidentSelf);
        pages.MapPost(CasesPages.Worry, Send).Needs(Rights.ResidentSelf);
    }

    private static async Task<IResult> Send(
        HttpContext context, SendNotice sending, ContentStore store, People people, IClock clock, PageFrame frame, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var (form, user) = (await FormState.Sent(context), context.SignedIn());
        if (user.Person is not { } me || people.Find(me) is not { } notifier) return TypedResults.NotFound();
        if (form[PageFrame.AgainField] is not null) return Show(form, store, clock);
        NoticeOfDanger.Fill(form, texts);
        var (age, under18) = NoticeForm.Age(form, texts);
        var about = new NoticeAbout(Guid.NewGuid(), age, under18, nameof(Sex.Unknown), frame.Language, null);
        var command = NoticeForm.Read(form, about, "web", new(me, people.NameOf(notifier)?.Full, null, null), texts);
        NoticeForm.Check(form, command, refusals);
        var number = form.Valid ? await sending.Send(form, command, SendNotice.NameIn(form), user, ContentInUse.Of(store)) : null;
        return number is not null ? TypedResults.LocalRedirect(CasesPages.Receipt(number)) : Show(form, store, clock);
    }

    private static PageResult<WorryView> Show(FormState form, ContentStore store, IClock clock)
    {
        var content = ContentInUse.Of(store);
        return new(new { Form = form, Content = content, Open = content.Office.IsOpen(clock.GetCurrentInstant()) }) { StatusCode = form.Status };
    }
}
