using NodaTime;
using Yhteys.Access;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.HandleMatter;

/// <summary>What is sent from the page of a matter: a message, help at once, a referral, a closing, an opening again, that the client wants the assessment.</summary>
internal static class HandleMatterPosts
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        Post(pages, "write", (work, matter, form, asked) => WriteToResident.Decide(
                work.State<Matter>(matter), Writing(matter, form), asked.Professional, asked.Today, AnswerReaders.Any(work, matter, asked.Today)),
            WhenAnswered(sent => Writing(sent.Matter, sent.Form).Missing(sent.Read)));
        Post(pages, "help", (work, matter, form, asked) => GiveBackTimes.Decide(work, Times(matter, form), HelpAtOnce.Decide(
                work.State<Matter>(matter), Helping(matter, form), asked.Professional, asked.Today, AnswerReaders.Any(work, matter, asked.Today))),
            WhenAnswered(sent => sent.Unassessed ? [] : [.. Helping(sent.Matter, sent.Form).Missing(sent.Read), .. sent.Times()]));
        Post(pages, "refer", Refer, WhenOpen(sent => Command(sent.Matter, sent.Form).Missing()));
        Post(pages, "close", (work, matter, form, asked) => GiveBackTimes.Decide(work, Times(matter, form), CloseMatter.Decide(work.State<Matter>(matter), Closing(matter, form), asked.Today)),
            WhenOpen(sent =>
            [
                .. Closing(sent.Matter, sent.Form).Missing(sent.Unassessed),
                .. sent.Form.Has("Outcome", "died") ? [] : sent.Times(),
            ]));
        Post(pages, ReopenForm.Action, (work, matter, form, asked) => ReopenMatter.Decide(
            work.State<Matter>(matter), new(matter, form.Text("Reason") ?? "", form.Seen), asked.Today));
    }

    /// <summary>What a decision of the page may ask besides the matter.</summary>
    internal sealed record Asked(ProfessionalRow Professional, LocalDate Today, ServiceLines Services);

    /// <summary>A form as it was sent, and what tells which of its fields must be filled.</summary>
    internal sealed record Sent(MatterEntry Entry, FormState Form, Journal Journal, Instant Now)
    {
        public Guid Matter => Entry.Row.Matter;

        /// <summary>See <see cref="AnswerReaders.Any"/>.</summary>
        public bool Read => AnswerReaders.Any(Entry.Row, Entry.Person, who => Journal.Find<PersonRow>(who), FinnishTime.Day(Now));

        /// <summary>See <see cref="ChildWelfare.Unassessed"/>.</summary>
        public bool Unassessed => ChildWelfare.Unassessed(Entry.Row.ServiceLine, Entry.Row.Clock.Facts);

        public IEnumerable<Refusal> Times() => HandleMatterPosts.Times(Matter, Form).Missing(Journal, Now) is { } stand ? [stand] : [];
    }

    // The page of a closed one has none of these forms: that it is closed is all that is said.
    private static Func<Sent, IEnumerable<Refusal>> WhenOpen(Func<Sent, IEnumerable<Refusal>> missing) => sent => sent.Entry.Row.Open ? missing(sent) : [];

    // Where nobody would see an answer no form asks for one.
    private static Func<Sent, IEnumerable<Refusal>> WhenAnswered(Func<Sent, IEnumerable<Refusal>> missing) => WhenOpen(sent => sent.Entry.Row.SeenByNobody() ? [] : missing(sent));

    private static GiveBackTimes Times(Guid matter, FormState form) => new(matter, form.Text("Times"));

    private static WriteToResident Writing(Guid matter, FormState form) => new(matter, form.Text("Text") ?? "", form.Has("Asks", "true"), form.Text("Told"), form.Seen);

    private static HelpAtOnce Helping(Guid matter, FormState form) => new(matter, form.Text("Text") ?? "", form.Seen, form.Text("Told"));

    private static CloseMatter Closing(Guid matter, FormState form) => new(matter, form.Text("Outcome") ?? "", form.Seen, form.Text("Reason"));

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
        IEndpointRouteBuilder pages, string action, Func<Work, Guid, FormState, Asked, Decision> decide, Func<Sent, IEnumerable<Refusal>>? missing = null) =>
        pages.MapPost($"/matters/{{matter:guid}}/{action}", async Task<IResult> (
            Guid matter, HttpContext context, Journal journal, MatterDoor door, MatterReader reader, ReadLogBook log, ContentStore content, IClock clock,
            OrganisationQueries organisation, RefusalText refusals) =>
        {
            var (user, form) = (context.SignedIn(), await FormState.Sent(context, action));
            if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
            if (!entry.MayHandle || organisation.Professional(user.Id) is not { } professional)
                return await journal.Closed(form.Envelope(user, action, matter), form);

            foreach (var one in missing?.Invoke(new(entry, form, journal, clock.GetCurrentInstant())) ?? [])
                form.Refuse(one, refusals);
            // The page comes back with what is new, and its form tells of that from then on: so it must be said now.
            if (!form.Valid && form.Seen is { } seen && seen != entry.Row.Version) form.Refuse(new ChangedSinceOpened(), refusals);
            if (!form.Valid) return MatterPage.Show(matter, form, context, door, reader, log);

            var asked = new Asked(professional, clock.Today(), content.Current.Services);
            var outcome = await journal.Handle(form.Envelope(user, action, matter), work => decide(work, matter, form, asked));
            if (outcome is Outcome.Done done)
                return TypedResults.LocalRedirect(door.Next(matter, user, action == "write" ? $"{MatterAddress.Of(matter)}?done=sent" : CasesPages.Done(matter, done)));
            form.Refuse(((Outcome.Refused)outcome).Refusal, refusals);
            return MatterPage.Show(matter, form, context, door, reader, log);
        }).Needs(Rights.MatterHandle);
}
