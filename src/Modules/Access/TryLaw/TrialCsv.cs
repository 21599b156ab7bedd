using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>A trial for a spreadsheet: a row for each unit and service line, or one for each open matter whose last day would come sooner.</summary>
internal static class TrialCsv
{
    private static readonly string[] Heads =
    [
        "Unit", "Line", "CasesBefore", "InTimeBefore", "LateBefore", "UndecidedBefore", "CasesAfter", "InTimeAfter", "LateAfter", "UndecidedAfter", "OpenBefore", "OverdueBefore", "OpenAfter", "OverdueAfter", "WeekBefore", "WeekAfter", "ChangedClocks",
    ];

    private static readonly string[] MatterHeads = ["Law_LastAfter", "Law_LastBefore", "Board_Unit", "Board_Line", "Law_Opened"];

    /// <param name="against">Name of the law that the draft was held against.</param>
    /// <param name="inFile">Those of the matters that a file may hold.</param>
    /// <param name="seen">Whoever may see matters gets their numbers too.</param>
    public static string OfMatters(TrialResult result, string against, IReadOnlySet<Guid> inFile, SeenMatters seen, PlaceNames names, IStringLocalizer<Texts> texts, string language)
    {
        var heads = MatterHeads.Concat(seen.Any ? ["Law_ReceiptNumber"] : []).Append("Law_Csv_Against").Select(head => texts[head].Value);
        return string.Concat(result.Open.Where(m => inFile.Contains(m.Matter)).Select(Cells).Prepend(heads).Select(row => Csv.Row(Csv.SeparatorIn(language), row)));

        IEnumerable<string> Cells(OpenMatter m) =>
        [
            m.LastAfter.Iso(), m.LastBefore?.Iso() ?? "", names.Unit(m.Unit, language) ?? texts["Board_NoUnit"], names.Line(m.ServiceLine, language), m.Opened.Iso(),
            .. seen.Any ? [seen.Number(m.Matter) ?? ""] : (string[])[],
            against,
        ];
    }

    public static string OfUnits(TrialResult result, string against, PlaceNames names, IStringLocalizer<Texts> texts, string language) => string.Concat(
        result.Places.Select(place => Csv.Row(Csv.SeparatorIn(language), [.. Cells(place, names, texts, language), against]))
            .Prepend(Csv.Row(Csv.SeparatorIn(language), [.. Heads.Select(head => texts[$"Law_Csv_{head}"].Value), .. ClockChanges.Kinds.Select(kind => texts[$"Law_Change_{kind}"].Value), texts["Law_Csv_Against"].Value])));

    private static IEnumerable<string> Cells(PlaceCount place, PlaceNames names, IStringLocalizer<Texts> texts, string language) =>
    [
        names.Unit(place.Unit, language) ?? texts["Board_NoUnit"], names.Line(place.ServiceLine, language),
        .. new[]
        {
            place.Before.Cases, place.Before.InTime, place.Before.Late, place.Before.Undecided, place.After.Cases, place.After.InTime, place.After.Late, place.After.Undecided,
            place.Before.Open, place.Before.Overdue, place.After.Open, place.After.Overdue,
            place.Before.DueInWeek, place.After.DueInWeek,
            place.Counts.Clocks,
        }.Concat(ClockChanges.Kinds.Select(kind => place.Counts[kind])).Select(n => n.ToString(CultureInfo.InvariantCulture)),
    ];
}
