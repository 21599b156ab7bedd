using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Takes a read form to the journal: the same way for the resident's form and the professional's recording.</summary>
internal static class SendContact
{
    /// <param name="call">Its number is kept when the form has a new one.</param>
    /// <returns>The receipt number; null when the form now holds what is wrong.</returns>
    public static async Task<string?> Send(
        FormState form, ReceiveContact command, CallBack call, CurrentUser user, ContentInUse content, Journal journal, People people,
        OrganisationQueries organisation, IClock clock, RefusalText refusals)
    {
        var line = content.Content.Services.Line(command.ServiceLine);
        var municipality = people.Find(command.Person)?.DisclosedMunicipality;
        var now = clock.GetCurrentInstant();
        var units = organisation.Receiving(FinnishTime.Day(now));
        var unit = line is null ? null : ChooseUnit.At(now, line, units, content.Office, command.Danger, municipality);
        command = command with { Unit = unit?.Unit ?? Guid.Empty, Alarms = line is not null && command.Danger ? AlarmedUnit.For(line, units) : null };
        if (command.ServiceLine == "student_welfare" && municipality is not null && command.SchoolClosed is null)
            command = command with { SchoolClosed = SchoolDays.Closed(organisation.SchoolCalendars(municipality)) };
        var countsOn = content.Office.CountsFor(now);
        var outcome = await journal.Handle(form.Envelope(user, "contact", command.Matter, call.Whom.Person), work =>
        {
            var received = ReceiveContact.Decide(
                work.State<Matter>(command.Matter), command, work.Row<PersonRow>(command.Person), line, unit, countsOn, work.Context(command.Matter));
            // Of what is on file now: what another has changed meanwhile stays.
            var change = CallBack.Of(work.Row<PersonRow>(call.Whom.Person) ?? call.Whom, people).Change(form);
            return change is null ? received : received.And(ChangePersonalData.Decide(work.State<PersonState>(call.Whom.Person), change));
        });
        if (outcome is Outcome.Refused refused)
        {
            form.Refuse(refused.Refusal, refusals);
            return null;
        }

        // A second sending of the same form gets the first one's events, and so the first number.
        return ((Outcome.Done)outcome).Events.Select(e => e.Event).OfType<ContactReceived>().First().Number;
    }
}
