using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access;
using Yhteys.Calendar;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>The matters behind a figure for a spreadsheet: what the page shows. It leaves the house, so nobody under non-disclosure is in it.</summary>
internal static class BoardListFile
{
    private static readonly string[] Heads = ["BoardList_Day", "BoardList_Number", "Client", "LastDay", "BoardList_WaitedDays", "BoardList_Contact", "Line", "Unit"];

    public static string Of(IReadOnlyList<BoardListItem> items, LocalDate day, IStringLocalizer<DeskTexts> texts, string language) => string.Concat(
        items.Select(item => Csv.Row(Csv.SeparatorIn(language),
        [
            day.Iso(), item.Number, item.Person ?? "", item.Matter.Immediate ? texts["AtOnce"] : item.LastDay?.Iso() ?? "",
            item.Waited.ToString(CultureInfo.InvariantCulture), item.Matter.ContactOn.Iso(), item.Line, item.Unit,
        ])).Prepend(Csv.Row(Csv.SeparatorIn(language), Heads.Select(head => texts[head].Value))));
}
