using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Pages;

public sealed class CorrectionPagesTests
{
    private static readonly (string, string)[] Assessed = [("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "false"), ("GeneralMedicine", "true")];

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_wrong_day_is_corrected_by_the_one_who_wrote_it_and_both_days_are_told(string engine)
    {
        if (Engines.Missing(engine) is { } why) Assert.Skip(why);
        await using var host = await FactsHost.Start(engine);
        var matter = await Late(host);
        host.State(matter, "THL51-HTA").ShouldBe(ClockState.MetLate);
        (await host.Get(AssessmentPages.Corrections(matter), "nurse")).Text.ShouldContain("Hoidon tai palvelun tarve arvioitu");

        var done = await host.Post($"/matters/{matter}/corrections/2", "nurse", ("What", "day"), ("Day", "10.3.2026"), ("Reason", "Kirjoitin väärän päivän."));

        done.Location.ShouldBe(AssessmentPages.Corrections(matter));
        host.State(matter, "THL51-HTA").ShouldBe(ClockState.Met);
        host.Journal.Stream(matter)[^1].Event.ShouldBeOfType<FactCorrected>().ToString().ShouldNotContain("väärän päivän");
        (await host.Get(AssessmentPages.Corrections(matter), "nurse")).Text.ShouldContain("Korjattu");
        (await host.Get(CasesPages.Messages(matter), "person:adult")).Text.ShouldContain("Korjattu: hoidon tai palvelun tarve arvioitu: oli 11.3.2026, on 10.3.2026");
        host.Log.Audit(new()).ShouldContain(e => e.Screen == "corrections" && e.Who == FactsHost.Staff("nurse"));
    }

    [Fact]
    public async Task A_supervisor_of_the_unit_corrects_what_others_wrote_without_reading_the_matter()
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        var list = await host.Get(AssessmentPages.Corrections(matter), "unit_manager");
        list.Document.QuerySelectorAll($"a[href='/matters/{matter}/corrections/2']").Length.ShouldBe(1);
        list.Text.ShouldNotContain("Asia ");
        (await host.Post($"/matters/{matter}/corrections/2", "unit_manager", ("What", "never"), ("Reason", "Väärä asia"))).Status.ShouldBe(302);
        (host.Row(matter).Stage, host.State(matter, "THL51-HTA")).ShouldBe(("waiting", ClockState.Overdue));
    }

    [Theory]
    [InlineData("fi")]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task The_wrong_day_stands_in_its_field_and_can_be_sent_as_it_is(string language)
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        host.Language = language;

        (await host.Get($"/matters/{matter}/corrections/2", "nurse")).Document.QuerySelector("input[name=Day]")!.GetAttribute("value").ShouldBe("11.3.2026");
    }

    [Fact]
    public async Task A_colleague_sees_whose_it_is_and_can_not_correct_it()
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        (await host.Get(AssessmentPages.Corrections(matter), "physician")).Text.ShouldContain("Toisen kirjaama");
        (await host.Post($"/matters/{matter}/corrections/2", "physician", ("What", "never"), ("Reason", "x"))).Errors
            .ShouldContain("Voit korjata vain omia kirjauksiasi. Muut korjaa yksikön esihenkilö.");
    }

    [Fact]
    public async Task Whose_work_it_was_is_somebody_of_the_unit()
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        var refused = await host.Post($"/matters/{matter}/corrections/2", "nurse", ("What", "who"), ("By", FactsHost.Staff("stranger").ToString()), ("Reason", "Esimerkki: väärä tekijä."));
        refused.Status.ShouldBe(422);
        refused.Errors.ShouldContain("Valitse, kuka työn teki.");
        (await host.Post($"/matters/{matter}/corrections/2", "nurse", ("What", "who"), ("By", FactsHost.Staff("physician").ToString()), ("Reason", "Esimerkki: väärä tekijä."))).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_work_of_a_colleague_of_the_same_profession_is_corrected_to_be_theirs()
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);

        var done = await host.Post($"/matters/{matter}/corrections/2", "nurse", ("What", "who"), ("By", FactsHost.Staff("unit_manager").ToString()), ("Reason", "Esimerkki: väärä tekijä."));

        done.Location.ShouldBe(AssessmentPages.Corrections(matter));
        host.Journal.Stream(matter)[^1].Event.ShouldBeOfType<FactCorrected>().Doer.ShouldBe(FactsHost.Staff("unit_manager"));
        (await host.Get(AssessmentPages.Corrections(matter), "nurse")).Text.ShouldContain("Testi unit_manager");
        (await host.Get(CasesPages.Messages(matter), "person:adult")).Text.ShouldContain("tekijä oli toinen sairaanhoitaja");
    }

    [Theory]
    [InlineData("own")]
    [InlineData("phone")]
    public async Task Who_made_or_recorded_a_notice_is_the_notifier_here_too(string came)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Notice("nurse", came);
        await host.Judge(matter, urgent: false);

        var page = await host.Get(AssessmentPages.Corrections(matter), "social_worker");

        page.Status.ShouldBe(200);
        var told = page.Document.QuerySelectorAll("tbody tr").Select(row => row.Children[3].TextContent).ToList();
        told[^1].ShouldEndWith("Ilmoittaja");
        page.Text.ShouldNotContain("Testi nurse");
        page.Text.ShouldContain("Testi social_worker");
        var stream = host.Journal.Stream(matter);
        (host.Row(matter).Notice, stream[0].Actor.Id).ShouldBe((true, FactsHost.Staff("nurse")));
        NotifierSteps.Of(stream).ShouldBe(stream.Where(r => r.Event is ContactReceived or NoticeGiven).Select(r => r.Version), ignoreOrder: true);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("person:adult", 403)]
    [InlineData("stranger", 403)]
    [InlineData("social_worker", 403)]
    public async Task Who_has_no_right_or_no_relation_is_not_let_in(string? who, int status)
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        (await host.Get(AssessmentPages.Corrections(matter), who)).Status.ShouldBe(status);
        (await host.Get($"/matters/{matter}/corrections/2", who)).Status.ShouldBe(status);
        (await host.Post($"/matters/{matter}/corrections/2", who, ("What", "never"), ("Reason", "x"))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var host = await FactsHost.Start();
        (await host.Get(AssessmentPages.Corrections(Guid.NewGuid()), "nurse")).Status.ShouldBe(404);
        var matter = await Late(host);
        (await host.Get($"/matters/{matter}/corrections/9", "nurse")).Status.ShouldBe(404);
        (await host.Get($"/matters/{matter}/corrections/x", "nurse")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("What", "", "Valitse, mikä on väärin.")]
    [InlineData("Day", "", "Kirjoita oikea päivä muodossa 10.3.2026.")]
    [InlineData("Day", "32.13.2026", "Päivä ei ole oikea. Kirjoita se muodossa 10.3.2026.")]
    [InlineData("Day", "12.3.2026", "Oikea päivä ei voi olla tulevaisuudessa.")]
    [InlineData("Day", "9.3.2026", "Ristiriita: hoidon tai palvelun tarve arvioitu 9.3.2026 olisi ennen kuin asia tuli tietoon 10.3.2026.")]
    [InlineData("Reason", " ", "Kirjoita, miksi korjaat.")]
    public async Task Bad_input_is_kept_and_gets_its_sentence(string field, string value, string sentence)
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        (string, string)[] good = [("What", "day"), ("Day", "10.3.2026"), ("Reason", "Kirjoitin väärin.")];
        var page = await host.Post($"/matters/{matter}/corrections/2", "nurse", [.. good.Where(f => f.Item1 != field), (field, value)]);
        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(sentence);
        if (field != "Reason") page.Document.QuerySelector("[name=Reason]")!.TextContent.ShouldBe("Kirjoitin väärin.");
        host.Journal.Stream(matter).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_day_that_another_has_corrected_meanwhile_stands_in_the_field_that_was_left_as_it_was()
    {
        await using var host = await FactsHost.Start();
        var matter = await Late(host);
        var path = $"/matters/{matter}/corrections/2";
        var old = await host.Get(path, "unit_manager");
        (await host.Post(path, "nurse", ("What", "day"), ("Day", "10.3.2026"), ("Reason", "Kirjoitin väärin."))).Status.ShouldBe(302);

        var refused = await host.Post(path, "unit_manager", [.. old.Hidden(path), ("What", "who"), ("Day", "11.3.2026"), ("By", ""), ("Reason", "Väärä tekijä.")]);

        refused.Errors.Count().ShouldBe(2, "whose work it was is missing, and the page is old");
        refused.Document.QuerySelector("input[name=Day]")!.GetAttribute("value").ShouldBe("10.3.2026");
        (await host.Post(path, "unit_manager", [.. refused.Hidden(path), ("What", "who"), ("By", FactsHost.Staff("physician").ToString()), ("Reason", "Väärä tekijä.")])).Status.ShouldBe(302);
    }

    /// <summary>A contact on the Tuesday whose assessment was recorded on the Wednesday.</summary>
    private static async Task<Guid> Late(FactsHost host)
    {
        var matter = await host.Contact("primary_care");
        host.Clock.Advance(Duration.FromDays(1));
        (await host.Post($"/matters/{matter}/assess", "nurse", Assessed)).Status.ShouldBe(302);
        return matter;
    }
}
