using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Plan;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Show;

/// <summary>Names of figures, rows and periods in the reader's language.</summary>
internal static class FigureWords
{
    /// <summary>Heading of a figure's column.</summary>
    public static string Head(IStringLocalizer<PublishTexts> texts, PublishedTable table, string code)
    {
        var parts = code.Split('_');
        return code switch
        {
            _ when code.StartsWith("share_within_", StringComparison.Ordinal) => texts.Count("Head_share_within", Days(parts[2])),
            _ when code.StartsWith("within_", StringComparison.Ordinal) => texts.Count("Head_within", Days(parts[1])),
            _ when code.StartsWith("days_over_", StringComparison.Ordinal) => texts.Count("Head_days_over", Days(parts[2])),
            _ when code.StartsWith("days_0_", StringComparison.Ordinal) => texts.Count("Head_days_upto", Days(parts[2])),
            _ when code.StartsWith("days_", StringComparison.Ordinal) => texts["Head_days", parts[1], parts[2]],
            Figure.Median when table.Kind == TableKind.Waiting => texts["Head_median_of_waiting"],
            _ => texts[$"Head_{code}"],
        };
    }

    private static int Days(string part) => int.Parse(part, CultureInfo.InvariantCulture);

    /// <summary>A number, "..", or a dash where there is nothing to tell.</summary>
    public static string Say(ShownFigure figure, string code) => figure switch
    {
        { Hidden: true } => "..",
        { Value: null } => "–",
        { Value: { } share } when ShownFigure.IsShare(code) => Fi.Percent(share, 1),
        { Value: { } number } => Fi.Number(number),
    };

    public static string Unit(IStringLocalizer<PublishTexts> texts, PublishedRow row, string language) => row.Kind switch
    {
        RowKind.Place or RowKind.Unit => row.UnitName?.In(language) ?? texts["NoUnit"],
        RowKind.Line or RowKind.County => texts["AllUnits"],
    };

    public static string Line(IStringLocalizer<PublishTexts> texts, PublishedRow row, string language) => row.Kind switch
    {
        RowKind.Place or RowKind.Line => row.LineName?.In(language) ?? row.Line!,
        RowKind.Unit or RowKind.County => texts["AllLines"],
    };

    /// <summary>lokakuu 2026; syys–joulukuu 2026 as its days.</summary>
    public static string Period(ReportingPeriod period) =>
        period.Every == PublicationPeriod.Monthly ? Fi.Month(period.First) : $"{Fi.Date(period.First)}–{Fi.Date(period.Last)}";

    /// <summary>Whether the period ended before the county's data began.</summary>
    public static bool IsBeforeData(FiguresPublished figures) => figures.DataFrom > figures.To;

    /// <summary>Whether the journal knows only a part of the period.</summary>
    public static bool IsPartial(FiguresPublished figures) => figures.DataFrom is not { } from || from > figures.From;
}
