using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>Reads a matter for its page, once the door has let the reader in.</summary>
internal sealed class MatterReader(
    Journal journal, People people, OrganisationQueries organisation, ContentStore content, MatterClocks clocks, Presence presence, IClock clock,
    PageFrame frame, IStringLocalizer<DeskTexts> texts, RefusalText sentences, StepWords words)
{
    public MatterModel Read(MatterEntry entry, CurrentUser user)
    {
        var row = entry.Row;
        var today = clock.Today();
        var stream = journal.Stream(row.Matter);
        var units = organisation.Units();
        var services = content.Current.Services;
        var lines = services.Lines.Where(l => l.Register == row.Register && (!l.ByReferral || l.Id == row.ServiceLine)).ToList();
        var person = IdentityCardModel.Of(entry.Person, people, today);
        var nameOf = Names(stream, person);
        var contact = stream.Select(r => r.Event).OfType<ContactReceived>().FirstOrDefault();
        return new MatterModel(
            row, person, Subject(row),
            units.FirstOrDefault(u => u.Unit == row.Unit)?.Name.In(frame.Language) ?? "–",
            row.Handler is { } handler ? NameOfStaff(handler) : null,
            row.Handler is { } taken && Handlers.HasLeft(organisation.Professional(taken), row.TakenFor, row.Unit, row.Register, today), today, clocks.Of(row, today),
            MatterHistory.Messages(stream, journal.Keys, nameOf, texts), MatterHistory.Steps(stream, journal.Keys, nameOf, sentences, words.Of(stream)), Findings.Of(stream),
            presence.Look(row.Matter, user.Id, user.Name), entry.MayHandle, row.Handler == user.Id,
            [.. lines.Select(l => new Option(l.Id, l.Name.In(frame.Language)))],
            [.. units.Where(u => u.TakesNew(today) && lines.Exists(l => u.ServiceLines.Contains(l.Id))).Select(u => new Option(u.Unit.ToString(), u.Name.In(frame.Language)))],
            stream.Select(r => r.Event).OfType<NoticeGiven>().FirstOrDefault() is { } told
                ? new(told.Came, told.StaysUnnamed, told.PersonKnows, journal.Keys.Open(told.Whereabouts))
                : null,
            contact, Answers(entry, contact, today));
    }

    private AnswerWay Answers(MatterEntry entry, ContactReceived? contact, LocalDate today)
    {
        var maker = AnswerReaders.Maker(entry.Row, entry.Person, people.Find, today);
        var kept = entry.Row.MadeBy is not null && maker is null;
        return new(
            entry.Row.SeenByNobody(), AnswerReaders.Any(entry.Row, entry.Person, people.Find, today), contact?.ReplyBy == "phone" && !kept,
            maker is null ? null : Reached.Of(maker, people), kept);
    }

    /// <summary>The conversation alone, and what of the matter it shows.</summary>
    public (IReadOnlyList<ConversationMessage> Messages, SeenSpan Seen) Conversation(MatterEntry entry)
    {
        var (stream, person) = (journal.Stream(entry.Row.Matter), IdentityCardModel.Of(entry.Person, people, clock.Today()));
        return (MatterHistory.Messages(stream, journal.Keys, Names(stream, person), texts), MatterHistory.Seen(stream));
    }

    // Names of those who have acted.
    private Func<Recorded, string> Names(IReadOnlyList<Recorded> stream, IdentityCardModel person)
    {
        var notifier = NotifierSteps.Of(stream);
        var outside = people.NamesOf([.. stream.Where(r => r.Actor.Kind == "person" && !notifier.Contains(r.Version)).Select(r => r.Actor.Id).Where(id => id != person.Person).Distinct()]);
        return r => notifier.Contains(r.Version) ? texts["Notifier"]
            : r.Actor.Kind switch
            {
                "staff" => NameOfStaff(r.Actor.Id),
                "person" when r.Actor.Id == person.Person => person.Name is "" ? "–" : person.Name,
                "person" => outside.GetValueOrDefault(r.Actor.Id)?.Full ?? "–",
                _ => "Yhteys",
            };
    }

    // What the person says that it is about, before the service that handles it.
    private string Subject(MatterRow row)
    {
        var service = content.Current.Services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine;
        return ContentInUse.Of(content).Topic(row.Topic) is { } topic ? $"{topic.Name.In(frame.Language)} · {service}" : service;
    }

    private string NameOfStaff(Guid professional) => organisation.Professional(professional)?.Name ?? "–";
}
