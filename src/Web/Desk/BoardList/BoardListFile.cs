using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>The matters behind a figure for a spreadsheet: what the page shows. It leaves the house, so nobody under non-disclosure is in it.</summary>
internal static class BoardListFile
{
    private static readonly string[] Heads = ["BoardList_Day", "BoardList_Number", "Client", "LastDay", "BoardList_WaitedDays", "BoardList_Contact", "Line", "Unit"];

    public static string Of(IReadOnlyList<BoardListItem> items, LocalDate day, IStringLocalizer<DeskTexts> texts, string language) => string.Concat(
        items.Select(item => Csv.Row(Csv.SeparatorIn(language),
        [
            Iso(day), item.Number, item.Person ?? "", item.Matter.Immediate ? texts["AtOnce"] : item.LastDay is { } last ? Iso(last) : "",
            item.Waited.ToString(CultureInfo.InvariantCulture), Iso(item.Matter.ContactOn), item.Line, item.Unit,
        ])).Prepend(Csv.Row(Csv.SeparatorIn(language), Heads.Select(head => texts[head].Value))));

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
