using System.Globalization;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>Reads a page of the matters behind a figure in a fixed number of queries.</summary>
internal sealed class BoardListReader(Journal journal, BoardMatters matters, People people, OrganisationQueries organisation, ContentStore content, PageFrame frame)
{
    public BoardListModel Read(BoardAsked asked, CurrentUser user)
    {
        var form = asked.Form;
        var filter = new BoardFilter(
            [.. Rights.RegistersOf(user.Role, Rights.MatterList)],
            form.Text("unit") is { } unit ? Guid.TryParse(unit, out var id) ? id : null : user.Unit, form.Text("line"), Typed.Date(form.Text("due")), form.Text("due") is not null,
            MatterAccess.MayComeNear(user.Role, ChildWelfare.Line, user.Unit is { } own ? organisation.Unit(own) : null) ? null : ChildWelfare.Line);
        var page = int.TryParse(form.Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && typed is > 0 and < 100_000 ? typed : 1;
        if (asked.Moment is not { } moment)
            return new(null, filter, page, 0, [], false);
        var rows = matters.Page(moment, filter, page).Take(BoardMatters.PageSize).ToList();
        var known = journal.Query<Known>(v => $"select matter, number, person, notice, releasedtoperson from {v.Table<MatterRow>()} where matter in @ids", new { ids = rows.ConvertAll(r => r.Matter) })
            .ToDictionary(k => k.Matter);
        var listed = people.Listed([.. known.Values.Select(k => k.Person).Distinct()]);
        return new(moment, filter, page, matters.Count(moment, filter), rows.ConvertAll(Item), user.May(Rights.MatterRead));

        BoardListItem Item(BoardMatter row)
        {
            var who = known.GetValueOrDefault(row.Matter);
            var person = who is null ? null : listed.GetValueOrDefault(who.Person);
            return new(
                // As on a worklist: one under non-disclosure is there by the number only.
                row, who?.Number ?? "–", who?.Person, person is { NonDisclosure: false } ? person.Name?.Short : null, person?.NonDisclosure == true,
                who is not null && MatterReads.Unreleased(who.Notice, who.ReleasedToPerson), content.Current.Services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine,
                row.Unit is { } at ? organisation.Unit(at)?.Name.In(frame.Language) ?? "–" : "–", Math.Max(0, Period.DaysBetween(row.ContactOn, moment.Day)), row.LastInTime);
        }
    }

    private sealed record Known(Guid Matter, string Number, Guid Person, bool Notice, bool ReleasedToPerson);
}
