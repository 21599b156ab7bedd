using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Views;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Show;

/// <summary>A publication for a program; docs/published-figures.md describes it.</summary>
internal static class PublicationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static byte[] Of(PublicationRow row) => JsonSerializer.SerializeToUtf8Bytes(Document(row), Options);

    /// <summary>The addresses of all versions.</summary>
    public static byte[] Of(IEnumerable<PublicationLine> lines) => JsonSerializer.SerializeToUtf8Bytes(
        new { publications = lines.Select(l => new { l.Period, l.Version, from = l.FirstDay, to = l.LastDay, publishedAt = InstantPattern.General.Format(l.PublishedAt), json = PublishedPages.Json(l.Period, l.Version) }) },
        Options);

    private static PublicationDocument Document(PublicationRow row)
    {
        var figures = row.Figures;
        return new(
            figures.Period, figures.Version, figures.County, figures.From, figures.To, figures.DataFrom, FigureWords.IsPartial(figures),
            InstantPattern.General.Format(row.PublishedAt), row.Publisher, figures.Automatic, figures.RuleSet, figures.Plan, figures.HideUpTo, figures.Why, OwnCount.Of(figures.County),
            [.. figures.Sections.Select(s => new SectionDocument(s.Id, s.Name, s.Law, [.. s.Tables.Select(Document)]))]);
    }

    private static TableDocument Document(PublishedTable table)
    {
        var codes = ShownFigure.CodesOf(table);
        return new(table.Id, table.Kind, table.Name, table.Law, table.Rules, codes, [.. table.Rows.Select(row => new RowDocument(
            row.Kind, row.Kind is RowKind.Place or RowKind.Unit ? new(row.Unit?.ToString(), row.UnitName) : null, row.Line is { } line ? new(line, row.LineName) : null,
            codes.Select(code => (code, ShownFigure.Of(row, code).Value)).Where(v => v.Value is not null).ToDictionary(v => v.code, v => Math.Round(v.Value!.Value, 4), StringComparer.Ordinal),
            [.. codes.Where(code => ShownFigure.Of(row, code).Hidden)]))]);
    }

    private sealed record PublicationDocument(
        string Period, int Version, LocalText County, LocalDate From, LocalDate To, LocalDate? DataFrom, bool Partial, string PublishedAt, string Publisher,
        bool Automatic, string RuleSet, string Plan, int HideUpTo, string? Why, LocalText Source, IReadOnlyList<SectionDocument> Sections);

    private sealed record SectionDocument(string Id, LocalText Name, string? Law, IReadOnlyList<TableDocument> Tables);

    private sealed record TableDocument(
        string Id, TableKind Kind, LocalText Name, string Law, IReadOnlyList<string> Rules, IReadOnlyList<string> Figures, IReadOnlyList<RowDocument> Rows);

    private sealed record RowDocument(RowKind Kind, Named? Unit, Named? Line, IReadOnlyDictionary<string, double> Values, IReadOnlyList<string> Hidden);

    private sealed record Named(string? Id, LocalText? Name);
}
