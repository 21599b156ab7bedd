using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Show;
using Yhteys.Content;

namespace Yhteys.Access.Tests.Publish;

/// <summary>How a published page begins.</summary>
public sealed partial class PagesTests
{
    [Theory]
    [InlineData("fi", "Toteutuneista 95,7\u00a0% toteutui lain määräajassa. Jakson lopussa odotti 0. Määräaika oli ylittynyt ilman hoitoa: 0.", "Pienten lukujen vuoksi ei näytetä: osuus lain määräajassa")]
    [InlineData("sv", "Av det som skedde var", "På grund av små tal visas inte: andelen inom lagens tidsfrist")]
    [InlineData("en", "Of those given,", "Not shown because of small numbers: the share within the law's limit")]
    public void A_table_is_told_in_short_and_what_is_hidden_is_said_to_be(string language, string told, string hidden)
    {
        using var county = new Publishing();
        var texts = county.Services.GetRequiredService<IStringLocalizer<PublishTexts>>();
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        var name = new LocalText("Hoito", "Vård", "Care");
        PublishedTable Table(params string[] hide) => new("care", Yhteys.Access.Publish.Plan.TableKind.Events, name, "TervHL 51 a §", [], [], [], null,
            [new(RowKind.County, null, null, null, null, new Dictionary<string, double>(StringComparer.Ordinal) { ["met"] = 46, ["in_time"] = 44, ["waiting"] = 0, ["overdue"] = 0 }.Where(v => !hide.Contains(v.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal), hide)]);

        InShort.Of(texts, Table()).ShouldStartWith(told);
        var part = InShort.Of(texts, Table("in_time", "overdue"));
        part.ShouldContain(hidden);
        part.ShouldNotContain("46");
        part.ShouldNotContain("%");
    }

    [Theory]
    [InlineData("fi", "Ei mitään tällä jaksolla (kaikki luvut ovat nollia): ")]
    [InlineData("sv", "Inget under perioden (alla siffror är noll): ")]
    [InlineData("en", "Nothing in this period (all figures are zero): ")]
    public async Task The_page_begins_with_the_tables_in_short_and_a_chart_and_rows_of_zeros_are_named_together(string language, string nothing)
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);
        var page = await pages.Get("/published/2026-03", language: language);
        var figures = county.Publications.Find("2026-03", 1)!.Figures;

        var section = page.Document.QuerySelector("section:has(ol.contents)")!;
        section.QuerySelectorAll("ol.contents li").Length.ShouldBe(section.QuerySelectorAll("h3").Length);
        section.QuerySelectorAll("ol.contents li, .chart, h3").Select(e => e.LocalName).Distinct().ShouldBe(["li", "figure", "h3"]);
        var table = figures.Sections.SelectMany(s => s.Tables).First(t => !ShownFigure.IsEmpty(t) && t.Rows.Any(r => r.Kind == RowKind.Place && ShownFigure.IsEmpty(r)));
        var named = page.Document.QuerySelector($"#u-{table.Id}-nothing")!.TextContent;
        named.ShouldStartWith(nothing);
        foreach (var row in table.Rows.Where(r => r.Kind == RowKind.Place && ShownFigure.IsEmpty(r)))
            named.ShouldContain(row.UnitName!.In(language));
        // A row of zeros of which one is hidden stays: its zeros are told beside it, and it can't be read out of its absence.
        foreach (var tbody in page.Document.QuerySelectorAll(".figures tbody"))
            tbody.QuerySelectorAll("tr:not(.band)").Where(tr => tr.QuerySelectorAll("td").All(td => td.TextContent.Trim() is "0" or "–")).ShouldBeEmpty();
    }
}
