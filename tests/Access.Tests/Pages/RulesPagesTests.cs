using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Pages;

public class RulesPagesTests
{
    [Fact]
    public async Task Anyone_reads_what_the_law_promises_and_staff_read_more()
    {
        await using var host = await LawHost.Start();

        var page = await host.Get("/rules?line=oral_health");
        page.Status.ShouldBe(200);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("Mitä laki lupaa");
        page.Text.ShouldContain("TervHL 51 b §");
        page.Text.ShouldNotContain("THL51B-ADULT");
        page.Text.ShouldNotContain("neljän kuukauden");
        page.Document.QuerySelectorAll("h3 a").Length.ShouldBeGreaterThan(3);
        (await host.Get("/rules")).Document.QuerySelectorAll("main h2").Select(h => h.TextContent).Last().ShouldBe("Alueen omat lupaukset", "the law comes first");

        var staff = await host.Get("/rules", Roles.Doctor);
        staff.Document.QuerySelector("h1")!.TextContent.ShouldBe("Säännöt");
        staff.Text.ShouldContain("THL51A-ADULT");
        staff.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldContain("/rules/versions");
        staff.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldNotContain("/rules/drafts");
        (await host.Get("/rules?day=1.1.1950")).Text.ShouldContain("Tällä rajauksella ei ole sääntöjä");
        (await host.Get("/rules?day=1.10.2023&line=oral_health", Roles.Doctor)).Text.ShouldContain("THL51B-4M");
    }

    [Theory]
    [InlineData("fi", "Yhteydenotto käsitellään 3 arkipäivässä – terveydenhuolto")]
    [InlineData("sv", " – hälso- och sjukvård")]
    [InlineData("en", " – health care")]
    public async Task Rules_of_one_name_are_told_apart(string language, string name)
    {
        await using var host = await LawHost.Start();
        var page = await host.Get("/rules", language: language);

        page.Document.QuerySelectorAll("section.card h3").Select(h => h.TextContent.Trim()).ShouldContain(title => title.EndsWith(name, StringComparison.Ordinal));
        page.Document.QuerySelectorAll("main section[aria-labelledby]").Select(s => page.Document.GetElementById(s.GetAttribute("aria-labelledby")!)!.TextContent.Trim()).ShouldBeUnique();
    }

    [Theory]
    [InlineData("fi", "Kirjoita päivä muodossa 1.1.2027.")]
    [InlineData("sv", "Skriv dagen så här: 1.1.2027.")]
    [InlineData("en", "Write the day as 1.1.2027.")]
    public async Task A_day_that_is_none_is_told_and_stays_as_typed(string language, string sentence)
    {
        await using var host = await LawHost.Start();

        var page = await host.Get("/rules?day=31.2.2024", language: language);

        page.Status.ShouldBe(422);
        page.Errors.ShouldBe([sentence]);
        page.Value("day").ShouldBe("31.2.2024");
        var today = await host.Get("/rules", language: language);
        (await host.Get($"/rules?day={today.Value("day")}", language: language)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("fi", "Määräaika", "3 kuukautta", "Säännön vaiheet")]
    [InlineData("sv", "Tidsfrist", "3 månader", "Regelns skeden")]
    [InlineData("en", "Time limit", "3 months", "The rule over time")]
    public async Task A_rule_tells_its_time_its_section_and_its_history(string language, string key, string time, string history)
    {
        await using var host = await LawHost.Start();

        var page = await host.Get("/rules/THL51A-ADULT", language: language);

        page.Row(key).ShouldNotBeNull().ShouldStartWith(time);
        page.Text.ShouldContain("TervHL 51 a § 1 mom (848/2024)");
        page.Text.ShouldContain(history);
        page.Document.QuerySelectorAll(".timeline li").Length.ShouldBe(4);
        page.Document.QuerySelectorAll(".timeline a").Select(a => a.GetAttribute("href")).ShouldContain("/rules/THL51A-14D");
        page.Text.ShouldNotContain("V-2025");
        page.Html.ShouldNotContain("Law_");
        (await host.Get("/rules/NOPE")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_rule_over_time_cites_each_act_as_it_was_when_the_rule_began()
    {
        await using var host = await LawHost.Start();

        var items = (await host.Get("/rules/THL51A-ADULT")).Document.QuerySelectorAll(".timeline li").Select(li => li.TextContent).ToList();

        items.ShouldContain(item => item.Contains("TervHL 51 a § 1 mom (117/2023)", StringComparison.Ordinal));
        items.ShouldNotContain(item => item.Contains("1139/2023", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_versions_taken_into_use_are_for_staff()
    {
        await using var host = await LawHost.Start();

        (await host.Get("/rules/versions")).Status.ShouldBe(401);
        (await host.Get("/rules/versions", Roles.Resident)).Status.ShouldBe(403);
        var page = await host.Get("/rules/versions", Roles.Auditor);
        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        page.Text.ShouldContain("Ohjelma käynnistyessään");
        var version = await host.Get("/rules/versions/rules/1", Roles.Auditor);
        version.Text.ShouldContain("Tämä on ensimmäinen versio.");
        version.Text.ShouldContain("\"id\": \"THL51A-ADULT\"");
        (await host.Get("/rules/versions/rules/9", Roles.Auditor)).Status.ShouldBe(404);
        (await host.Get("/rules/versions/texts/1", Roles.Auditor)).Status.ShouldBe(404);
    }
}
