using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>The board for a spreadsheet, with the separator and the decimals of the language.</summary>
internal static class BoardCsv
{
    private static readonly string[] Heads =
    [
        "Day", "Unit", "Line", "Open", "Immediate", "Overdue", "Today", "Week", "Later", "Oldest", "AssessedMedian", "Assessed90",
        "ContactMedian", "Contact90", "Helped", "FirstContact", "FirstContactOf", "LawKept", "LawOf", "PromiseKept", "PromiseOf",
    ];

    public static string Of(BoardState board, IStringLocalizer<Texts> texts, string language) => string.Concat(
        board.Lines.Select(line => Line(board.Day, line, texts, language)).Prepend(Row(language, Heads.Select(head => Plain(texts[$"Board_{head}"])))));

    // On the screen a long word of a head may be parted.
    private static string Plain(string head) => head.Replace("\u00ad", "", StringComparison.Ordinal);

    private static string Line(LocalDate day, BoardLine line, IStringLocalizer<Texts> texts, string language) => Row(language,
    [
        day.Iso(), line.UnitName?.In(language) ?? texts["Board_NoUnit"], line.LineName?.In(language) ?? line.ServiceLine,
        Text(line.Tally.Open), Text(line.Tally.Immediate), Text(line.Tally.Overdue), Text(line.Tally.DueToday), Text(line.Tally.DueInWeek),
        Text(line.Tally.DueLater), line.Tally.OldestOn?.Iso() ?? "",
        Text(line.Tally.FromAssessment.Median), Text(line.Tally.FromAssessment.NinetyPercent),
        Text(line.Tally.FromContact.Median), Text(line.Tally.FromContact.NinetyPercent), Text(line.Tally.Helped),
        Text(line.Tally.FirstContact.Kept), Text(line.Tally.FirstContact.Of),
        line.Covered ? Text(line.Tally.Law.Kept) : "", line.Covered ? Text(line.Tally.Law.Of) : "",
        Text(line.Tally.Promise.Kept), Text(line.Tally.Promise.Of),
    ]);

    private static string Row(string language, IEnumerable<string> cells) => Csv.Row(Csv.SeparatorIn(language), cells);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(double? number) => number is { } days ? Fi.Number(days) : "";
}
