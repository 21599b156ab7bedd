using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Show;
using Yhteys.Access.TakeLaw;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

public sealed partial class PagesTests
{
    private static readonly LocalDate Second = new(2026, 3, 2);

    [Theory]
    [InlineData("fi", "Hoitoon ja palveluihin pääsy, maaliskuu 2026", "THL")]
    [InlineData("sv", "Tillgång till vård och tjänster, mars 2026", "THL")]
    [InlineData("en", "Access to care and services, March 2026", "THL")]
    public async Task Anybody_reads_what_is_published_as_the_countys_own_count(string language, string title, string label)
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);

        var page = await pages.Get("/published/2026-03", language: language);

        page.Status.ShouldBe(200);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.Document.QuerySelector(".lead")!.TextContent.ShouldContain(label);
        page.Document.QuerySelectorAll("table").Length.ShouldBeGreaterThan(3);
        page.Body.ShouldNotContain("Head_");
        page.Body.ShouldNotContain("How_");
        Cell(page, "care-adults", 0, 3).ShouldBe("30");
        // On a phone each row is a block of figures with their headings, and still a table to the ear.
        var table = page.Document.QuerySelector("table:has(#t-care-adults)")!;
        table.ParentElement!.ClassList.ShouldContain("stack");
        table.QuerySelectorAll("tr").ShouldAllBe(row => row.GetAttribute("role") == "row");
        var heads = table.QuerySelectorAll("thead th").Select(th => (th.TextContent.Trim(), th.GetAttribute("role"))).ToList();
        heads.ShouldAllBe(head => head.Item2 == "columnheader");
        foreach (var row in table.QuerySelectorAll("tbody tr"))
            row.QuerySelectorAll("td[role=cell]").Select(td => td.GetAttribute("data-label")).ShouldBe(heads.Skip(1).Select(head => head.Item1));
    }

    [Fact]
    public async Task The_page_is_shown_without_reading_the_countys_settings_from_their_beginning()
    {
        using var county = await WithMonth();
        await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System);
        await county.Publish();
        await using var pages = new PagesHost(county);
        var first = await pages.Get("/published/2026-03");
        var history = 0;
        county.Test.Database.OnceBefore("from journal where stream", () => history++);

        var second = await pages.Get("/published/2026-03");

        (second.Status, history).ShouldBe((200, 0));
        second.Body.ShouldBe(first.Body);
        county.Services.GetRequiredService<ContentHistory>().On(ContentKinds.Settings, county.Clock.Now).ShouldNotBeNull();
        history.ShouldBe(1, "What is looked for would be seen.");
    }

    [Fact]
    public async Task The_page_tells_nothing_that_the_file_does_not()
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);
        var (page, csv) = (await pages.Get("/published/2026-03"), await pages.Get("/published/2026-03/v1.csv?lang=fi"));

        // Every number of every table stands in the file, figure for figure; what is hidden there is hidden here.
        var told = csv.Body.Trim('\uFEFF').Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(';').Select(c => c.Trim('"')).ToList()).ToLookup(c => (Table: c[2], Unit: c[4], Line: c[5]), c => c[8]);
        foreach (var heading in page.Document.QuerySelectorAll("h3"))
        {
            var name = Numbered().Replace(heading.TextContent, "");
            foreach (var row in page.Document.QuerySelectorAll($"table:has(#t-{heading.Id}) tbody tr:not(.band), table:has(#u-{heading.Id}) tbody tr:not(.band)"))
            {
                var (unit, line) = (row.ParentElement!.QuerySelector(".band")?.TextContent.Trim() ?? "Kaikki yksiköt", row.Children[0].TextContent.Trim());
                var figures = told[(name, unit, line)].ToList();
                figures.ShouldNotBeEmpty();
                foreach (var number in row.QuerySelectorAll("td.num").SelectMany(td => Number().Matches(td.TextContent.Replace("\u00a0", "", StringComparison.Ordinal)).Select(m => m.Value)))
                    figures.ShouldContain(f => Same(f, number), $"{name}, {unit}, {line}: {number} is in none of {string.Join(" ", figures)}");
                row.QuerySelectorAll("td.num").Count(td => td.TextContent.Contains("..")).ShouldBeLessThanOrEqualTo(figures.Count(f => f == ".."));
            }
        }

        // The sentences above the tables say the figures of the row of the whole county, and so no more than the file.
        var csvRows = csv.Body.Trim('\uFEFF').Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(';').Select(c => c.Trim('"')).ToList()).ToList();
        foreach (var item in page.Document.QuerySelectorAll("ol.contents li"))
        {
            var name = item.QuerySelector("a")!.TextContent;
            var last = csvRows.Last(c => c[2] == name);
            var values = csvRows.Where(c => c[2] == name && c[4] == last[4] && c[5] == last[5]).Select(c => c[8]).ToList();
            foreach (var number in Number().Matches(item.TextContent[name.Length..].Replace("\u00a0", "", StringComparison.Ordinal)).Select(m => m.Value))
                values.ShouldContain(v => Same(v, number), $"{name}: {number}");
        }

        // Nothing of a person, a matter or a place in the journal.
        foreach (var matter in county.Journal.Read().Select(r => r.Event).OfType<MatterOpened>())
            (page.Body + csv.Body).ShouldNotContain(matter.Matter.ToString());
    }

    [Theory]
    [InlineData("fi", "Ei näytettävää tältä jaksolta", "Palveluittain ja yksiköittäin: Hoito 3 kuukaudessa, 23 vuotta täyttäneet (2 yksikköä)")]
    [InlineData("sv", "Inget att visa för perioden", "Per tjänst och enhet: Vård inom 3 månader, personer som fyllt 23 år (2 enheter)")]
    [InlineData("en", "Nothing to show in this period", "By service and unit: Care within 3 months, people of 23 and over (2 units)")]
    public async Task Tables_of_which_nothing_is_to_be_told_are_named_together_and_units_are_folded(string language, string nothing, string folded)
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);
        var page = await pages.Get("/published/2026-03", language: language);
        var figures = county.Publications.Find("2026-03", 1)!.Figures;

        var told = page.Document.QuerySelectorAll("section > p").Where(p => p.TextContent.StartsWith(nothing, StringComparison.Ordinal)).ToList();
        told.Count.ShouldBe(figures.Sections.Count);
        var named = told.SelectMany(p => p.QuerySelectorAll("span[id]")).Select(s => s.Id).ToList();
        page.Document.QuerySelectorAll("h3[id]").Select(h => h.Id).Concat(named).ShouldBe(figures.Sections.SelectMany(s => s.Tables).Select(t => t.Id), ignoreOrder: true);
        named.ShouldContain("dentist-after-check");
        told.ShouldAllBe(p => p.TextContent.Trim().EndsWith('.'));
        // The whole county stays in sight; what is of each service and unit is opened.
        var details = page.Document.QuerySelector("#by-unit-care-adults")!;
        details.QuerySelector("summary")!.TextContent.ShouldBe(folded);
        var rows = figures.Sections.SelectMany(s => s.Tables).Single(t => t.Id == "care-adults").Rows;
        details.QuerySelectorAll("tbody tr:not(.band)").Length.ShouldBe(rows.SkipLast(1).Count(r => !ShownFigure.IsEmpty(r)));
        details.QuerySelectorAll("tbody .band").Length.ShouldBe(rows.SkipLast(1).Where(r => !ShownFigure.IsEmpty(r)).Select(r => r.Unit).Distinct().Count());
        var whole = page.Document.QuerySelectorAll("table:has(#t-care-adults) tbody tr");
        whole.ShouldHaveSingleItem().ClassName.ShouldBe("total");
        // Files keep every table.
        var csv = await pages.Get($"/published/2026-03/v1.csv?lang={language}");
        foreach (var table in figures.Sections.SelectMany(s => s.Tables).Where(t => t.Rows.Count > 0))
            csv.Body.ShouldContain(table.Name.In(language));
    }

    [Fact]
    public async Task A_frozen_page_is_not_sent_twice_but_a_personal_one_is_never_kept()
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);
        foreach (var path in (string[])["/published/2026-03", "/published/2026-03/v1", "/published/2026-03/v1.csv?lang=sv", "/published/2026-03/v1.json"])
        {
            var first = await pages.Get(path);
            first.Tag.ShouldNotBeNull(path);
            (await pages.Get(path, tag: first.Tag)).Status.ShouldBe(304, path);
            (await pages.Get(path, tag: "W/\"other\"")).Status.ShouldBe(200, path);
        }

        (await pages.Get("/published/2026-03", language: "sv")).Tag.ShouldNotBe((await pages.Get("/published/2026-03")).Tag);
        (await pages.Get("/published/2026-03", Roles.CountyDirector)).Tag.ShouldBeNull();
        (await pages.Get("/published/2026-03/v1.json")).Caching.ShouldBe("public, max-age=86400");
    }

    [Theory]
    [InlineData("/published/2026-04")]
    [InlineData("/published/2026-03/v0")]
    [InlineData("/published/2026-03/v-1")]
    [InlineData("/published/2026-03/v2")]
    [InlineData("/published/2026-03/v2.csv")]
    [InlineData("/published/2026-03/v2.json")]
    [InlineData("/published/everything")]
    public async Task What_is_not_published_is_not_found(string path)
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);

        (await pages.Get(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Before_anything_is_published_the_list_says_when()
    {
        using var county = new Publishing();
        await using var pages = new PagesHost(county);

        (await pages.Get("/published")).Text.ShouldContain("Lukuja ei ole vielä julkaistu");
        (await pages.Get("/published.json")).Body.ShouldBe("""{"publications":[]}""");
    }

    [Fact]
    public async Task The_list_has_the_newest_first_with_older_versions_and_files()
    {
        using var county = await WithMonth();
        await county.Publish(ReportingPeriod.Parse("2026-02"));
        await county.Publish();
        await county.Matters(9, Publishing.North, Second, 4);
        await county.Publish(why: "Yhdeksän käyntiä kirjattiin myöhässä.");
        await using var pages = new PagesHost(county);

        var page = await pages.Get("/published");
        page.Document.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim()).ShouldBe(["maaliskuu 2026", "helmikuu 2026"]);
        page.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldBe(
        [
            "/published/2026-03", "/published/2026-03/v1", "/published/2026-03/v2.csv?lang=fi", "/published/2026-03/v2.json",
            "/published/2026-02", "/published/2026-02/v1.csv?lang=fi", "/published/2026-02/v1.json",
        ]);

        var corrected = await pages.Get("/published/2026-03");
        corrected.Text.ShouldContain("Yhdeksän käyntiä kirjattiin myöhässä.");
        corrected.Document.QuerySelector("table:has(#changes) tbody")!.TextContent.ShouldContain("Toteutui jaksolla");
        (await pages.Get("/published/2026-03/v1")).Text.ShouldContain("Näistä luvuista on uudempi versio");
    }

    [Fact]
    public async Task A_month_of_which_only_a_part_is_known_says_so()
    {
        using var county = Publishing.WithUnits();
        await county.Matters(9, Publishing.North, new(2026, 3, 16), 4);
        await county.Publish();
        await using var pages = new PagesHost(county);

        (await pages.Get("/published/2026-03")).Text.ShouldContain("Vajaa jakso: tietoja vasta 16.3.2026 alkaen");
        (await pages.Get("/published/2026-03/v1.json")).Body.ShouldContain("\"dataFrom\":\"2026-03-16\",\"partial\":true");
    }

    [Fact]
    public async Task The_document_for_programs_keeps_its_schema()
    {
        using var county = await WithMonth();
        await county.Publish();
        await using var pages = new PagesHost(county);
        var schema = JsonSchema.Parse("published-figures.schema.json", await File.ReadAllTextAsync(Repository.PathOf("docs/published-figures.schema.json"), TestContext.Current.CancellationToken), [])!;

        schema.Check("2026-03", (await pages.Get("/published/2026-03/v1.json")).Body).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Roles.Resident, 403)]
    [InlineData(Roles.UnitManager, 403)]
    [InlineData(Roles.GuidanceNurse, 403)]
    [InlineData(Roles.Auditor, 403)]
    [InlineData(Roles.CountyDirector, 200)]
    public async Task Only_who_may_publish_sees_figures_before(string? role, int status)
    {
        using var county = await WithMonth();
        await using var pages = new PagesHost(county);

        (await pages.Get("/publish", role)).Status.ShouldBe(status);
        (await pages.Get("/publish/2026-03", role)).Status.ShouldBe(status);
        if (status != 200)
            (await pages.Post("/publish/2026-03", role)).Status.ShouldBe(status);
        county.Journal.Read().ShouldNotContain(r => r.Event is FiguresPublished);
    }

    [Fact]
    public async Task What_was_looked_at_is_published_once()
    {
        using var county = await WithMonth();
        await using var pages = new PagesHost(county);
        var preview = await pages.Get("/publish/2026-03", Roles.CountyDirector);
        Cell(preview, "care-adults", 0, 3).ShouldBe("30");
        (string, string)[] form = [("CommandId", preview.Hidden("CommandId")), ("Digest", preview.Hidden("Digest"))];

        (await pages.Post("/publish/2026-03", Roles.CountyDirector, form)).Location.ShouldBe("/published/2026-03");
        // The same form sent twice, and after that a page that is old.
        (await pages.Post("/publish/2026-03", Roles.CountyDirector, form)).Location.ShouldBe("/published/2026-03");
        county.Journal.Read().Select(r => r.Event).OfType<FiguresPublished>().ShouldHaveSingleItem().Version.ShouldBe(1);
        county.Publications.All().ShouldHaveSingleItem().Publisher.ShouldBe(Roles.CountyDirector);
    }

    [Fact]
    public async Task A_period_before_the_data_says_so_and_one_that_has_not_begun_is_not_found()
    {
        using var county = await WithMonth();
        await using var pages = new PagesHost(county);

        var early = await pages.Get("/publish/2025-12", Roles.CountyDirector);
        early.Document.QuerySelector("main")!.TextContent.ShouldContain("vasta jakson jälkeen");
        early.Document.QuerySelector("main")!.TextContent.ShouldContain("Jaksoa ei voi julkaista, koska järjestelmän tiedot alkavat vasta");
        early.Document.QuerySelector("main form").ShouldBeNull("its press would be refused");
        (await pages.Get("/publish/2027-01", Roles.CountyDirector)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Refusals_come_back_with_the_new_figures_and_what_was_typed()
    {
        using var county = await WithMonth();
        await using var pages = new PagesHost(county);
        var preview = await pages.Get("/publish/2026-03", Roles.CountyDirector);
        await county.Matters(9, Publishing.North, Second, 4);

        var moved = await pages.Post("/publish/2026-03", Roles.CountyDirector, ("Digest", preview.Hidden("Digest")), ("Why", "Ei tarpeen"));
        moved.Status.ShouldBe(422);
        moved.Errors.Single().ShouldStartWith("Luvut ovat muuttuneet");
        Cell(moved, "care-adults", 0, 3).ShouldBe("39");
        (await pages.Post("/publish/2026-03", Roles.CountyDirector, ("Digest", moved.Hidden("Digest")))).Location.ShouldBe("/published/2026-03");

        await county.Matters(9, Publishing.North, Second, 4);
        var correction = await pages.Get("/publish/2026-03", Roles.CountyDirector);
        var unsaid = await pages.Post("/publish/2026-03", Roles.CountyDirector, ("Digest", correction.Hidden("Digest")));
        (unsaid.Status, unsaid.Errors.Single()).ShouldBe((422, "Kirjoita, mitä korjattiin ja miksi. Teksti näkyy julkaisussa."));
        var typed = await pages.Post("/publish/2026-03", Roles.CountyDirector, ("Digest", correction.Hidden("Digest")), ("Why", "Potilas 131052-308T oli kirjattu väärin"));
        typed.Errors.Single().ShouldStartWith("Tekstissä on henkilötunnus");
        typed.Document.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Potilas 131052-308T oli kirjattu väärin");
        county.Publications.Versions("2026-03").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/publish/2026-04", 422)]
    [InlineData("/publish/2019-03", 404)]
    [InlineData("/publish/never", 404)]
    public async Task A_period_that_can_not_be_published_says_why(string path, int status)
    {
        using var county = await WithMonth();
        await using var pages = new PagesHost(county);

        (await pages.Post(path, Roles.CountyDirector, ("Digest", ""))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_publishers_list_says_what_waits_and_when_it_publishes_itself()
    {
        using var county = await WithMonth();
        await county.Publish(ReportingPeriod.Parse("2026-02"));
        await using var pages = new PagesHost(county);
        var list = await pages.Get("/publish", Roles.CountyDirector);

        list.Document.QuerySelectorAll("tbody tr").Select(row => Spaces().Replace(row.TextContent, " ").Trim()).ShouldBe(
        [
            "1.1.2026–30.6.2026 Sosiaalihuolto, puoli vuotta Jakso on kesken Esikatsele 1.1.2026–30.6.2026",
            "huhtikuu 2026 Perusterveydenhuolto ja suun terveydenhuolto, kuukausi Jakso on kesken Esikatsele huhtikuu 2026",
            "1.1.2026–30.4.2026 Erikoissairaanhoito, neljä kuukautta Jakso on kesken Esikatsele 1.1.2026–30.4.2026",
            "maaliskuu 2026 Perusterveydenhuolto ja suun terveydenhuolto, kuukausi !Odottaa julkaisua Julkaistaan automaattisesti 10.4.2026 Esikatsele maaliskuu 2026",
            "helmikuu 2026 Perusterveydenhuolto ja suun terveydenhuolto, kuukausi ✓Julkaistu, versio 1 Katso tai korjaa helmikuu 2026",
        ]);
    }

    [Fact]
    public async Task The_page_says_how_declined_times_counted_when_it_was_published()
    {
        using var county = await WithMonth();
        (await county.Publish()).Accepted.ShouldBeTrue();
        var store = county.Services.GetRequiredService<ContentStore>();
        var (next, problems) = store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal)
        {
            [ContentKinds.Settings] = [.. store.Current.Files(ContentKinds.Settings)
                .Select(f => ContentFile.Of(f.Kind, f.Path, f.Json.Replace("\"clock_runs_on\"", "\"offered_day_meets\"", StringComparison.Ordinal)))],
        });
        problems.ShouldBeEmpty();
        county.Clock.Now += Duration.FromMinutes(1);
        (await county.Services.GetRequiredService<LawTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), store.Current, next!, "Toinen tulkinta.", cancel: TestContext.Current.CancellationToken)).Accepted.ShouldBeTrue();
        await county.Matters(30, Publishing.North, Second, 5);
        (await county.Publish(why: "Käyntejä kirjattiin jälkikäteen.")).Accepted.ShouldBeTrue();
        await using var pages = new PagesHost(county);

        (await pages.Get("/published/2026-03/v1")).Body.ShouldContain("jolle hän ei tullut, ei pysäytä määräaikaa");
        (await pages.Get("/published/2026-03/v1")).Body.ShouldNotContain("järjestetyksi sinä päivänä");
        (await pages.Get("/published/2026-03/v2")).Body.ShouldContain("järjestetyksi sinä päivänä");
        (await pages.Get("/publish/2026-03", Roles.CountyDirector)).Body.ShouldContain("järjestetyksi sinä päivänä");
    }

    private static async Task<Publishing> WithMonth()
    {
        var county = Publishing.WithUnits();
        await county.Matter(Publishing.North, new(2026, 1, 15), new(2026, 1, 15), new(2026, 1, 20));
        await county.Matters(30, Publishing.North, Second, 3);
        await county.Matters(12, Publishing.South, Second, 10);
        await county.Matters(2, Publishing.South, Second, 20);
        return county;
    }

    private static string Cell(Page page, string table, int row, int column) =>
        page.Document.QuerySelector($"details table:has(#u-{table})")!.QuerySelectorAll("tbody tr:not(.band, .total)")[row].Children[column - 1].TextContent.Trim();

    private static bool Same(string told, string number) =>
        double.TryParse(told, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.GetCultureInfo("fi"), out var value)
        && double.Parse(number.TrimEnd('%'), System.Globalization.CultureInfo.GetCultureInfo("fi")) is var shown
        && (Math.Abs(value - shown) < 0.05 || Math.Abs((value * 100) - shown) < 0.06);

    [GeneratedRegex(@"^\d+\. ", RegexOptions.None, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\d+(,\d+)?%?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
