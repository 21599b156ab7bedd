using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.CorrectPerson;

/// <summary>A matter of a wrong person is moved to the right one; a temporary person becomes a known one. The code is typed, never in an address.</summary>
internal static class CorrectPersonPosts
{
    /// <summary>Field of the form that only the answer fills: who differ.</summary>
    internal const string Differing = "Differing";

    public static void Map(IEndpointRouteBuilder pages)
    {
        Post(pages, "right-person", (_, state, command, right, _, _) => MoveToRightPerson.Decide(
            state, new(command.Matter, command.Reason, command.Seen, command.SameAs == command.IdentityCode ? right?.Row.Person : null), right?.Row));
        Post(pages, "confirm-person", (work, state, command, holder, options, today) => ConfirmPerson.Decide(
            state, work.State<PersonState>(state.Person), command, holder, Unaged(work, state.Person), options.AcceptRealCodes, today));
    }

    private static IReadOnlyList<MatterRow> Unaged(Work work, Guid person) =>
        work.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where person = @person and age is null", new { person });

    private static void Post(
        IEndpointRouteBuilder pages, string action, Func<Work, Matter, ConfirmPerson, CodeHolder?, ResidentsOptions, LocalDate, Decision> decide) =>
        pages.MapPost($"/matters/{{matter:guid}}/{action}", async Task<IResult> (
            Guid matter, HttpContext context, Journal journal, MatterDoor door, MatterReader reader, ReadLogBook log, People people, IClock clock,
            ResidentsOptions options, RefusalText refusals, IStringLocalizer<DeskTexts> texts) =>
        {
            var (user, form) = (context.SignedIn(), await FormState.Sent(context, action));
            if (door.Ask(matter, user) is not { } entry) return TypedResults.NotFound();
            if (!entry.MayHandle) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);

            if (form.Text("Code") is null) Refuse(form, new RightCodeMissing(), refusals);
            if (form.Text("Reason") is null) Refuse(form, new ReasonMissing(), refusals);
            if (!form.Valid) return MatterPage.Show(matter, form, context, door, reader, log);

            var command = new ConfirmPerson(matter, form.Text("Code") ?? "", form.Text("Reason") ?? "", form.Seen, form.Has("Same", "true") ? form.Text("SameCode") : null);
            var (found, today) = (command.HasReason ? people.FindByCode(command.IdentityCode) : null, clock.Today());
            var holder = found is null ? null : new CodeHolder(found, ToldPerson.Of(entry.Row, entry.Person, people), ToldPerson.Known(entry.Row, found, people));
            var outcome = await journal.Handle(form.Envelope(user, action, matter), work => decide(
                work, work.State<Matter>(matter), command, holder is not null && work.Row<PersonRow>(holder.Row.Person) is { } row ? holder with { Row = row } : null, options, today));
            if (outcome is Outcome.Done done)
            {
                // Both were looked at: whom it was recorded for, and whom it concerns.
                if (found is not null) await entry.Log(log, user, "matter", "care", found.Person);
                return TypedResults.LocalRedirect(CasesPages.Done(matter, done));
            }

            var refusal = ((Outcome.Refused)outcome).Refusal;
            Refuse(form, refusal, refusals);
            form["Same"] = null;
            form[Differing] = refusal is IdentityDiffers
                ? texts["Confirm_Same", holder!.Told.Said(entry.Person.NonDisclosure), holder.Known.Said(found!.NonDisclosure)].Value
                : null;
            // Also what is refused tells that somebody has the code.
            return MatterPage.Show(matter, form, context, door, reader, log, alsoShown: found?.Person);
        }).Needs(Rights.MatterHandle);

    private static void Refuse(FormState form, Refusal refusal, RefusalText refusals) => form.Refuse(refusal, refusals, refusal.Field is "IdentityCode" ? "Code" : null);
}
