using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Waits;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>A section of the board for a spreadsheet: one table with one row of heads.</summary>
internal sealed class BoardFile(IStringLocalizer<Texts> board, IStringLocalizer<BoardTexts> texts, BoardNames names, PageFrame frame)
{
    /// <param name="table">One of <see cref="BoardAddress.Tables"/>.</param>
    public string Of(BoardSeen seen, string table) => seen switch
    {
        { Groups: { } groups } when table == BoardAddress.Notices => Rows(NoticeRows(groups)),
        { Waits: { } waits } when table == BoardAddress.Distribution => Rows(DistributionRows(waits, seen.Totals.Total().FromContact)),
        { Groups: { } groups } => Rows(GroupRows(groups)),
        { Places: { } places } => Rows(
            places.Grouped(names.OwnMunicipalities).Select(row => (row.Figures, Name: names.Place(row.Group, row.Figures)))
                .Select(p => Cells(places.Day.Iso(), p.Figures.Municipality ?? "", p.Name, p.Figures.Open, p.Figures.Immediate, p.Figures.Late, p.Figures.Oldest.Iso()))
                .Prepend(Heads("Day", "MunicipalityCode", "Municipality", "Open", "Immediate", "Late", "Oldest"))),
        { Waits: { } waits } => Rows(WaitRows(waits)),
        { Forecast: { } forecast } => Rows(
            forecast.Cells.OrderBy(c => c.LastDay).ThenBy(c => names.UnitOrder(c.Unit))
                .Select(c => Cells(forecast.Day.Iso(), names.Unit(c.Unit), names.Line(c.ServiceLine), c.LastDay.Iso(), c.Number, c.Offered))
                .Prepend(Heads("Day", "Unit", "Line", "LastDay", "Unbooked", "Offered"))),
        { Trend: { } trend } => Rows(
            trend.Weeks.Select(w => Cells(
                    w.Day.Iso(), w.Total.Open, w.Total.Immediate, w.Total.Overdue, w.Total.Helped, Days(w.Total.FromAssessment.Median), w.Total.FromAssessment.NinetyPercent,
                    Days(w.Total.FromContact.Median), w.Total.Law.Kept, w.Total.Law.Of, w.Recorded))
                .Prepend(Heads("Day", "Open", "Immediate", "Late", "Helped", "AssessedMedian", "AssessedNinety", "Median", "LawKept", "LawOf", "Recorded"))),
        _ => BoardCsv.Of(seen.Totals, board, frame.Language),
    };

    private IEnumerable<IEnumerable<string>> GroupRows(GroupsState groups)
    {
        yield return Heads("Day", "Group", "Unit", "Open", "Immediate", "Late", "Oldest");
        foreach (var group in groups.Plan.Groups)
            foreach (var (unit, figures) in groups.ByUnit(group).OrderBy(u => names.UnitOrder(u.Unit)))
                yield return Cells(groups.Day.Iso(), group.Name.In(frame.Language), names.Unit(unit), figures.Open, figures.Immediate, figures.Late, figures.Oldest?.Iso());
    }

    private IEnumerable<IEnumerable<string>> NoticeRows(GroupsState groups)
    {
        yield return Heads("Day", "Notice", "NoticeWaiting", "NoticeOldest", "NoticeHandled", "NoticeMedian", "NoticeNinety");
        foreach (var notice in groups.Plan.Notices)
        {
            var figures = groups.Of(notice);
            yield return Cells(
                groups.Day.Iso(), notice.Name.In(frame.Language), figures.Waiting, figures.Oldest?.Iso(), figures.Days.Count,
                Days(figures.Days.Median), figures.Days.NinetyPercent);
        }
    }

    private IEnumerable<IEnumerable<string>> WaitRows(WaitsState waits)
    {
        yield return Heads("Day", "Unit", "Line", "ContactOn", "WaitedDays", "Open", "Late");
        foreach (var cell in waits.Cells.OrderBy(c => c.ContactOn))
            yield return Cells(waits.Day.Iso(), names.Unit(cell.Unit), names.Line(cell.ServiceLine), cell.ContactOn.Iso(), waits.Days(cell), cell.Number, cell.Late);
    }

    /// <param name="helped">Days from contact to first care, of those helped lately.</param>
    private IEnumerable<IEnumerable<string>> DistributionRows(WaitsState waits, WaitCounts helped)
    {
        yield return [texts["Csv_Day"], texts["Waits_Class"], texts["Waits_Now"], texts["Waits_Helped"]];
        foreach (var (i, (waiting, cared)) in waits.Waiting().Zip(waits.InClasses(helped.All)).Index())
            yield return Cells(waits.Day.Iso(), WaitClasses.Name(texts, waits.Classes, i), waiting, cared);
    }

    private IEnumerable<string> Heads(params string[] keys) => keys.Select(key => texts[$"Csv_{key}"].Value);

    private string Rows(IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Select(row => Csv.Row(Csv.SeparatorIn(frame.Language), row)));

    private static IEnumerable<string> Cells(params object?[] cells) => cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "");

    private static string Days(double? median) => median is { } days ? Fi.Number(days) : "";
}
