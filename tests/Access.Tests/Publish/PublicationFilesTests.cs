using System.Text.Json.Nodes;
using Yhteys.Calendar;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Publish;

public sealed class PublicationFilesTests
{
    [Theory]
    [InlineData("fi", "Terveyden ja hyvinvoinnin laitos THL")]
    [InlineData("sv", "Institutet för hälsa och välfärd THL")]
    [InlineData("en", "THL")]
    public async Task A_file_says_of_itself_when_by_which_rules_and_why_it_was_published_and_who_counted(string language, string statistics)
    {
        using var county = Publishing.WithUnits();
        await county.Matters(30, Publishing.North, new(2026, 3, 2), 4);
        await county.Publish();
        await county.Matters(9, Publishing.North, new(2026, 3, 2), 4);
        await county.Publish(why: "Yhdeksän käyntiä kirjattiin myöhässä.");
        await using var pages = new PagesHost(county);
        var row = county.Publications.Find("2026-03", 2)!;

        var lines = (await pages.Get($"/published/2026-03/v2.csv?lang={language}")).Body.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Skip(1))
        {
            line.ShouldContain(FinnishTime.Day(row.PublishedAt).ToString("uuuu-MM-dd", null));
            line.ShouldContain(row.Figures.RuleSet);
            line.ShouldContain("Yhdeksän käyntiä kirjattiin myöhässä.");
            line.ShouldContain(statistics);
        }

        var json = JsonNode.Parse((await pages.Get("/published/2026-03/v2.json")).Body)!;
        json["source"]![language]!.GetValue<string>().ShouldContain(statistics);
    }
}
