using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Residents;

namespace Yhteys.Web.Tests.Desk;

public sealed class AlarmPagesTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task It_is_on_every_page_of_the_alarmed_unit_until_somebody_acknowledges_it()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get("/worklist")).Document.QuerySelector("[role=alert]").ShouldBeNull();
        var matter = _county.Contact(DeskCounty.Aino, danger: true);

        foreach (var path in new[] { "/worklist", "/people", "/alarms", $"/matters/{matter}" })
        {
            var page = await nurse.Get(path);
            page.Document.QuerySelector("section.emergency[role=alert]")!.TextContent.ShouldContain("Joku on vaarassa. Kuittaamattomia hälytyksiä: 1.", Case.Sensitive, path);
            page.Document.QuerySelector("[data-live=alarms]")!.GetAttribute("data-live-src").ShouldBe("/alarms/banner");
        }

        (await nurse.Get("/alarms/banner")).Html.ShouldContain("role=\"alert\"");
        var list = await nurse.Get("/alarms");
        var done = await nurse.Send($"/alarms/{matter}/acknowledge", list.Fields($"/alarms/{matter}/acknowledge"));
        done.Location.ShouldBe($"/matters/{matter}");
        _county.Events(matter).Last().ShouldBeOfType<DangerAlarmAcknowledged>().Unit.ShouldBe(DeskCounty.Guidance);
        _county.Journal.Find<AlarmRow>(matter)!.Open.ShouldBeFalse();
        (await nurse.Get("/worklist")).Document.QuerySelector("[role=alert]").ShouldBeNull();
        (await nurse.Get("/alarms")).Main.ShouldContain("Kuitannut Noora Neuvova");
        (await nurse.Get($"/matters/{matter}")).Main.ShouldContain("Noora Neuvova on kuitannut vaarasta kertovan hälytyksen");
        _county.Log.Audit(new(Person: DeskCounty.Aino)).ShouldContain(r => r.Screen == "alarms");
    }

    [Fact]
    public async Task The_matters_own_unit_takes_the_alarm_on_from_its_page_and_its_list_marks_it()
    {
        var matter = _county.Contact(DeskCounty.Aino, unit: DeskCounty.HealthCentre, danger: true);
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get("/alarms")).Main.ShouldContain("Ei hälytyksiä", Case.Sensitive, "another unit was alarmed, and has it alone yet");
        (await doctor.Get("/worklist")).Document.QuerySelector("td .badge")!.TextContent.ShouldContain("Vaara, kuittaamatta");
        var page = await doctor.Get($"/matters/{matter}");
        (await doctor.Send($"/alarms/{matter}/acknowledge", page.Fields($"/alarms/{matter}/acknowledge"))).Location.ShouldBe($"/matters/{matter}");
        _county.Events(matter).Last().ShouldBeOfType<DangerAlarmAcknowledged>().Unit.ShouldBe(DeskCounty.HealthCentre);
        (await doctor.Get("/worklist")).Main.ShouldNotContain("Vaara, kuittaamatta");
        using var worker = await _county.App.SignedIn("social_worker");
        (await worker.Post($"/alarms/{matter}/acknowledge", await worker.Get("/worklist"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_second_is_told_who_was_first_and_sending_twice_is_once()
    {
        var matter = _county.Contact(DeskCounty.Aino, danger: true);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        var list = await nurse.Get("/alarms");
        var form = list.Fields($"/alarms/{matter}/acknowledge");
        _county.Run(matter, new DangerAlarmAcknowledged(matter, DeskCounty.Aino, Demo.Population.DemoIds.Of("doctor"), DeskCounty.Guidance, "health"));

        var second = await nurse.Send($"/alarms/{matter}/acknowledge", form);
        second.Status.ShouldBe(422);
        second.Main.ShouldContain("Lauri Lääkäri on jo kuitannut hälytyksen.");
        _county.Events(matter).OfType<DangerAlarmAcknowledged>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_the_countys_minutes_the_director_sees_it_without_a_name_and_cannot_acknowledge()
    {
        var matter = _county.Contact(DeskCounty.Aino, danger: true);
        using var director = await _county.App.SignedIn("county_director");
        (await director.Get("/alarms")).Document.QuerySelector("[role=alert]").ShouldBeNull();
        (await director.Get("/alarms")).Main.ShouldContain("Ei hälytyksiä");

        _county.App.Clock.Advance(Duration.FromMinutes(10));
        var page = await director.Get("/alarms");
        page.Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        page.Main.ShouldContain("10 min");
        page.Main.ShouldContain("Kukaan ei ole kuitannut ajoissa");
        page.Main.ShouldNotContain("Aino");
        (await director.Post($"/alarms/{matter}/acknowledge", page)).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Others_have_no_alarm_and_no_page_of_it()
    {
        var matter = _county.Contact(DeskCounty.Aino, danger: true);
        using var doctor = await _county.App.SignedIn("doctor");
        var page = await doctor.Get("/alarms");
        page.Main.ShouldContain("Ei hälytyksiä");
        (await doctor.Post($"/alarms/{matter}/acknowledge", page)).Status.ShouldBe(404);
        (await doctor.Post($"/alarms/{Guid.NewGuid()}/acknowledge", page)).Status.ShouldBe(404);
        using var auditor = await _county.App.SignedIn("auditor");
        (await auditor.Get("/alarms")).Status.ShouldBe(403);
        using var resident = await _county.App.SignedIn("resident");
        (await resident.Get("/alarms")).Status.ShouldBe(403);
        (await _county.App.Browser().Get("/alarms")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_person_under_non_disclosure_is_in_no_list_by_name_or_number_of_phone()
    {
        _county.Contact(DeskCounty.Aino, danger: true);
        _county.Run(DeskCounty.Aino, new NonDisclosureSet(DeskCounty.Aino));
        using var nurse = await _county.App.SignedIn("guidance_nurse");

        foreach (var path in new[] { "/alarms", "/worklist", "/worklist/rows", "/alarms/banner" })
        {
            var page = await nurse.Get(path);
            foreach (var secret in new[] { "Aino", "041 000 0001", "Virsukuja", "Kokkola" })
                page.Document.Body!.TextContent.ShouldNotContain(secret, Case.Insensitive, path);
        }

        (await nurse.Get("/alarms")).Main.ShouldContain("Turvakielto");
    }

    [Fact]
    public async Task Without_a_unit_that_is_always_staffed_everybody_sees_it()
    {
        using var county = new DeskCounty(onCall: false);
        county.Contact(DeskCounty.Aino, danger: true);
        using var doctor = await county.App.SignedIn("doctor");
        (await doctor.Get("/worklist")).Document.QuerySelector("[role=alert]").ShouldNotBeNull();
    }

    public void Dispose() => _county.Dispose();
}
