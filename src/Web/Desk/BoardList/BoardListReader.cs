using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>Reads a page of the matters behind a figure in a fixed number of queries, or all of them for a file.</summary>
internal sealed class BoardListReader(Journal journal, BoardMatters matters, People people, MatterReach reach, OrganisationQueries organisation, ContentStore content, IClock clock, PageFrame frame)
{
    private const int AskedAtOnce = 500;

    public BoardListModel Read(BoardAsked asked, CurrentUser user)
    {
        var filter = Filter(asked.Form, user);
        if (asked.Moment is not { } moment)
            return new(null, filter, 1, 0, [], false);
        var shown = new BoardListModel(moment, filter, 1, matters.Count(moment, filter), [], user.May(Rights.MatterRead));
        var page = PageNumber.Of(asked.Form.Text("page"), shown.Pages);
        return shown with { Page = page, Items = Items([.. matters.Page(moment, filter, page).Take(BoardMatters.PageSize)], moment, user) };
    }

    /// <summary>All of them that a file may hold, without those of people under non-disclosure; none when they are more than a file holds.</summary>
    public BoardListModel ReadAll(BoardAsked asked, CurrentUser user)
    {
        var filter = Filter(asked.Form, user);
        if (asked.Moment is not { } moment)
            return new(null, filter, 1, 0, [], false);
        var count = matters.Count(moment, filter);
        return new(moment, filter, 1, count, count > BoardListModel.MostInFile ? [] : [.. Items(matters.First(moment, filter, BoardListModel.MostInFile), moment, user).Where(item => !item.Hidden)], false);
    }

    private BoardFilter Filter(FormState form, CurrentUser user)
    {
        var units = ListedMatters.Units(user, organisation, clock.Today());
        Guid? unit = form.Text("unit") is { } asked ? Guid.TryParse(asked, out var id) ? id : null : user.Unit;
        // One that the reader does not see is one's own.
        if (units is [_] || (unit is { } at && units?.Contains(at) == false))
            unit = user.Unit;
        return new(
            ListedMatters.Registers(user), unit, form.Text("line"), Typed.Date(form.Text("due")), form.Text("due") is not null,
            ListedMatters.Without(user, organisation), Guid.TryParse(form.Text("matter"), out var matter) ? matter : null, units);
    }

    private IReadOnlyList<BoardListItem> Items(IReadOnlyList<BoardMatter> rows, BoardMoment moment, CurrentUser user)
    {
        var known = rows.Select(r => r.Matter).Chunk(AskedAtOnce)
            .SelectMany(ids => journal.Query<Known>(v => $"select matter, number, person, register, serviceline, unit, notice, madeby, releasedtoperson from {v.Table<MatterRow>()} where matter in @ids", new { ids }))
            .ToDictionary(k => k.Matter);
        var listed = people.Listed([.. known.Values.Select(k => k.Person).Distinct()]);
        // Where a matter is now decides who may be named, whatever day is looked at.
        var readable = reach.Readable(user, [.. known.Values.Where(k => k.Unit != user.Unit).Select(k => new ListedMatter(k.Matter, k.Person, k.Register, k.ServiceLine))]);
        return [.. rows.Select(Item)];

        BoardListItem Item(BoardMatter row)
        {
            var who = known.GetValueOrDefault(row.Matter);
            var person = who is null ? null : listed.GetValueOrDefault(who.Person);
            var ours = who is not null && (who.Unit == user.Unit || readable.Contains(row.Matter));
            return new(
                // As on a worklist: others' are there by the number only, and so is one under non-disclosure.
                row, who?.Number ?? "–", ours ? who!.Person : null, ours && person is { NonDisclosure: false } ? person.Name?.Short : null, person?.NonDisclosure == true,
                who is not null && MatterReads.Unreleased(who.Notice, who.MadeBy, who.ReleasedToPerson), content.Current.Services.Line(row.ServiceLine)?.Name.In(frame.Language) ?? row.ServiceLine,
                row.Unit is { } at ? organisation.Unit(at)?.Name.In(frame.Language) ?? "–" : "–", Math.Max(0, Period.DaysBetween(row.ContactOn, moment.Day)), row.LastInTime);
        }
    }

    private sealed record Known(Guid Matter, string Number, Guid Person, string Register, string ServiceLine, Guid Unit, bool Notice, Guid? MadeBy, bool ReleasedToPerson);
}
