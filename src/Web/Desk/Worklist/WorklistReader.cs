using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>Reads a page of the worklist in a fixed number of queries, however many rows it has.</summary>
internal sealed class WorklistReader(
    Journal journal, People people, OrganisationQueries organisation, ContentStore content, IClock clock, PageFrame frame)
{
    public WorklistModel Read(WorklistFilter filter, CurrentUser user, string? refused = null)
    {
        var rows = WorklistQueries.Rows(journal, filter);
        var count = WorklistQueries.Count(journal, filter);
        var today = Fi.Day(clock.GetCurrentInstant());
        var ids = rows.Take(WorklistQueries.PageSize).Select(r => r.Person).Distinct().ToList();
        var names = people.NamesOf(ids);
        var hidden = people.Find(ids).Where(p => p.NonDisclosure).Select(p => p.Person).ToHashSet();
        var units = organisation.Units().ToDictionary(u => u.Unit, u => u.Name.In(frame.Language));
        var subjects = ContentInUse.Of(content);
        var professionals = organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name);
        return new WorklistModel(
            filter, count, (int)Math.Max(1, (count + WorklistQueries.PageSize - 1) / WorklistQueries.PageSize),
            [.. rows.Take(WorklistQueries.PageSize).Select(Item)], today, user.May(Rights.MatterRead), user.May(Rights.MatterHandle), refused);

        WorklistItem Item(MatterRow row)
        {
            var (band, tone) = WorklistBand.Of(row, today);
            return new WorklistItem(
                row, names.GetValueOrDefault(row.Person)?.Short, hidden.Contains(row.Person),
                content.Current.Services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine,
                subjects.Subject(row.Topic, row.ServiceLine).In(frame.Language), units.GetValueOrDefault(row.Unit, "–"),
                row.Handler is { } handler ? professionals.GetValueOrDefault(handler, "–") : null, band, tone);
        }
    }
}
