using NodaTime;
using Yhteys.Access.Escalation;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Web.Tests.Desk;

/// <summary>What a step was about is read from the matter's page, by the auditor and by the resident, each as far as it is theirs to know.</summary>
public sealed class StepPagesTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task What_was_assessed_is_said_at_once_in_the_snapshot_in_the_history_to_the_auditor_and_to_the_resident()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}/assess");
        page.Document.QuerySelector("#matter-person")!.TextContent.ShouldContain("Aino Esimerkki, 37 v · ");
        _county.Log.About(DeskCounty.Aino).ShouldHaveSingleItem();
        page.Main.ShouldContain("Määräaika tämän jälkeen: Kiireellinen hoito heti");
        page.Main.ShouldContain("Määräaika tämän jälkeen: Perusterveydenhuollon kiireetön hoito, 23 vuotta täyttäneet (3 kuukautta)");

        var sent = await nurse.Post($"/matters/{matter}/assess", page, Answers(("Note", "Kipu helpottaa levossa.")));

        const string Title = "Hoidon tarve arvioitiin: kiireellinen, lääkärin tarve, sairaus, vamma tai uudet oireet. Ohjataan omahoitoon";
        sent.Location.ShouldBe($"/matters/{matter}?done=2");
        var after = await nurse.Get(sent.Location!);
        after.Main.ShouldContain($"Tallennettu: {Title}.");
        after.Document.QuerySelector("#history")!.TextContent.ShouldContain(Title);
        var snapshot = after.Document.QuerySelector("#snapshot")!.TextContent;
        snapshot.ShouldContain("Kiireellinen. Ohjataan omahoitoon: lääkärin tarve");
        snapshot.ShouldContain("Noora Neuvova, sairaanhoitaja, 10.3.2026");
        foreach (var odd in (string[])["99", "-1", "x", "9999999999"])
            (await nurse.Get($"/matters/{matter}?done={odd}")).Main.ShouldContain("Tallennettu.");

        var audit = await Audited(matter);
        audit.ShouldContain(Title);
        audit.ShouldNotContain("Kipu helpottaa");
        using var aino = await _county.App.SignedIn("resident");
        var story = (await aino.Get($"/my-matters/{matter}/messages")).Main;
        story.ShouldContain("Hoidon tarve arvioitiin: annetaan ohjeet omahoitoon");
        story.ShouldNotContain("Kipu helpottaa");
    }

    [Fact]
    public async Task Everything_that_an_assessment_lacks_is_told_at_once_and_what_is_urgent_is_not_left_without_grounds()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var page = await nurse.Get($"/matters/{matter}/assess");

        var empty = await nurse.Post($"/matters/{matter}/assess", page, ("HappenedAt", "eilen"));
        empty.Status.ShouldBe(422);
        empty.Errors().ShouldBe(
        [
            "Valitse kiireellisyys.", "Valitse, mitä arvioinnista seuraa.", "Valitse, onko syynä sairaus, vamma tai oire.", "Valitse, kuuluuko hoito yleislääketieteeseen.",
            "Päivä ei ole oikea. Kirjoita se muodossa 10.3.2026.",
        ]);
        var bare = await nurse.Post($"/matters/{matter}/assess", page, Answers());
        bare.Status.ShouldBe(422);
        bare.Errors().ShouldHaveSingleItem().ShouldContain("Arvioinnin perustelut");
        _county.Events(matter).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("granted", "Päätös: palvelu myönnettiin", "Palvelu myönnettiin", "Palvelusta tehtiin päätös: palvelu myönnettiin")]
    [InlineData("refused", "Päätös: palvelua ei myönnetty", "Palvelua ei myönnetty", "Palvelusta tehtiin päätös: palvelua ei myönnetty")]
    [InlineData("not_needed", "Todettiin, ettei päätöstä tarvita", "Päätöstä ei tarvita", "Todettiin, että päätöstä palvelusta ei tarvita")]
    public async Task What_was_decided_is_said_and_its_grounds_stay_with_professionals(string result, string history, string snapshot, string story)
    {
        var matter = _county.Contact(DeskCounty.Aino, "adult_social", DeskCounty.SocialCentre);
        _county.Run(matter, new DecisionMade(matter, result, Seal.With(matter, "Tulot riittävät."), new(2026, 3, 10), "social_worker", "licensed", "social"));
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        page.Document.QuerySelector("#history")!.TextContent.ShouldContain(history);
        page.Main.ShouldContain("Tulot riittävät.");
        page.Document.QuerySelector("#snapshot")!.TextContent.ShouldContain(snapshot);
        var audit = await Audited(matter);
        audit.ShouldContain(history);
        audit.ShouldNotContain("Tulot");
        using var aino = await _county.App.SignedIn("resident");
        var mine = (await aino.Get($"/my-matters/{matter}/messages")).Main;
        mine.ShouldContain(story);
        mine.ShouldNotContain("Tulot");
    }

    [Fact]
    public async Task The_steps_of_an_appointment_tell_its_time_and_unit()
    {
        var (matter, appointment, today) = (_county.Contact(DeskCounty.Aino), Guid.NewGuid(), new LocalDate(2026, 3, 10));
        _county.Run(
            matter,
            new AppointmentOffered(
                appointment, matter, DeskCounty.Aino, Guid.NewGuid(), DeskCounty.HealthCentre, Guid.NewGuid(), "nurse", "licensed", today.PlusDays(2), new(9, 0), 30, "health", today, today.PlusDays(1)),
            new AppointmentAccepted(appointment, matter, "health"));
        const string Time = "to\u00a012.3.2026 klo\u00a09.00, Terveysasema";
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        Steps(await nurse.Get($"/matters/{matter}"), "#history").ShouldBe([("Asukas hyväksyi ajan", Time), ("Aikaa tarjottiin", Time), ("Yhteydenotto saapui", "")]);
        using var aino = await _county.App.SignedIn("resident");
        Steps(await aino.Get($"/my-matters/{matter}/messages"), "#story").ShouldBe([("Yhteydenottosi saapui", ""), ("Sinulle tarjottiin aikaa", Time), ("Aika varattiin", Time)]);
    }

    [Fact]
    public async Task What_the_resident_was_told_of_a_limit_is_read_with_its_day_and_the_reason_of_a_change()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new TimeTold(matter, [new("THL51A-ADULT", new(2026, 6, 10), new(2026, 6, 1))], "reassessed", "health"));
        string[] told = ["Määräaika muuttui, koska tarpeesi arvioitiin.", "Perusterveydenhuollon kiireetön hoito, 23 vuotta täyttäneet: viimeistään 10.6.2026. Aiemmin kerroimme päiväksi 1.6.2026."];
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var history = (await nurse.Get($"/matters/{matter}")).Document.QuerySelector("#history")!.TextContent;
        var audit = await Audited(matter);
        foreach (var sentence in told)
        {
            history.ShouldContain(sentence);
            audit.ShouldContain(sentence);
        }
    }

    [Theory]
    [InlineData(true, "Sosiaalityöntekijä arvioi, että lapsi tarvitsee kiireellistä apua")]
    [InlineData(false, "Sosiaalityöntekijä arvioi, ettei lapsi tarvitse kiireellistä apua")]
    public async Task How_urgent_a_childs_need_was_judged_is_read_in_the_history(bool urgent, string title)
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        _county.Run(matter, new Cases.UrgencyJudged(matter, urgent, Seal.With(matter, "x"), new(2026, 3, 10), "social_worker", "licensed", "social"));
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Get($"/matters/{matter}")).Main.ShouldContain(title);
    }

    public void Dispose() => _county.Dispose();

    private static (string, string)[] Answers(params (string, string)[] more) =>
        [("Urgency", "urgent"), ("Outcome", "self_care"), ("MedicalReason", "true"), ("GeneralMedicine", "false"), ("Needs", "physician"), .. more];

    private static IEnumerable<(string, string)> Steps(Page page, string card) => page.Document.QuerySelector(card)!.QuerySelectorAll("li:has(.timeline-title)")
        .Select(li => (li.QuerySelector(".timeline-title")!.TextContent, li.QuerySelector(".timeline-body p")?.TextContent ?? ""));

    private async Task<string> Audited(Guid matter)
    {
        using var auditor = await _county.App.SignedIn("auditor");
        var page = await auditor.Get("/audit/matter");
        return (await auditor.Post("/audit/matter", page, ("Number", _county.Row(matter).Number))).Main;
    }
}
