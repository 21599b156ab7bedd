using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>A trial for a spreadsheet: a row for each unit and service line, then one for each open matter whose last day would come sooner.</summary>
internal static class TrialCsv
{
    private static readonly string[] Heads =
    [
        "Unit", "Line", "CasesBefore", "LateBefore", "CasesAfter", "LateAfter", "OpenBefore", "OverdueBefore", "OpenAfter", "OverdueAfter", "WeekBefore", "WeekAfter", "ChangedClocks",
    ];

    private static readonly string[] OpenHeads = ["Law_LastAfter", "Law_LastBefore", "Board_Unit", "Board_Line", "Law_Opened", "Law_Csv_Address"];

    public static string Of(TrialResult result, PlaceNames names, IStringLocalizer<Texts> texts, string language) =>
        ByPlace(result, names, texts, language) + (result.Open.Count == 0 ? "" : "\r\n" + Open(result.Open, names, texts, language));

    private static string Open(IReadOnlyList<OpenMatter> matters, PlaceNames names, IStringLocalizer<Texts> texts, string language) => string.Concat(
        matters.Select(m => Csv.Row(Csv.SeparatorIn(language),
            [Iso(m.LastAfter), m.LastBefore is { } before ? Iso(before) : "", names.Unit(m.Unit, language) ?? texts["Board_NoUnit"], names.Line(m.ServiceLine, language), Iso(m.Opened), $"/matters/{m.Matter}"]))
            .Prepend(Csv.Row(Csv.SeparatorIn(language), OpenHeads.Select(head => texts[head].Value))));

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string ByPlace(TrialResult result, PlaceNames names, IStringLocalizer<Texts> texts, string language) => string.Concat(
        result.Places.Select(place => Csv.Row(Csv.SeparatorIn(language), Cells(place, names, texts, language)))
            .Prepend(Csv.Row(Csv.SeparatorIn(language), [.. Heads.Select(head => texts[$"Law_Csv_{head}"].Value), .. ClockChanges.Kinds.Select(kind => texts[$"Law_Change_{kind}"].Value)])));

    private static IEnumerable<string> Cells(PlaceCount place, PlaceNames names, IStringLocalizer<Texts> texts, string language) =>
    [
        names.Unit(place.Unit, language) ?? texts["Board_NoUnit"], names.Line(place.ServiceLine, language),
        .. new[]
        {
            place.Before.Cases, place.Before.Late, place.After.Cases, place.After.Late, place.Before.Open, place.Before.Overdue, place.After.Open, place.After.Overdue,
            place.Before.DueInWeek, place.After.DueInWeek,
            place.Counts.Clocks,
        }.Concat(ClockChanges.Kinds.Select(kind => place.Counts[kind])).Select(n => n.ToString(CultureInfo.InvariantCulture)),
    ];
}
