using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests.Desk;

public sealed class AuditMatterTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task An_auditor_sees_who_changed_and_who_read_but_not_what_was_written()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await nurse.Get($"/matters/{matter}");
        using var auditor = await _county.App.SignedIn("auditor");
        var page = await auditor.Get("/audit/matter");
        var found = await auditor.Post("/audit/matter", page, ("Number", _county.Row(matter).Number));
        found.Status.ShouldBe(200);
        found.Main.ShouldContain("Yhteydenotto saapui");
        found.Main.ShouldContain("Noora Neuvova, Asiakasohjauksen sairaanhoitaja");
        found.Main.ShouldContain("Hoidon tarpeen arvio");
        found.Main.ShouldContain("51 §");
        found.Main.ShouldNotContain("Selkä on kipeä.");
        (await auditor.Post("/audit/matter", page, ("Number", "AAAA-AAAAA"))).Status.ShouldBe(422);
        (await nurse.Get("/audit/matter")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task When_no_rule_concerns_the_matter_it_is_told_which_do_not_and_why()
    {
        var matter = _county.Contact(DeskCounty.Aino, "youth_psychiatry", age: 24);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        using var auditor = await _county.App.SignedIn("auditor");
        foreach (var page in new[] { await nurse.Get($"/matters/{matter}"), await auditor.Post("/audit/matter", await auditor.Get("/audit/matter"), ("Number", _county.Row(matter).Number)) })
        {
            page.Main.ShouldContain("Mikään määräaika ei koske tätä asiaa juuri nyt.");
            page.Main.ShouldContain("Lasten ja nuorten psykiatria, hoito: Ikä yhteydenottopäivänä on 24 vuotta; sääntö koskee alle 23-vuotiaita.");
        }
    }

    [Fact]
    public async Task The_time_limits_of_an_earlier_day_are_as_they_were_told_then()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        await _county.Journal.CaughtUp();
        _county.App.Clock.Advance(NodaTime.Duration.FromDays(2));
        _county.Run(matter, new MatterReferred(matter, DeskCounty.Aino, "youth_psychiatry", DeskCounty.Guidance, Seal.With(matter, "Psykiatrialle."), "health"));
        await _county.Journal.CaughtUp();
        using var auditor = await _county.App.SignedIn("auditor");
        var page = await auditor.Get("/audit/matter");
        var number = ("Number", _county.Row(matter).Number);

        var then = await auditor.Post("/audit/matter", page, number, ("Day", "11.3.2026"));
        then.Document.QuerySelector("#clocks")!.TextContent.ShouldContain("Määräajat sellaisina kuin ne kerrottiin 11.3.2026");
        then.Document.QuerySelector("#clocks")!.TextContent.ShouldContain("Hoidon tarpeen arvio");
        foreach (var today in new[] { await auditor.Post("/audit/matter", page, number), await auditor.Post("/audit/matter", page, number, ("Day", "12.3.2026")) })
            today.Document.QuerySelector("#clocks")!.TextContent.ShouldContain("Mikään määräaika ei koske tätä asiaa juuri nyt.");
        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(e => e.Screen == "history").ShouldBe(3);

        foreach (var (day, sentence) in new[] { ("9.3.2026", "Asiasta ei ollut kirjattu siihen päivään mennessä mitään"), ("13.3.2026", "Päivä ei voi olla tulevaisuudessa."), ("eilen", "Kirjoita päivä muodossa 10.3.2026.") })
        {
            var refused = await auditor.Post("/audit/matter", page, number, ("Day", day));
            refused.Status.ShouldBe(422, day);
            refused.Main.ShouldContain(sentence);
            refused.Document.QuerySelector("#clocks").ShouldBeNull();
        }

        _county.Log.Audit(new(Person: DeskCounty.Aino)).Count(e => e.Screen == "history").ShouldBe(4, "that nothing had been recorded by a day tells of the matter too");
    }

    [Fact]
    public async Task A_professional_who_made_a_notice_is_the_notifier_to_the_auditor_and_to_the_handler_of_the_matter()
    {
        var matter = _county.Notice(DeskCounty.Eetu, by: new("staff", DemoIds.Of("guidance_nurse"), Roles.GuidanceNurse, DeskCounty.Guidance));
        using var worker = await _county.App.SignedIn("social_worker");
        var page = await worker.Get($"/matters/{matter}");
        using var auditor = await _county.App.SignedIn("auditor");
        var found = await auditor.Post("/audit/matter", await auditor.Get("/audit/matter"), ("Number", _county.Row(matter).Number));

        foreach (var shown in new[] { page, found })
        {
            shown.Status.ShouldBe(200);
            shown.Main.ShouldContain("Ilmoittaja");
            shown.Main.ShouldNotContain("Noora");
        }

        found.Main.ShouldNotContain("Asiakasohjaus");
        _county.Journal.Stream(matter)[0].Actor.Id.ShouldBe(DemoIds.Of("guidance_nurse"));
    }

    [Fact]
    public async Task Everybody_whose_readers_the_history_tells_is_in_the_read_log()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await nurse.Get($"/matters/{matter}");
        _county.Run(matter, new RecordedForWrongPerson(
            matter, DeskCounty.Aino, DeskCounty.Goran, null, 82, "Male", "sv", "272", DeskCounty.Guidance, Seal.With(matter, "Väärä henkilö."), "health"));
        using var auditor = await _county.App.SignedIn("auditor");
        var found = await auditor.Post("/audit/matter", await auditor.Get("/audit/matter"), ("Number", _county.Row(matter).Number));

        found.Main.ShouldContain("Noora Neuvova");
        _county.Row(matter).Person.ShouldBe(DeskCounty.Goran);
        foreach (var person in new[] { DeskCounty.Aino, DeskCounty.Goran })
        {
            _county.Log.Audit(new(Person: person)).ShouldContain(e => e.Screen == "history");
            _county.Log.About(person).ShouldNotContain(e => e.Screen == "history");
        }
    }

    public void Dispose() => _county.Dispose();
}
