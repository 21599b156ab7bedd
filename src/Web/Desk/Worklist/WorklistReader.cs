using NodaTime;
using Yhteys.Access.Escalation.Inbox;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;
using Yhteys.Web.Desk.Alarms;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>Reads a page of the worklist in a fixed number of queries, however many rows it has.</summary>
internal sealed class WorklistReader(
    Journal journal, People people, MatterReach reach, OrganisationQueries organisation, AlarmReader alarms, ContentStore content, Presence presence, IClock clock, PageFrame frame)
{
    public WorklistModel Read(WorklistFilter filter, CurrentUser user, string? refused = null)
    {
        var today = clock.Today();
        var left = WorklistQueries.Left(journal, filter, organisation, today);
        var count = WorklistQueries.Count(journal, filter, left);
        var pages = PageNumber.Last(count, WorklistQueries.PageSize);
        // A page that is no more, since its matters were dealt with, is the last one.
        filter = filter with { Page = Math.Min(filter.Page, pages) };
        var rows = WorklistQueries.Rows(journal, filter, left).Take(WorklistQueries.PageSize).ToList();
        var subjects = ContentInUse.Of(content);
        var lying = TaskFlags.LyingTooLong(journal, [.. rows.Select(r => r.Matter)]);
        var danger = alarms.Open().Select(a => a.Matter).ToHashSet();
        // A unit has a relation to the persons of its own matters; of those of other units it is asked.
        var readable = reach.Readable(user, [.. rows.Where(r => r.Unit != user.Unit).Select(r => new ListedMatter(r.Matter, r.Person, r.Register, r.ServiceLine))]);
        var listed = people.Listed([.. rows.Where(Ours).Select(r => r.Person).Distinct()]);
        return new WorklistModel(
            filter, count, pages,
            [.. rows.Select(Item)], today, user.May(Rights.MatterHandle), refused, WorklistQueries.News(journal, filter, user.Unit));

        bool Ours(WorklistRow row) => row.Unit == user.Unit || readable.Contains(row.Matter);

        WorklistItem Item(WorklistRow row)
        {
            var (band, tone) = WorklistBand.Of(row, today);
            var ours = Ours(row);
            var person = ours ? listed.GetValueOrDefault(row.Person) : null;
            var handler = row.Handler is { } taken ? organisation.Professional(taken) : null;
            return new WorklistItem(
                // A list may be seen over the shoulder: one under non-disclosure is there by the number only.
                row, ours, person is { NonDisclosure: false } ? person.Name?.Short : null, person?.NonDisclosure == true,
                content.Current.Services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine,
                subjects.Subject(ours ? row.Topic : null, row.ServiceLine).In(frame.Language), organisation.Unit(row.Unit)?.Name.In(frame.Language) ?? "–",
                row.Handler is null ? null : handler?.Name ?? "–",
                Handlers.HasLeft(handler, row.TakenFor, row.Unit, row.Register, today), row.Unit == user.Unit && user.May(Rights.FactSupervise, row.Register), band, tone, lying.Contains(row.Matter), danger.Contains(row.Matter), DoorOf(row, ours),
                ours ? presence.Others(row.Matter, user.Id) : []);
        }

        // The list has no matter that the reader may not come near.
        WorklistDoor DoorOf(WorklistRow row, bool ours) =>
            user.May(Rights.MatterRead, row.Register) && ours ? WorklistDoor.Open
            : user.May(Rights.BreakGlass, row.Register) ? WorklistDoor.Glass
            : WorklistDoor.Shut;
    }
}
