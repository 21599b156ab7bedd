using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Takes a read notice to the journal: the same way for the resident's form and the professional's.</summary>
internal sealed class SendNotice(Journal journal, OrganisationQueries organisation, IClock clock, RefusalText refusals)
{
    /// <summary>The name as far as the notifier knew it.</summary>
    public static PersonName NameIn(FormState form) => new(form.Text("GivenNames"), form.Text("Surname"));

    /// <param name="unknown">Name of a person who was not looked up; becomes known by a temporary id until the identity is confirmed. Null when the person is known.</param>
    /// <returns>The receipt number; null when the form now holds what is wrong.</returns>
    public async Task<string?> Send(FormState form, GiveNotice command, PersonName? unknown, CurrentUser user, ContentInUse content)
    {
        var today = clock.Today();
        var units = organisation.Receiving(today);
        var person = command.About.Person;
        var outcome = await journal.Handle(form.Envelope(user, "notice", command.Matter, person), work =>
        {
            var given = GiveNotice.Decide(work.State<Matter>(command.Matter), command, content.Content.Services, units, content.Office, work.Context(command.Matter));
            return unknown is null
                ? given
                : RegisterPerson.Decide(
                    work.State<PersonState>(person),
                    new(person, unknown, null, null, Sex.Unknown, command.About.Language, TemporaryId.New()), null, false, today).And(given);
        });
        if (outcome is Outcome.Done done) return done.Events.Select(e => e.Event).OfType<ContactReceived>().First().Number;
        form.Refuse(((Outcome.Refused)outcome).Refusal, refusals);
        return null;
    }
}
