using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Publish.Views;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Show;

/// <summary>A publication for a spreadsheet, one figure on a row, since each table has columns of its own.</summary>
internal static class PublicationCsv
{
    private static readonly string[] Heads = ["Period", "Version", "Table", "Law", "Unit", "Line", "Figure", "Code", "Value", "PublishedAt", "RuleSet", "Why", "Source"];

    public static string Of(PublicationRow publication, IStringLocalizer<PublishTexts> texts, string language)
    {
        var figures = publication.Figures;
        string[] origin = [FinnishTime.Day(publication.PublishedAt).Iso(), figures.RuleSet, figures.Why ?? "", OwnCount.Of(figures.County).In(language)];
        var separator = Csv.SeparatorIn(language);
        var version = figures.Version.ToString(CultureInfo.InvariantCulture);
        var rows = figures.Sections.SelectMany(s => s.Tables).SelectMany(table => table.Rows.SelectMany(row => ShownFigure.CodesOf(table).Select(code => Csv.Row(separator,
        [
            figures.Period, version, table.Name.In(language), table.Law, FigureWords.Unit(texts, row, language), FigureWords.Line(texts, row, language),
            FigureWords.Head(texts, table, code), code, Value(ShownFigure.Of(row, code), code, language), .. origin,
        ]))));
        return string.Concat(rows.Prepend(Csv.Row(separator, Heads.Select(head => texts[$"Csv_{head}"].Value))));
    }

    // Spaces between thousands and signs after a number would make it a text.
    private static string Value(ShownFigure figure, string code, string language) => figure switch
    {
        { Hidden: true } => "..",
        { Value: null } => "",
        { Value: { } value } => Number(ShownFigure.IsShare(code) ? Math.Round(value, 4) : value, language),
    };

    private static string Number(double value, string language)
    {
        var text = value.ToString("0.####", CultureInfo.InvariantCulture);
        return language == "en" ? text : text.Replace('.', ',');
    }
}
