using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>A trial for a spreadsheet: a row for each unit and service line.</summary>
internal static class TrialCsv
{
    private static readonly string[] Heads =
    [
        "Unit", "Line", "CasesBefore", "LateBefore", "CasesAfter", "LateAfter", "OpenBefore", "OverdueBefore", "OpenAfter", "OverdueAfter", "ChangedClocks",
    ];

    public static string Of(TrialResult result, PlaceNames names, IStringLocalizer<Texts> texts, string language) => string.Concat(
        result.Places.Select(place => Csv.Row(Csv.SeparatorIn(language), Cells(place, names, texts, language)))
            .Prepend(Csv.Row(Csv.SeparatorIn(language), [.. Heads.Select(head => texts[$"Law_Csv_{head}"].Value), .. ClockChanges.Kinds.Select(kind => texts[$"Law_Change_{kind}"].Value)])));

    private static IEnumerable<string> Cells(PlaceCount place, PlaceNames names, IStringLocalizer<Texts> texts, string language) =>
    [
        names.Unit(place.Unit, language) ?? texts["Board_NoUnit"], names.Line(place.ServiceLine, language),
        .. new[]
        {
            place.Before.Cases, place.Before.Late, place.After.Cases, place.After.Late, place.Before.Open, place.Before.Overdue, place.After.Open, place.After.Overdue,
            place.Counts.Clocks,
        }.Concat(ClockChanges.Kinds.Select(kind => place.Counts[kind])).Select(n => n.ToString(CultureInfo.InvariantCulture)),
    ];
}
