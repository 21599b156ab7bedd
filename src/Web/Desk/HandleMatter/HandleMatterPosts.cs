using NodaTime;
using Yhteys.Booking;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.HandleMatter;

/// <summary>What is sent from the page of a matter: a message, help at once, a referral, a closing, an opening again.</summary>
internal static class HandleMatterPosts
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        Post(pages, "write", (work, matter, form, asked) => WriteToResident.Decide(
            work.State<Matter>(matter), new(matter, form.Text("Text") ?? "", form.Has("Asks", "true"), form.Text("Told")), asked.Professional, asked.Today, AnswerReaders.Any(work, matter, asked.Today)));
        Post(pages, "help", (work, matter, form, asked) => GiveBackTimes.Decide(work, new(matter, form.Text("Times")), HelpAtOnce.Decide(
            work.State<Matter>(matter), new(matter, form.Text("Text") ?? "", form.Seen, form.Text("Told")), asked.Professional, asked.Today, AnswerReaders.Any(work, matter, asked.Today))));
        Post(pages, "refer", Refer, (matter, form) => Command(matter, form).Missing());
        Post(pages, "close", (work, matter, form, asked) => GiveBackTimes.Decide(
            work, new(matter, form.Text("Times")), CloseMatter.Decide(work.State<Matter>(matter), new(matter, form.Text("Outcome") ?? "", form.Seen, form.Text("Reason")), asked.Today)));
        Post(pages, ReopenForm.Action, (work, matter, form, asked) => ReopenMatter.Decide(
            work.State<Matter>(matter), new(matter, form.Text("Reason") ?? "", form.Seen), asked.Today));
    }

    /// <summary>What a decision of the page may ask besides the matter.</summary>
    internal sealed record Asked(ProfessionalRow Professional, LocalDate Today, ServiceLines Services);

    private static Decision Refer(Work work, Guid matter, FormState form, Asked asked)
    {
        var command = Command(matter, form);
        return ReferMatter.Decide(work.State<Matter>(matter), command, asked.Services.Line(command.ServiceLine), work.Row<UnitRow>(command.Unit), asked.Today);
    }

    private static ReferMatter Command(Guid matter, FormState form) =>
        new(matter, form.Text("ServiceLine") ?? "", Guid.TryParse(form.Text("Unit"), out var unit) ? unit : Guid.Empty, form.Text("Text") ?? "", form.Seen);

    /// <summary>A form of the matter's page: carried out, or shown again with what was typed and the new state of the matter.</summary>
    /// <param name="missing">All that is missing from the form; null when the decision names it.</param>
    internal static void Post(
        IEndpointRouteBuilder pages, string action, Func<Work, Guid, FormState, Asked, Decision> decide, Func<Guid, FormState, IEnumerable<Refusal>>? missing = null) =>
        pages.MapPost($"/matters/{{matter:guid}}/{action}", async Task<IResult> (
            Guid matter, HttpContext context, Journal journal, MatterDoor door, MatterReader reader, ReadLogBook log, ContentStore content, IClock clock,
            OrganisationQueries organisation, RefusalText refusals) =>
        {
            var (user, form) = (context.SignedIn(), await FormState.Sent(context, action));
            if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
            if (!entry.MayHandle || organisation.Professional(user.Id) is not { } professional)
                return await journal.Closed(form.Envelope(user, action, matter), DeskPages.LeftMatter);

            foreach (var one in missing?.Invoke(matter, form) ?? [])
                form.Refuse(one, refusals);
            if (!form.Valid) return MatterPage.Show(matter, form, context, door, reader, log);

            var asked = new Asked(professional, Fi.Day(clock.GetCurrentInstant()), content.Current.Services);
            if (await journal.Handle(form.Envelope(user, action, matter), work => decide(work, matter, form, asked)) is not Outcome.Refused { Refusal: var refusal })
                return TypedResults.LocalRedirect(door.Next(matter, user, $"{DeskPages.Matter(matter)}?done={(action == "write" ? "sent" : "1")}"));
            form.Refuse(refusal, refusals);
            return MatterPage.Show(matter, form, context, door, reader, log);
        }).Needs(Rights.MatterHandle);
}
