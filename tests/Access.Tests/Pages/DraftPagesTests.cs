using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Organisation;
using Yhteys.Testing;
using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.Pages;

public partial class DraftPagesTests
{
    internal static readonly (string Name, string Value)[] SevenDays =
        [("Rule", "THL51A-ADULT"), ("Name", "7 vuorokautta"), ("From", "1.1.2026"), ("N0", "7"), ("Unit0", "Days"), ("AtLeast", "23"), ("Under", ""), ("To", ""), ("None", "care_plan"), ("None", "urgent"), ("None", "immediate"),
        ("ExplanationFi", "Hoitoon pääsee 7 vuorokaudessa."), ("ExplanationSv", "Vård ges inom 7 dygn."), ("ExplanationEn", "Care is given within 7 days."), ("Amending", "1/2026")];

    [Fact]
    public async Task A_rule_is_changed_on_a_page_tried_and_taken_into_use()
    {
        await using var host = await LawHost.Start();
        (await host.Get("/rules/drafts/rule?rule=THL51A-ADULT", Roles.CountyDirector)).Value("N0").ShouldBe("3");
        var saved = await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays);

        var row = host.Journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()}").ShouldHaveSingleItem();
        (row.Name, row.Saves, row.By).ShouldBe(("7 vuorokautta", 1, LawHost.Professional));
        row.Paths.ShouldBe(["rules/primary-care.json"]);
        saved.Location.ShouldBe($"/rules/drafts/{row.Draft}");
        var draft = await host.Get(saved.Location!, Roles.CountyDirector);
        draft.Text.ShouldContain("THL51A-ADULT-20260101");
        draft.Text.ShouldContain("Kokeile luonnosta ensin");
        draft.Text.ShouldNotContain("kumoaisi");
        (await host.Get("/rules/drafts", Roles.CountyDirector)).Text.ShouldContain("7 vuorokautta");

        (await host.Post(saved.Location + "/take", Roles.CountyDirector, ("InForce", InForce(host).Hash), ("Reason", "Päätös"), ("Looked", "true"))).Errors.Single().ShouldStartWith("Kokeile luonnosta ensin");
        var started = await host.Post(saved.Location + "/try", Roles.CountyDirector, ("From", "1.10.2025"), ("To", "10.3.2026"));
        started.Location.ShouldBe($"/rules/drafts/{row.Draft}/try?from=2025-10-01&to=2026-03-10");
        var result = await Ready(host, started.Location!);
        // Four matters were assessed in the period. The two of 2025 have waited over three months; those of 2026, over seven days, are not decided yet by the law in use.
        result.Document.QuerySelectorAll(".stat-value").Select(s => string.Concat(s.TextContent.Where(c => !char.IsWhiteSpace(c)))).Take(2).ShouldBe(["100%", "!100%"]);
        result.Text.ShouldContain("THL51A-ADULT-20260101");
        result.Text.ShouldContain("ratkenneista: 2 myöhässä, 0 ajoissa; ratkeamatta vielä 2");
        result.Document.QuerySelectorAll("table:has(#places) tfoot td").Take(6).Select(cell => cell.TextContent).ShouldBe(["0", "2", "2", "0", "4", "0"]);
        (await host.Get(saved.Location!, Roles.CountyDirector)).Document.QuerySelector("#follows")!.TextContent.ShouldContain("Kuitattuja suunnitelmia on nyt näistä määräajoista 0.");
        var counted = await host.Post(saved.Location + "/try", Roles.CountyDirector, ("From", "1.11.2025"), ("To", "10.3.2026"));
        var page = host.Services.GetRequiredService<LawRuns>().Find(host.Services.GetRequiredService<DraftLaws>().Find(row.Draft.ToString())!, new(new(2026, 3, 10), new(2025, 11, 1), new(2026, 3, 10)), false)!.Id;
        await Ready(host, counted.Location!);
        (await host.Get(RunPages.Run(page), Roles.CountyDirector)).Document.QuerySelector("#stale").ShouldBeNull();
        var csv = await host.Get(started.Location!.Replace("/try?", "/try.csv?", StringComparison.Ordinal), Roles.CountyDirector);
        csv.Html.ShouldContain("Pohjoinen;Terveysaseman vastaanotto;4;0;2;2;4;0;4;0;");

        (await host.Post(saved.Location + "/take", Roles.UnitManager, ("InForce", InForce(host).Hash), ("Reason", "Päätös"), ("Looked", "true"))).Status.ShouldBe(403);
        var refused = await host.Post(saved.Location + "/take", Roles.CountyDirector, ("InForce", InForce(host).Hash), ("Reason", " "));
        refused.Status.ShouldBe(422);
        refused.Errors.ShouldBe(["Kirjoita, miksi luonnos otetaan käyttöön.", "Katso ensin, mitä muuttuu, ja merkitse se."]);
        var was = InForce(host).Hash;
        ((TestClock)host.Services.GetRequiredService<IClock>()).Advance(Duration.FromHours(1));
        var older = await host.Post("/rules/drafts/rule", Roles.CountyDirector, [("Rule", "THL51A-ADULT-DOC"), ("Name", "Toinen"), .. SevenDays.Skip(2)]);
        (string, string)[] take = [("CommandId", Guid.NewGuid().ToString()), ("InForce", was), ("Reason", "Aluevaltuuston päätös § 5"), ("Looked", "true")];
        var run = await host.Post(saved.Location + "/take", Roles.CountyDirector, take);
        (await Ready(host, run.Location!)).Text.ShouldContain("Luonnos on nyt käytössä.");
        (await host.Post(saved.Location + "/take", Roles.CountyDirector, take)).Location.ShouldBe(run.Location, "a repeat gets the first answer");

        var stale = (await host.Get(RunPages.Run(page), Roles.CountyDirector)).Document.QuerySelector("#stale")!;
        stale.TextContent.ShouldContain("sen tulos ei enää pidä paikkaansa");
        stale.QuerySelector("a")!.TextContent.ShouldBe("Laske uudelleen");
        (await host.Get(stale.QuerySelector("a")!.GetAttribute("href")!, Roles.CountyDirector)).Text.ShouldContain("Tätä ei ole vielä laskettu");
        InForce(host).Rules.Find("THL51A-ADULT-20260101").ShouldNotBeNull();
        host.Journal.Read().Select(r => r.Event).OfType<ContentTakenIntoUse>().Last().ShouldSatisfyAllConditions(
            e => (e.Kind, e.Version, e.Reason).ShouldBe((ContentKinds.Rules, 2, "Aluevaltuuston päätös § 5")));
        host.Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()} where rule = 'THL51A-ADULT-20260101'").Count.ShouldBe(2);
        (await host.Post(saved.Location + "/take", Roles.CountyDirector, ("InForce", was), ("Reason", "Uudelleen"), ("Looked", "true"))).Errors.ShouldHaveSingleItem().ShouldStartWith("Säännöt ovat muuttuneet");
        (await host.Get("/rules/versions/rules/2", Roles.Auditor)).Text.ShouldContain("Aluevaltuuston päätös § 5");
        // A draft that is in use is below those that wait, and says so.
        var list = (await host.Get("/rules/drafts", Roles.CountyDirector)).Document.QuerySelectorAll("table:has(#drafts) tbody th").Select(th => string.Join(' ', th.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        list.ShouldBe(["Toinen Ei käytössä", "7 vuorokautta ✓Käytössä 10.3.2026 alkaen Käyttöön otti: –."]);
        var used = (await host.Get(saved.Location!, Roles.CountyDirector)).Text;
        used.ShouldContain("Käytössä 10.3.2026 alkaen");
        used.ShouldContain("Käyttöön otti:");
        (await host.Get(older.Location!, Roles.CountyDirector)).Text.ShouldContain("Ei käytössä");
        // The folder still says what was so before: what was taken is to be written there too.
        foreach (var path in new[] { "/rules/drafts", "/rules/drafts/folder" })
        {
            var warned = (await host.Get(path, Roles.CountyDirector)).Text;
            warned.ShouldContain("Tallenna käyttöön otettu muutos myös sisältökansioon", customMessage: path);
            warned.ShouldNotContain("kumoaisi");
            warned.ShouldContain("(Aluevaltuuston päätös § 5)");
            warned.ShouldContain("(THL51A-ADULT-20260101)");
            warned.ShouldContain("Kansion tiedostot ovat vanhempia kuin käytössä olevat", customMessage: path);
            warned.ShouldNotContain("Odottaa käyttöönottoa", customMessage: path);
        }

        var download = (await host.Get("/rules/drafts", Roles.CountyDirector)).Document.QuerySelectorAll(".notice a[download]").ShouldHaveSingleItem();
        (download.TextContent, download.GetAttribute("href")).ShouldBe(("Lataa rules/primary-care.json", "/rules/versions/rules/2/primary-care.json"));
        (await host.Get(download.GetAttribute("href")!, Roles.CountyDirector)).Html.ShouldBe(
            host.Services.GetRequiredService<ContentStore>().Current.Files(ContentKinds.Rules).Single(f => f.Path == "rules/primary-care.json").Json);
        (await host.Get("/rules/versions/rules/2/nothing.json", Roles.CountyDirector)).Status.ShouldBe(404);
        // A draft that was made before it would undo it.
        var old = await host.Get(older.Location!, Roles.CountyDirector);
        old.Text.ShouldContain("Luonnos kumoaisi käytössä olevan lain");
        old.Text.ShouldContain("(THL51A-ADULT-20260101)");
        host.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_rule_is_added_to_a_draft_and_a_stale_page_is_refused()
    {
        await using var host = await LawHost.Start();
        var draft = (await host.Post("/rules/drafts/rule", Roles.UnitManager, SevenDays)).Location!["/rules/drafts/".Length..];
        (await host.Get($"/rules/drafts/rule?rule=THL51-HTA&draft={draft}", Roles.UnitManager)).Value("Name").ShouldBe("7 vuorokautta");
        (string, string)[] more = [("Rule", "THL51-HTA"), ("Draft", draft), ("Seen", "1"), ("Name", "Kaksi muutosta"), ("N0", "1"), ("Unit0", "WorkingDays")];

        (await host.Post("/rules/drafts/rule", Roles.UnitManager, more)).Location.ShouldBe($"/rules/drafts/{draft}");
        var stale = await host.Post("/rules/drafts/rule", Roles.UnitManager, more);

        stale.Status.ShouldBe(422);
        stale.Errors.ShouldHaveSingleItem().ShouldStartWith("Joku on muuttanut tätä");
        var page = await host.Get($"/rules/drafts/{draft}", Roles.UnitManager);
        page.Text.ShouldContain("THL51-HTA");
        page.Text.ShouldContain("THL51A-ADULT-20260101");
        page.Text.ShouldNotContain("Ota luonnos käyttöön");
    }

    [Fact]
    public async Task Another_time_is_not_taken_into_use_with_the_old_explanation_and_nobody_claims_to_have_read_the_act()
    {
        await using var host = await LawHost.Start();
        var saved = await host.Post("/rules/drafts/rule", Roles.CountyDirector, [.. SevenDays.Where(f => f.Name is not "ExplanationSv")]);
        await Ready(host, (await host.Post(saved.Location + "/try", Roles.CountyDirector, ("From", "1.10.2025"), ("To", "10.3.2026"))).Location!);

        var refused = await host.Post(saved.Location + "/take", Roles.CountyDirector, ("InForce", InForce(host).Hash), ("Reason", "Päätös"), ("Looked", "true"));

        refused.Status.ShouldBe(422);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("selitys on jollakin kielellä vanha: THL51A-ADULT-20260101.");
        InForce(host).Rules.Find("THL51A-ADULT-20260101").ShouldBeNull();
        var again = await host.Get($"/rules/drafts/rule?rule=THL51A-ADULT-20260101&draft={saved.Location!["/rules/drafts/".Length..]}", Roles.CountyDirector);
        again.Value("ExplanationFi")!.Trim().ShouldBe("Hoitoon pääsee 7 vuorokaudessa.");
        (await host.Post("/rules/drafts/rule", Roles.CountyDirector, [.. again.Filled("/rules/drafts/rule").Where(f => f.Name != "ExplanationSv"), ("ExplanationSv", "Vård ges inom 7 dygn.")])).Location.ShouldBe(saved.Location);
        var law = host.Services.GetRequiredService<DraftLaws>().Find(saved.Location["/rules/drafts/".Length..])!.Law!;
        var rule = law.Rules.Find("THL51A-ADULT-20260101")!;
        (rule.Confidence, rule.Explanation.Sv).ShouldBe(("unread", "Vård ges inom 7 dygn."));
        rule.Law!.Citation.ShouldContain("1/2026)");
        RuleWords.Stale(InForce(host), law).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fi", "Aika voi mahdollisine lisäaikoineen olla enintään noin kaksi vuotta (700 päivää). Kirjoita pienempi luku.")]
    [InlineData("sv", "Tiden kan med möjlig tilläggstid vara högst ungefär två år (700 dagar). Skriv ett mindre tal.")]
    [InlineData("en", "The time, with what may be added to it, can be at most about two years (700 days). Write a smaller number.")]
    public async Task A_time_that_the_calendar_can_not_count_is_told_by_its_field(string language, string sentence)
    {
        await using var host = await LawHost.Start();

        var page = await host.PostIn(language, "/rules/drafts/rule", Roles.CountyDirector, [.. SevenDays.Where(f => f.Name is not ("N0" or "Unit0")), ("N0", "101"), ("Unit0", "Weeks")]);

        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(sentence);
        page.Value("N0").ShouldBe("101");
        host.Journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Amending", "laki", "Amending", "Kirjoita säädöksen numero muodossa 848/2024.")]
    [InlineData("N0", "seitsemän", "N0", "Kirjoita kokonaisluku väliltä 0–400.")]
    [InlineData("N0", "401", "N0", "Kirjoita kokonaisluku väliltä 0–400.")]
    [InlineData("Unit0", "SameDay", "N0", "Tähän yksikköön ei kuulu lukua. Kirjoita 0.")]
    [InlineData("N0", "0", "N0", "Aika ei voi olla 0. Jos se on samana päivänä tai heti, valitse se yksiköksi.")]
    [InlineData("From", "tammikuussa", "From", "Kirjoita päivä muodossa 1.1.2027.")]
    [InlineData("From", "1.1.2020", "From", "Sääntö alkaa 1.1.2025. Anna se päivä tai myöhempi.")]
    [InlineData("To", "1.12.2025", "To", "Viimeinen päivä on ennen ensimmäistä. Muuta toista.")]
    [InlineData("Under", "20", "Under", "Alaraja on ylärajan kohdalla tai yli, joten sääntö ei koskisi ketään. Muuta toista.")]
    [InlineData("Unit0", "Fortnights", "Unit0", "Valitse yksikkö.")]
    [InlineData("Name", "", "Name", "Anna luonnokselle nimi.")]
    public async Task What_can_not_be_read_is_told_by_its_field_and_stays_as_typed(string field, string typed, string where, string sentence)
    {
        await using var host = await LawHost.Start();

        var page = await host.Post("/rules/drafts/rule", Roles.CountyDirector, [.. SevenDays.Where(f => f.Name != field), (field, typed)]);

        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(sentence);
        if (where.Length > 0)
            page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldContain("#" + where);
        if (field is not "Unit0")
            page.Value(field).ShouldBe(typed);
        host.Journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()}").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_is_changed_on_a_page()
    {
        await using var host = await LawHost.Start();
        (string, string)[] answers = [.. CountySettings.Choices.Select(c => (c.Key, c.Key == "weekendArrival" ? c.Value[1] : InForce(host).Settings[c.Key])), ("Name", "Viikonloppu")];

        var saved = await host.Post("/rules/drafts/setting", Roles.CountyDirector, answers);

        (await host.Get(saved.Location!, Roles.CountyDirector)).Text.ShouldContain("Seuraava arkipäivä on saapumispäivä");
        (await host.Post("/rules/drafts/setting", Roles.CountyDirector, ("Name", "Ei vastauksia"))).Errors.Count().ShouldBe(CountySettings.Choices.Count);
        (await host.Post("/rules/drafts/setting", Roles.CountyDirector, [.. answers.Select(a => (a.Item1, a.Item1 == "weekendArrival" ? InForce(host).Settings[a.Item1] : a.Item2))]))
            .Errors.ShouldHaveSingleItem().ShouldStartWith("Luonnos sanoo samaa");
    }

    [Theory]
    [InlineData("fi", "Jotakin jää julkaisematta tai seuraamatta", "Sääntö THL53-THERAPY päättyy 31.12.2026")]
    [InlineData("sv", "Något publiceras eller bevakas inte längre", "Regeln THL53-THERAPY upphör 31.12.2026")]
    [InlineData("en", "Something will no longer be published or watched", "The rule THL53-THERAPY ends on 2026-12-31")]
    public async Task A_rule_that_ends_with_nothing_after_it_is_warned_of_before_it_is_taken(string language, string title, string sentence)
    {
        await using var host = await LawHost.Start();
        var form = await host.Get("/rules/drafts/rule?rule=THL53-THERAPY", Roles.CountyDirector, language);

        var saved = await host.PostIn(language, "/rules/drafts/rule", Roles.CountyDirector, [.. form.Filled("/rules/drafts/rule").Where(f => f.Name != "To"), ("To", "31.12.2026")]);

        saved.Errors.ShouldBeEmpty();
        var draft = await host.Get(saved.Location!, Roles.CountyDirector, language);
        draft.Text.ShouldContain(title);
        draft.Document.QuerySelectorAll(".notice li").Count(li => li.TextContent.Contains(sentence)).ShouldBe(2, "it is published and watched");
        draft.Document.QuerySelector("#try").ShouldNotBeNull("a warning stops nothing");
    }

    [Fact]
    public async Task A_draft_keeps_its_name_when_its_answers_are_changed_and_refused()
    {
        await using var host = await LawHost.Start();
        var draft = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!["/rules/drafts/".Length..];
        var open = await host.Get($"/rules/drafts/setting?draft={draft}", Roles.CountyDirector);
        open.Value("Name").ShouldBe("7 vuorokautta");
        open.Document.QuerySelector($".breadcrumb a[href='/rules/drafts/{draft}']")!.TextContent.ShouldBe("7 vuorokautta");

        var refused = await host.Post("/rules/drafts/setting", Roles.CountyDirector, ("Draft", draft), ("Seen", "1"));
        refused.Status.ShouldBe(422);
        refused.Value("Name").ShouldBe("7 vuorokautta");
        (await host.Post("/rules/drafts/setting", Roles.CountyDirector, ("Draft", draft), ("Seen", "1"), ("Name", "Toinen nimi"))).Value("Name").ShouldBe("Toinen nimi");
    }

    [Fact]
    public async Task Open_matters_of_a_count_have_their_numbers_for_those_who_see_them_in_a_list()
    {
        await using var host = await LawHost.Start(services => services.AddSingleton<IListedMatters>(new ListedByRole()));
        var path = (await host.Post("/rules/drafts/rule", Roles.UnitManager, SevenDays)).Location!;
        var started = (await host.Post(path + "/try", Roles.UnitManager, ("From", "1.10.2025"), ("To", "10.3.2026"))).Location!;
        await Ready(host, started);

        var manager = (await host.Get(started, Roles.UnitManager)).Document.QuerySelectorAll("table:has(#open-table) tbody tr td:last-child a").ToList();
        manager.Count.ShouldBe(2);
        foreach (var link in manager)
            link.GetAttribute("href").ShouldNotBeNull().ShouldStartWith($"/board/list?unit=all&matter={link.TextContent[2..]}");
        manager.ShouldAllBe(a => a.TextContent.StartsWith("N-"));
        var file = started.Replace("/try?", "/try-matters.csv?", StringComparison.Ordinal);
        var rows = (await host.Get(file, Roles.UnitManager)).Html.Trim('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows[0].ShouldEndWith(";Asian numero;Verrattu sääntöihin");
        rows.Skip(1).Count().ShouldBe(2);
        rows.Skip(1).ShouldAllBe(row => row.Contains(";N-"));
        var without = (await host.Get(file, Roles.CountyDirector)).Html;
        without.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, "the heads, and the one matter that may be in the file");
        without.ShouldNotContain("N-");
        without.ShouldNotContain("matter");
        without.ShouldNotContain("Asian numero");
        (await host.Get(started.Replace("/try?", "/try.csv?", StringComparison.Ordinal), Roles.UnitManager)).Html.ShouldNotContain("\r\n\r\n", customMessage: "one table in one file");
        var director = await host.Get(started, Roles.CountyDirector);
        director.Document.QuerySelectorAll("table:has(#open-table) tbody tr").Length.ShouldBe(2);
        // The tables come first, and the matters are opened.
        director.Document.QuerySelectorAll("#by-rule, #open-list").Select(e => e.Id).ShouldBe(["by-rule", "open-list"]);
        director.Document.QuerySelector("#open-list summary")!.TextContent.ShouldBe("Näytä 2 asiaa, aikaisin viimeinen päivä ensin");
        // Beside each bar stand the numbers, and a share of a few is grey and said to be of few.
        var bars = director.Document.QuerySelectorAll("figure[data-chart=sideways] td[data-value]").ToList();
        bars.Count.ShouldBeGreaterThan(0);
        bars.ShouldAllBe(td => td.GetAttribute("data-note")!.EndsWith(", vähän asioita") && td.HasAttribute("data-faint") && td.TextContent.Contains("vähän asioita"));
        director.Text.ShouldNotContain("N-");
        director.Text.ShouldNotContain("Asian numero");
        director.Text.ShouldContain("Ladattavassa taulukossa eivät ole niiden asiat, joilla on turvakielto");
    }

    [Theory]
    [InlineData("All")]
    [InlineData("None")]
    public async Task A_condition_that_is_not_offered_is_refused_at_its_field_and_no_draft_is_saved(string field)
    {
        await using var host = await LawHost.Start();

        var page = await host.Post("/rules/drafts/rule", Roles.CountyDirector, [.. SevenDays, (field, "banana")]);

        page.Status.ShouldBe(422);
        page.Errors.ShouldBe(["Valitse vain tarjotuista vaihtoehdoista."]);
        page.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#" + field);
        host.Journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_who_may_not_is_refused()
    {
        await using var host = await LawHost.Start();
        var path = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;
        foreach (var closed in new[] { "/rules/drafts", "/rules/drafts/rule?rule=THL51A-ADULT", "/rules/drafts/setting", path, path + "/try" })
        {
            (await host.Get(closed)).Status.ShouldBe(401, closed);
            (await host.Get(closed, Roles.GuidanceNurse)).Status.ShouldBe(403, closed);
        }

        (await host.Post(path + "/discard", Roles.CountyDirector)).Location.ShouldBe("/rules/drafts");
        (await host.Post(path + "/discard", Roles.CountyDirector)).Location.ShouldBe("/rules/drafts");

        // What never was a draft is not told to have been put away.
        (await host.Post($"/rules/drafts/{Guid.NewGuid()}/discard", Roles.CountyDirector)).Status.ShouldBe(404);
        (await host.Get(path, Roles.CountyDirector)).Status.ShouldBe(404);
        (await host.Post(path + "/try", Roles.CountyDirector, ("From", "1.1.2026"), ("To", "1.2.2026"))).Status.ShouldBe(404);
        (await host.Get("/rules/drafts", Roles.CountyDirector)).Text.ShouldContain("Luonnoksia ei ole");
        (await host.Get("/rules/drafts/rule?rule=NOPE", Roles.CountyDirector)).Status.ShouldBe(404);
        host.Journal.Read().Count(r => r.Event is DraftLawDiscarded).ShouldBe(1);
    }

    [Fact]
    public async Task The_period_of_a_count_must_be_days_in_order()
    {
        await using var host = await LawHost.Start();
        var path = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;

        (await host.Post(path + "/try", Roles.CountyDirector, ("From", "1.2.2026"), ("To", "1.1.2026"))).Errors.ShouldBe(["Jakso päättyy ennen kuin alkaa. Muuta toista päivää."]);
        (await host.Post(path + "/try", Roles.CountyDirector, ("From", ""), ("To", "eilen"))).Errors.ShouldBe(["Anna päivä.", "Kirjoita päivä muodossa 1.1.2027."]);
        (await host.Get(path + "/try?from=2026-01-01&to=2026-02-01", Roles.CountyDirector)).Text.ShouldContain("Tätä ei ole vielä laskettu");
        (await host.Get($"/rules/runs/{Guid.NewGuid()}", Roles.CountyDirector)).Location.ShouldBe("/rules/drafts");
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task Forms_are_sent_as_they_are_filled_in_every_language_and_a_count_is_found_in_all(string language)
    {
        await using var host = await LawHost.Start();
        var path = (await host.Post("/rules/drafts/rule", Roles.CountyDirector, SevenDays)).Location!;
        var asked = (await host.Get(path, Roles.CountyDirector, language)).Filled(path + "/try");

        var started = await host.PostIn(language, path + "/try", Roles.CountyDirector, asked);

        started.Location.ShouldBe(path + "/try?from=2025-10-01&to=2025-12-31");
        var fi = await Ready(host, started.Location!);
        foreach (var other in new[] { "fi", "sv", "en" })
        {
            // Asking again counts again.
            var page = await Ready(host, started.Location!, other);
            page.Document.QuerySelectorAll(".stat").Length.ShouldBe(fi.Document.QuerySelectorAll(".stat").Length, other);
            (await host.PostIn(other, path + "/try", Roles.CountyDirector, page.Filled(path + "/try"))).Location.ShouldBe(started.Location, other);
        }
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_rule_with_a_last_day_is_changed_from_the_form_as_it_is_filled(string language)
    {
        await using var host = await LawHost.Start();
        var page = await host.Get("/rules/drafts/rule?rule=THL51A-14D", Roles.CountyDirector, language);
        page.Value("To").ShouldBe("31.12.2024");

        var saved = await host.PostIn(language, "/rules/drafts/rule", Roles.CountyDirector, [.. page.Filled("/rules/drafts/rule").Where(f => f.Name != "N0"), ("N0", "13")]);

        saved.Errors.ShouldBeEmpty();
        saved.Location.ShouldNotBeNull().ShouldStartWith("/rules/drafts/");
    }

    private static Law InForce(LawHost host) => host.Services.GetRequiredService<RulesInForce>().Current;

    internal static async Task<Page> Ready(LawHost host, string path, string? language = null)
    {
        for (var i = 0; i < 200; i++)
        {
            var page = await host.Get(path, Roles.CountyDirector, language);
            // A page that was drawn while the run ended has neither progress nor result yet.
            if (page.Document.QuerySelector("#run") is null)
                return page;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(path);
    }
}
